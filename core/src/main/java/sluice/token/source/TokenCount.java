package sluice.token.source;

import sluice.problem.Location;

/// Counts the tokens of one library against `SourceLimits.TOKENS_MAX`.
final class TokenCount {
  private int count;

  void add(Location where) {
    if (++count > SourceLimits.TOKENS_MAX) {
      throw SourceLimits.exceeded(
          "too many tokens", where, "more than %,d".formatted(SourceLimits.TOKENS_MAX));
    }
  }
}
