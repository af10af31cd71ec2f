package sluice.resolve.math;

/// What a text came to when it was read as maths (Tokens Studio, math).
public sealed interface MathResult {

  /// A number without a unit, rounded to three decimals; always finite, never negative zero.
  @SuppressWarnings("JavaLangClash") // Always written `MathResult.Number`.
  record Number(double value) implements MathResult {}

  /// A number with its unit, not rounded: `0.3333333333333333px`.
  record WithUnit(String text) implements MathResult {}

  /// The text is no maths, or comes to something that is no number; it stays as it is.
  record NotMath() implements MathResult {}

  /// It is maths, but has no usable result.
  ///
  /// @param why what is wrong, in words for the author of the token
  record Undefined(String why) implements MathResult {}
}
