package sluice.resolve.math;

/// How much one expression may cost. Real expressions have a few dozen parts.
final class MathLimits {
  /// Numbers, names, texts and operators in one expression.
  static final int PARTS_MAX = 10_000;

  /// Parentheses, prefix operators, powers and branches inside each other.
  static final int NESTING_MAX = 100;

  /// Parts being worked out inside each other, calls of the author's own functions included.
  static final int DEPTH_MAX = 500;

  /// Parts worked out in all.
  static final int STEPS_MAX = 50_000;

  /// Characters of a text, or items of a list. A longer quoted text is no maths.
  static final int SIZE_MAX = 1_000;

  private MathLimits() {}
}
