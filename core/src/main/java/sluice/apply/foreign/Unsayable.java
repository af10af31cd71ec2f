package sluice.apply.foreign;

import java.io.Serial;

/// A value that cannot be said where it is wanted.
final class Unsayable extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String why;
  private final String help;

  /// @param why what it is and what is wanted, without the token's name
  Unsayable(String why) {
    this(why, "apply a token of another type there");
  }

  /// @param help what to do
  Unsayable(String why, String help) {
    super(why, null, false, false);
    this.why = why;
    this.help = help;
  }

  /// What to do, for the problem of the token.
  String help() {
    return help;
  }

  /// The reason, for the problem of the token.
  String why() {
    return why;
  }
}
