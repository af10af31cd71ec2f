package sluice.css;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Numbers with and without a unit.
final class Numbers {
  /// Functions whose result is a number or a quantity.
  private static final Set<String> FUNCTIONS =
      Set.of("calc", "min", "max", "clamp", "round", "abs", "env");

  private Numbers() {}

  /// A number and the letters or `%` behind it.
  record Quantity(double number, String unit) {
    String css() {
      return NumberText.of(number) + unit;
    }
  }

  /// A quantity in any of the forms tokens have: a number, a text such as `4px`, or an object with
  /// `value` and `unit`. Null when it is none.
  static @Nullable Quantity quantity(TokenValue value) {
    return switch (value) {
      case TokenValue.Num(double number) ->
          Double.isFinite(number) ? new Quantity(number, "") : null;
      case TokenValue.Text(String text) -> quantity(text);
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        Quantity number = parts.get("value") == null ? null : quantity(parts.get("value"));
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

  private static @Nullable Quantity quantity(String text) {
    int end = text.length();
    while (end > 0 && (Character.isLetter(text.charAt(end - 1)) || text.charAt(end - 1) == '%')) {
      end--;
    }
    String digits = text.substring(0, end);
    String unit = text.substring(end);
    boolean isNumber = digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    return isNumber && isUnit(unit) ? new Quantity(NumberText.parseFloat(digits), unit) : null;
  }

  /// Whether a text is one of the functions that give a number, such as `calc(1rem + 2px)`.
  static boolean isFunction(String text) {
    int open = text.indexOf('(');
    return open > 0
        && text.endsWith(")")
        && FUNCTIONS.contains(text.substring(0, open))
        && CssText.isDeclarationValue(text);
  }

  /// What was seen, for a message.
  static String shown(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) ->
          "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
      case TokenValue.Num(double number) -> NumberText.of(number);
      case TokenValue.Bool(boolean flag) -> Boolean.toString(flag);
      case TokenValue.Nothing() -> "null";
      case TokenValue.Many _ -> "a list";
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          "an object with " + String.join(", ", parts.keySet());
    };
  }
}
