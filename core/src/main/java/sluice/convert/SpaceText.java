package sluice.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.DtcgColorSpace;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Colours of other spaces than sRGB, between CSS text and DTCG: `oklch(0.7 0.1 200 / 0.5)`,
/// `color(display-p3 1 0 0)`.
final class SpaceText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(lab|lch|oklab|oklch|hsl|hwb)\\(|color\\(([a-z0-9-]+) )\\s*(\\S+)\\s+(\\S+)\\s+([^\\s/)]+)"
              + "\\s*(?:/\\s*([^\\s)]+)\\s*)?\\)");

  /// The older form of `hsl`, with commas.
  private static final Pattern HSL =
      Pattern.compile(
          "hsla?\\(\\s*([^\\s,]+)\\s*,\\s*([^\\s,]+%)\\s*,\\s*([^\\s,]+%)\\s*(?:,\\s*([^\\s,)]+)\\s*)?\\)");

  private SpaceText() {}

  /// The colour a text is, or null when it is of another form, or out of the space's ranges.
  static @Nullable TokenValue read(String written) {
    Matcher old = HSL.matcher(written);
    String text =
        !old.matches()
            ? written
            : "hsl(%s %s %s%s)"
                .formatted(
                    old.group(1),
                    old.group(2),
                    old.group(3),
                    old.group(4) == null ? "" : " / " + old.group(4));
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    String key = form.group(1) == null ? form.group(2) : form.group(1);
    DtcgColorSpace space = DtcgColorSpace.of(key);
    if (space == null) {
      return null;
    }
    List<TokenValue> components = new ArrayList<>();
    for (int i = 0; i < DtcgColorSpace.COMPONENTS; i++) {
      TokenValue component = component(space, i, form.group(i + 3));
      if (component == null) {
        return null;
      }
      components.add(component);
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    parts.put("colorSpace", new TokenValue.Text(key));
    parts.put("components", new TokenValue.Many(components));
    if (form.group(6) != null) {
      double alpha = share(form.group(6));
      if (!(alpha >= 0 && alpha <= 1)) {
        return null;
      }
      parts.put("alpha", new TokenValue.Num(alpha));
    }
    return new TokenValue.Parts(parts);
  }

  private static @Nullable TokenValue component(DtcgColorSpace space, int index, String text) {
    if (text.equals(DtcgColorSpace.NONE)) {
      return new TokenValue.Text(DtcgColorSpace.NONE);
    }
    boolean isPercent = text.endsWith("%");
    double number = NumberText.toNumber(isPercent ? text.substring(0, text.length() - 1) : text);
    if (isPercent && space == DtcgColorSpace.OKLCH && index == 0) {
      number = DtcgLiteral.hundredth(number);
    } else if (isPercent && space != DtcgColorSpace.HSL && space != DtcgColorSpace.HWB) {
      return null;
    }
    return Double.isFinite(number) && space.isInRange(index, number)
        ? new TokenValue.Num(number)
        : null;
  }

  private static double share(String text) {
    return text.endsWith("%")
        ? DtcgLiteral.hundredth(NumberText.toNumber(text.substring(0, text.length() - 1)))
        : NumberText.toNumber(text);
  }
}
