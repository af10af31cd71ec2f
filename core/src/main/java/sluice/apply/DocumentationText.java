package sluice.apply;

import java.util.Map;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// A token's value as text a person reads on the canvas (Tokens Studio, documentation keys).
///
/// `key: value` lines for a composite, layers separated by an empty line, numbers the way
/// JavaScript writes them.
public final class DocumentationText {
  /// How deep a value is written out; what lies deeper is left out.
  static final int DEPTH_MAX = 64;

  private DocumentationText() {}

  /// The text of a value; empty for an empty composite.
  public static String of(TokenValue value) {
    if (value instanceof TokenValue.Text(String text)) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    append(value, text, 0);
    return text.toString();
  }

  private static void append(TokenValue value, StringBuilder text, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    switch (value) {
      case TokenValue.Text(String content) -> text.append(content);
      case TokenValue.Num(double number) -> text.append(NumberText.of(number));
      case TokenValue.Bool(boolean truth) -> text.append(truth);
      case TokenValue.Nothing _ -> text.append("null");
      case TokenValue.Many many -> {
        String separator = "";
        for (TokenValue item : many.items()) {
          text.append(separator);
          append(item, text, depth + 1);
          separator = "\n\n";
        }
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        String separator = "";
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          text.append(separator).append(part.getKey()).append(": ");
          append(part.getValue(), text, depth + 1);
          separator = "\n";
        }
      }
    }
  }
}
