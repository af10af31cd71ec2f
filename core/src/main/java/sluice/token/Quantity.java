package sluice.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number and the letters or `%` behind it.
///
/// @param unit empty for none
public record Quantity(double number, String unit) {
  /// The two as one text: `4px`, `1.5`.
  public String text() {
    return NumberText.of(number) + unit;
  }

  /// A quantity in any of the forms tokens have: a number, a text such as `4px`, or an object with
  /// `value` and `unit`. Null when it is none.
  public static @Nullable Quantity of(TokenValue written) {
    return switch (written) {
      case TokenValue.Num(double number) ->
          Double.isFinite(number) ? new Quantity(number, "") : null;
      case TokenValue.Text(String text) -> of(text);
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        TokenValue value = parts.get("value");
        Quantity number = value == null ? null : of(value);
        yield number != null
                && number.unit().isEmpty()
                && parts.get("unit") instanceof TokenValue.Text(String unit)
                && isUnit(unit(unit))
            ? new Quantity(number.number(), unit(unit))
            : null;
      }
      case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _ -> null;
    };
  }

  /// Figma's names of units too.
  private static String unit(String unit) {
    return switch (unit) {
      case "PIXELS" -> "px";
      case "PERCENT" -> "%";
      default -> unit;
    };
  }

  private static boolean isUnit(String text) {
    return text.isEmpty()
        || text.equals("%")
        || text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }

  private static @Nullable Quantity of(String text) {
    int end = text.length();
    while (end > 0 && (Character.isLetter(text.charAt(end - 1)) || text.charAt(end - 1) == '%')) {
      end--;
    }
    String digits = text.substring(0, end);
    String unit = text.substring(end);
    // Only one way to divide digits among the parts: many of them are given up on at once.
    boolean isNumber = digits.matches("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");
    return isNumber && isUnit(unit) ? new Quantity(NumberText.parseFloat(digits), unit) : null;
  }
}
