package sluice.resolve.dtcg;

import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.ProblemCode;

/// A value does not fit. Ends the reading of one token; has no stack trace, since it is no mistake
/// of the program.
final class Rejection extends Exception {
  private static final String LIMIT_HELP =
      "make the value shorter; the other tokens are not affected";

  private static final long serialVersionUID = 1L;

  private final transient Location at;
  private final ProblemCode code;
  private final String why;
  private final @Nullable String help;
  private final transient @Nullable Entry cause;

  private Rejection(
      Location at, ProblemCode code, String why, @Nullable String help, @Nullable Entry cause) {
    super(why, null, false, false);
    this.at = at;
    this.code = code;
    this.why = why;
    this.help = help;
    this.cause = cause;
  }

  /// A value that its type has no room for.
  static Rejection value(Location at, String why) {
    return new Rejection(at, ProblemCode.VALUE_INVALID, why, null, null);
  }

  /// A rule of the format that is broken.
  static Rejection rule(Location at, String why) {
    return new Rejection(at, ProblemCode.TOKEN_INVALID, why, null, null);
  }

  /// A reference that leads nowhere.
  static Rejection reference(Location at, String reference, Landing.Nowhere nowhere) {
    return new Rejection(
        at, nowhere.code(), "\"" + reference + "\": " + nowhere.why(), nowhere.help(), null);
  }

  /// A reference to a token that has no value itself.
  static Rejection through(Location at, Entry cause) {
    return new Rejection(at, ProblemCode.VALUE_INVALID, "", null, cause);
  }

  /// Too much to read.
  static Rejection limit(Location at, String why) {
    return new Rejection(at, ProblemCode.LIMIT_EXCEEDED, why, LIMIT_HELP, null);
  }

  Location at() {
    return at;
  }

  ProblemCode code() {
    return code;
  }

  String why() {
    return why;
  }

  @Nullable String help() {
    return help;
  }

  /// The token without a value that this one refers to, or null when this one is the cause.
  @Nullable Entry through() {
    return cause;
  }
}
