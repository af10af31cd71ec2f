package sluice.convert;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;
import sluice.token.dtcg.JsonPointer;

/// References in values as they are written.
final class ReferenceText {
  private static final Pattern IN_TEXT = Pattern.compile("\\{[^{}]*}|\\$[^\\s,]+");

  private ReferenceText() {}

  /// The token that a value is one reference to and nothing else, or null.
  static @Nullable String only(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> onlyIn(text.strip());
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.size() == 1 && parts.get("$ref") instanceof TokenValue.Text(String pointer)
              ? whole(pointer)
              : null;
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _ -> null;
    };
  }

  private static @Nullable String onlyIn(String text) {
    String name = null;
    if (text.startsWith("{") && text.endsWith("}") && text.length() > 2) {
      name = text.substring(1, text.length() - 1);
    } else if (text.matches("\\$[^\\s,{}]*[A-Za-z0-9_]") && text.length() > 2) {
      name = text.substring(1);
    }
    return name == null || name.indexOf('{') >= 0 || name.indexOf('}') >= 0 ? null : name;
  }

  /// The token a pointer leads to, or null for one into a token.
  private static @Nullable String whole(String pointer) {
    List<String> path = JsonPointer.parse(pointer);
    if (path == null || path.isEmpty()) {
      return null;
    }
    List<String> names = path.getLast().equals("$value") ? path.subList(0, path.size() - 1) : path;
    for (String name : names) {
      if (name.startsWith("$") && !name.equals("$root")) {
        return null;
      }
    }
    return String.join(".", names);
  }

  /// Whether there is a reference anywhere in a value of Tokens Studio or Penpot.
  static boolean isIn(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> IN_TEXT.matcher(text).find();
      case TokenValue.Many(List<TokenValue> items) -> items.stream().anyMatch(ReferenceText::isIn);
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.values().stream().anyMatch(ReferenceText::isIn);
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> false;
    };
  }
}
