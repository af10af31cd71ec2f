package sluice.resolve.color;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// Brings the colours inside a text to one form (Tokens Studio, normalising text).
///
/// Every `hsl(…)`, `hsla(…)`, `rgb(…)` and `rgba(…)` in lower case becomes hex, wherever it stands,
/// so gradients work; everything else is left alone. All hsl go first. The first one that can't be
/// read ends the work, and what was done so far stays.
public final class ColorText {
  private ColorText() {}

  /// The text with its colours as `#rrggbb` or `#rrggbbaa`; never throws, linear in the text.
  public static String normalize(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    StringBuilder withoutHsl = new StringBuilder(text.length());
    boolean allHslRead = replaceHsl(text, withoutHsl);
    String result = withoutHsl.toString();
    return allHslRead && text.contains("rgb") ? replaceRgb(text, result) : result;
  }

  private static boolean replaceHsl(String text, StringBuilder out) {
    FunctionFinder finder = new FunctionFinder(text, "hsl");
    int done = 0;
    boolean allRead = true;
    while (finder.next()) {
      EightBitColor color = EightBitColor.parse(finder.match());
      if (color == null) {
        allRead = false;
        break;
      }
      out.append(text, done, finder.start()).append(color.toHex());
      done = finder.end();
    }
    out.append(text, done, text.length());
    return allRead;
  }

  /// Replaces in `text` the functions that `original` has too: one that only came about by an hsl
  /// inside it ends the work. After that, repetitions of what was read before are still replaced.
  private static String replaceRgb(String original, String text) {
    List<String> expected = new ArrayList<>();
    FunctionFinder originals = new FunctionFinder(original, "rgb");
    while (originals.next()) {
      expected.add(originals.match());
    }
    StringBuilder out = new StringBuilder(text.length());
    Map<String, String> known = new HashMap<>();
    FunctionFinder finder = new FunctionFinder(text, "rgb");
    boolean ended = false;
    int done = 0;
    for (int i = 0; finder.next(); i++) {
      String match = finder.match();
      String hex = known.get(match);
      ended |= i >= expected.size() || !expected.get(i).equals(match);
      if (hex == null && !ended) {
        hex = rgbToHex(match);
        ended = hex == null;
      }
      if (hex != null) {
        known.put(match, hex);
        out.append(text, done, finder.start()).append(hex);
        done = finder.end();
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /// Hex of an `rgb` or `rgba` function, whose content may be a hex colour and an alpha.
  private static @Nullable String rgbToHex(String match) {
    String content = match.replace("rgba(", "").replace("rgb(", "");
    content = content.substring(0, content.length() - 1);
    String red = "";
    String green = "";
    String blue = "";
    String alpha = "1";
    EightBitColor hex = firstHex(content);
    if (hex != null) {
      red = NumberText.of(hex.red());
      green = NumberText.of(hex.green());
      blue = NumberText.of(hex.blue());
      alpha = content.substring(content.lastIndexOf(',') + 1);
    } else {
      String[] parts = content.split(",", -1);
      if (parts.length < 3) {
        return null;
      }
      red = NumberText.trim(parts[0]);
      green = NumberText.trim(parts[1]);
      blue = NumberText.trim(parts[2]);
      alpha = parts.length > 3 ? parts[3] : alpha;
    }
    String opacity = NumberText.of(opacity(alpha));
    EightBitColor color =
        EightBitColor.parse("rgba(" + red + ", " + green + ", " + blue + ", " + opacity + ")");
    return color == null ? null : color.toHex();
  }

  /// The first six, else three, hex digits behind a `#`.
  private static @Nullable EightBitColor firstHex(String content) {
    for (int at = content.indexOf('#'); at >= 0; at = content.indexOf('#', at + 1)) {
      int end = at + 1;
      while (end < content.length()
          && end <= at + 6
          && EightBitColor.hexDigit(content.charAt(end)) >= 0) {
        end++;
      }
      int count = end - at - 1;
      if (count >= 3) {
        return EightBitColor.hex(content, at + 1, count == 6 ? end : at + 4);
      }
    }
    return null;
  }

  /// Whole digits directly before the first percent sign that has any, as hundredths; else the
  /// number the text is.
  private static double opacity(String text) {
    for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', percent + 1)) {
      int start = percent;
      while (start > 0 && isDigit(text.charAt(start - 1))) {
        start--;
      }
      if (start < percent) {
        return NumberText.toNumber(text.substring(start, percent)) / 100;
      }
    }
    return NumberText.toNumber(text);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
