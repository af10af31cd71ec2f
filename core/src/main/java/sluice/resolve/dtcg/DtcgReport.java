package sluice.resolve.dtcg;

import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// Tokens without a value as problems a person can act on.
///
/// A token that only refers to one without a value names that one as its reason and has its code; a
/// look there shows the cause.
final class DtcgReport {
  private DtcgReport() {}

  /// The problem of a token whose value was rejected.
  static Problem of(Entry token, Rejection rejection) {
    Entry through = rejection.through();
    if (through != null && through.failure != null) {
      Problem cause = through.failure;
      return Problem.of(
              cause.code(), "token \"%s\" has no value for another one".formatted(token.path()))
          .at(rejection.at())
          .because("it refers to \"%s\", which has none".formatted(through.path()));
    }
    Problem problem = problem(token, rejection.code(), rejection.at()).because(rejection.why());
    String help = rejection.help();
    return help == null ? problem : problem.advising(help);
  }

  /// The headline of a token's problem.
  static Problem problem(Entry token, ProblemCode code, Location at) {
    String what =
        switch (code) {
          case TOKEN_MISSING -> "token \"%s\" refers to what is not there";
          case TOKEN_CYCLE -> "token \"%s\" refers to itself";
          case TOKEN_INVALID -> "token \"%s\" breaks a rule of the format";
          case LIMIT_EXCEEDED -> "the value of token \"%s\" is too large";
          default -> "the value of token \"%s\" is not allowed";
        };
    return Problem.of(code, what.formatted(token.path())).at(at);
  }
}
