package sluice.impact;

import java.util.Comparator;
import java.util.List;

/// The order in which people look at tokens: what breaks, then what touches most nodes, then the
/// library's order.
public final class TokenOrder {
  private TokenOrder() {}

  /// The tokens of an impact in that order.
  public static List<Impact.OfToken> of(Impact impact) {
    return impact.tokens().stream()
        .sorted(
            Comparator.comparing((Impact.OfToken token) -> token.broken() == 0)
                .thenComparing(Comparator.comparingLong(Impact.OfToken::nodes).reversed()))
        .toList();
  }

  /// Removed tokens that nodes still carry, those on most nodes first.
  public static List<Impact.OfToken> removedInUse(Impact impact) {
    return of(impact).stream()
        .filter(token -> token.broken() > 0)
        .filter(token -> token.delta() != null && token.delta().kind() == TokenDelta.Kind.REMOVED)
        .toList();
  }
}
