package sluice.apply.foreign;

import java.io.Serial;

/// A value that cannot be said where it is wanted.
final class Unsayable extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String why;

  /// @param why what it is and what is wanted, without the token's name
  Unsayable(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /// The reason, for the problem of the token.
  String why() {
    return why;
  }
}
