package sluice.css;

import java.util.Map;
import java.util.Set;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Functions that give numbers, and values in messages.
final class Numbers {
  /// Functions whose result is a number or a quantity.
  private static final Set<String> FUNCTIONS =
      Set.of("calc", "min", "max", "clamp", "round", "abs", "env");

  private Numbers() {}

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
