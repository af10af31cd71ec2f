package sluice.impact;

import java.util.List;
import java.util.Map;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Whether values that come from different dialects mean the same: equal text, one colour in two
/// spellings, one number of pixels with and without its unit.
final class SameMeaning {
  private static final String PIXELS = "px";
  private static final double TOLERANCE = 1e-9;

  private SameMeaning() {}

  static boolean of(TokenValue one, TokenValue other) {
    if (one.equals(other)) {
      return true;
    }
    if (one instanceof TokenValue.Many(List<TokenValue> items)
        && other instanceof TokenValue.Many(List<TokenValue> others)) {
      return items.size() == others.size() && ofAll(items, others);
    }
    if (one instanceof TokenValue.Parts(Map<String, TokenValue> parts)
        && other instanceof TokenValue.Parts(Map<String, TokenValue> others)) {
      return parts.keySet().equals(others.keySet())
          && parts.entrySet().stream()
              .allMatch(part -> of(part.getValue(), others.getOrDefault(part.getKey(), one)));
    }
    double number = number(one);
    if (Double.isFinite(number)) {
      return Math.abs(number - number(other)) <= TOLERANCE;
    }
    return one instanceof TokenValue.Text(String text)
        && other instanceof TokenValue.Text(String otherText)
        && isSameColor(text, otherText);
  }

  private static boolean ofAll(List<TokenValue> items, List<TokenValue> others) {
    for (int i = 0; i < items.size(); i++) {
      if (!of(items.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameColor(String one, String other) {
    if (one.contains("gradient") || other.contains("gradient")) {
      return false;
    }
    Rgba color = PaintColor.parse(one);
    return color != null && color.equals(PaintColor.parse(other));
  }

  /// A number, or a length in pixels; NaN for anything else.
  private static double number(TokenValue value) {
    if (value instanceof TokenValue.Num(double number)) {
      return number;
    }
    if (!(value instanceof TokenValue.Text(String written)) || written.isBlank()) {
      return Double.NaN;
    }
    String text = NumberText.trim(written);
    String amount =
        text.endsWith(PIXELS) ? text.substring(0, text.length() - PIXELS.length()) : text;
    return amount.isBlank() ? Double.NaN : NumberText.toNumber(amount);
  }
}
