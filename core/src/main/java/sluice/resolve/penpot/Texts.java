package sluice.resolve.penpot;

import java.util.List;
import java.util.Map;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Values as JavaScript puts them into a text.
final class Texts {
  private Texts() {}

  /// The text of a value. Recurs as deep as the value.
  static String of(TokenValue value) {
    if (value instanceof TokenValue.Text(String text)) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(TokenValue value, StringBuilder out) {
    switch (value) {
      case TokenValue.Text(String text) -> out.append(text);
      case TokenValue.Num(double number) -> out.append(NumberText.of(number));
      case TokenValue.Bool(boolean flag) -> out.append(flag);
      case TokenValue.Nothing() -> out.append("null");
      case TokenValue.Parts(Map<String, TokenValue> _) -> out.append("[object Object]");
      case TokenValue.Many(List<TokenValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ",");
          if (!(items.get(i) instanceof TokenValue.Nothing)) {
            append(items.get(i), out);
          }
        }
      }
    }
  }
}
