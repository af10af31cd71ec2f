package sluice.css;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;
import sluice.token.dtcg.JsonPointer;

/// Puts `var()` in place of a value that is exactly one reference.
///
/// A reference stays only where the property of the token it leads to says the very same: a spacing
/// that refers to a bare number has `px`, and the number has not, so it is written out.
final class References {
  /// References written out.
  static final References NONE = new References(Map.of());

  private final Map<String, List<Property>> known;

  /// @param known the properties of each token that has some, references written out
  References(Map<String, List<Property>> known) {
    this.known = known;
  }

  /// What a value is written as.
  ///
  /// @param part of which property of the other token it is
  /// @param plain the value without references
  String keep(@Nullable TokenValue written, String part, String plain) {
    if (known.isEmpty() || written == null) {
      return plain;
    }
    String target = target(written);
    if (target == null) {
      return plain;
    }
    for (Property property : known.getOrDefault(target, List.of())) {
      if (property.part().equals(part) && property.value().equals(plain)) {
        return "var(" + CssNames.of(target) + part + ")";
      }
    }
    return plain;
  }

  /// The token that a value as written is one reference to, or null.
  static @Nullable String target(TokenValue written) {
    return switch (written) {
      case TokenValue.Text(String text) -> inText(text);
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.size() == 1 && parts.get("$ref") instanceof TokenValue.Text(String pointer)
              ? atPointer(pointer)
              : null;
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _ -> null;
    };
  }

  private static @Nullable String inText(String text) {
    String name;
    if (text.startsWith("{") && text.endsWith("}") && text.length() > 2) {
      name = text.substring(1, text.length() - 1);
    } else if (text.startsWith("$") && text.length() > 2) {
      name = text.substring(1);
    } else {
      return null;
    }
    return name.indexOf('{') < 0 && name.indexOf('}') < 0 ? name.strip() : null;
  }

  private static @Nullable String atPointer(String pointer) {
    List<String> path = JsonPointer.parse(pointer);
    if (path == null || path.isEmpty()) {
      return null;
    }
    boolean isValue = path.getLast().equals("$value");
    return String.join(".", isValue ? path.subList(0, path.size() - 1) : path);
  }
}
