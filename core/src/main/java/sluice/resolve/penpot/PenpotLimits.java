package sluice.resolve.penpot;

/// How far a value may grow; beyond it the token is not resolved (`limit-exceeded`). The same as
/// for other libraries.
final class PenpotLimits {
  /// Rough length of one value, in characters.
  static final int VALUE_MAX_CHARS = 1024 * 1024;

  /// Characters written while references are replaced, all tokens together.
  static final long TOTAL_MAX_CHARS = 64L * 1024 * 1024;

  /// Composites inside each other in one value.
  static final int VALUE_DEPTH_MAX = 200;

  /// How often references that come in with values are replaced in one token, and how many raw
  /// texts are taken in.
  static final int ROUNDS_MAX = 64;

  private PenpotLimits() {}
}
