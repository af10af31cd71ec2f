package sluice.convert;

/// A value, or a part of one, that the target has no way to say.
final class Unsayable extends Exception {
  private static final long serialVersionUID = 1L;

  /// Nothing is wrong with the program, so there is no stack to look at.
  Unsayable(String why) {
    super(why, null, false, false);
  }

  /// What was seen and what can be said.
  String why() {
    return String.valueOf(getMessage());
  }
}
