package sluice.resolve.penpot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// `rgba(#ff0000, 0.5)` to `rgba(255, 0, 0, 0.5)`, wherever it stands in a text (sd-transforms,
/// `transformHEXRGBaForCSS`). The digits' own alpha is lost.
final class HexRgba {
  /// Longer texts are left as they are.
  private static final int TEXT_MAX_CHARS = 1_000;

  private static final Pattern FUNCTION =
      Pattern.compile("rgba\\(\\s*(#.+?)\\s*,\\s*(\\d*(?:\\.\\d*|%)*+)\\s*\\)");

  private HexRgba() {}

  static String expand(String text) {
    if (text.indexOf('#') < 0 || text.length() > TEXT_MAX_CHARS || !text.contains("rgba(")) {
      return text;
    }
    Matcher matcher = FUNCTION.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String channels = channels(matcher.group(1));
      matcher.appendReplacement(
          expanded,
          Matcher.quoteReplacement(
              channels == null
                  ? matcher.group()
                  : "rgba(" + channels + ", " + matcher.group(2) + ")"));
    }
    return matcher.appendTail(expanded).toString();
  }

  /// Three numbers from hex of 3, 4, 6 or 8 digits, or null.
  private static @Nullable String channels(String hex) {
    String digits = hex.substring(1);
    int length = digits.length();
    if (length != 3 && length != 4 && length != 6 && length != 8) {
      return null;
    }
    StringBuilder channels = new StringBuilder();
    int each = length <= 4 ? 1 : 2;
    for (int i = 0; i < 3; i++) {
      int channel = 0;
      for (int j = 0; j < each; j++) {
        char c = digits.charAt(i * each + j);
        int digit = c > 'f' ? -1 : Character.digit(c, 16);
        if (digit < 0) {
          return null;
        }
        channel = channel * 16 + digit;
      }
      double share = (each == 1 ? channel * 17 : channel) / 255.0;
      channels.append(i == 0 ? "" : ", ").append(NumberText.of(share * 255));
    }
    return channels.toString();
  }
}
