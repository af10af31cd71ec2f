package sluice.resolve;

import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenValue;

/// What one token came to under the chosen themes.
///
/// @param token the token as declared; `token.value()` is its raw value
/// @param value the resolved value; of a failed token the text it got stuck at
/// @param failed whether a reference in it could not be resolved; such a token is never applied
/// @param valueWithReferences the composite as written where the chain of aliases ended, or null
///   for a value that is no composite
/// @param problem why it failed; of a token that did not, something its author would want to know;
///   or null
/// @param dialect whose rules the value came out by
public record ResolvedToken(
    Token token,
    TokenValue value,
    boolean failed,
    @Nullable TokenValue valueWithReferences,
    @Nullable Problem problem,
    Dialect dialect) {
  /// A token of Tokens Studio.
  public ResolvedToken(
      Token token,
      TokenValue value,
      boolean failed,
      @Nullable TokenValue valueWithReferences,
      @Nullable Problem problem) {
    this(token, value, failed, valueWithReferences, problem, Dialect.TOKENS_STUDIO);
  }

  /// The token's full name.
  public String name() {
    return token.name();
  }
}
