package sluice.token.source;

/// How much a resolver document may ask for; beyond it the run ends with `limit-exceeded`.
final class ResolverLimits {
  /// References that lead from one to the next.
  static final int TRAIL_MAX = 200;

  /// Sources in all sets and contexts together, each counted as often as it is referred to.
  static final int SOURCES_MAX = 20_000;

  private ResolverLimits() {}
}
