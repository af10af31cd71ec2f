package sluice.css;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// A value, or a part of one, beside what is written for it in the token file.
///
/// @param value what it comes to
/// @param written the same with its references, or null where nobody knows
record Piece(TokenValue value, @Nullable TokenValue written) {
  /// A member, or null when there is none.
  @Nullable Piece get(String key) {
    TokenValue part =
        value instanceof TokenValue.Parts(Map<String, TokenValue> parts) ? parts.get(key) : null;
    if (part == null) {
      return null;
    }
    return new Piece(
        part,
        written instanceof TokenValue.Parts(Map<String, TokenValue> parts) ? parts.get(key) : null);
  }

  /// The first of these members that is there, or null.
  @Nullable Piece first(String... keys) {
    for (String key : keys) {
      Piece piece = get(key);
      if (piece != null && !(piece.value() instanceof TokenValue.Nothing)) {
        return piece;
      }
    }
    return null;
  }

  /// The items of an array; a value that is none is its only one.
  List<Piece> items() {
    if (!(value instanceof TokenValue.Many(List<TokenValue> items))) {
      return List.of(this);
    }
    List<TokenValue> sources =
        written instanceof TokenValue.Many(List<TokenValue> many) && many.size() == items.size()
            ? many
            : List.of();
    List<Piece> pieces = new java.util.ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      pieces.add(new Piece(items.get(i), sources.isEmpty() ? null : sources.get(i)));
    }
    return pieces;
  }
}
