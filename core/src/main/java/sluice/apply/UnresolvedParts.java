package sluice.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.References;
import sluice.token.TokenValue;

/// Keeps what is good of a value in which some reference led nowhere.
///
/// A composite loses the parts that are unresolved, so that the others still apply; in a stack of
/// layers one unresolved layer spoils the stack, because fewer layers would be a different look.
final class UnresolvedParts {
  /// Composites of Tokens Studio are at most three deep: a composition's border's colour.
  private static final int DEPTH_MAX = 8;

  private UnresolvedParts() {}

  /// The value without its unresolved parts, or null when nothing is left.
  static @Nullable TokenValue removedFrom(TokenValue value) {
    return removedFrom(value, 0);
  }

  private static @Nullable TokenValue removedFrom(TokenValue value, int depth) {
    return switch (value) {
      case TokenValue.Text(String text) -> References.occurIn(text) ? null : value;
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> value;
      case TokenValue.Many many -> {
        for (TokenValue item : many.items()) {
          if (depth == DEPTH_MAX || !item.equals(removedFrom(item, depth + 1))) {
            yield null;
          }
        }
        yield value;
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        Map<String, TokenValue> kept = new LinkedHashMap<>();
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          TokenValue rest = depth == DEPTH_MAX ? null : removedFrom(part.getValue(), depth + 1);
          if (rest != null) {
            kept.put(part.getKey(), rest);
          }
        }
        yield kept.isEmpty() ? null : new TokenValue.Parts(kept);
      }
    };
  }
}
