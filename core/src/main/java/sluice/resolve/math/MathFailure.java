package sluice.resolve.math;

/// Ends the reading or working out of an expression from any depth.
///
/// Never leaves this package, and carries no stack trace: most token values are no maths, so this
/// is an everyday event.
@SuppressWarnings("serial")
final class MathFailure extends RuntimeException {
  private final MathResult result;

  private MathFailure(MathResult result) {
    super(null, null, false, false);
    this.result = result;
  }

  /// The text is no maths.
  static MathFailure notMath() {
    return new MathFailure(new MathResult.NotMath());
  }

  /// It is maths that can't be worked out.
  static MathFailure undefined(String why) {
    return new MathFailure(new MathResult.Undefined(why));
  }

  MathResult result() {
    return result;
  }
}
