package sluice.apply.foreign;

import java.util.function.Supplier;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;
import sluice.token.Token;

/// What is lost of a token that is applied all the same. Told once for each token, at the place the
/// token is declared.
final class Losses {
  private final Token token;
  private final ProblemTally problems;
  private boolean hasDoubt;

  Losses(ResolvedToken token, ProblemTally problems) {
    this.token = token.token();
    this.problems = problems;
  }

  /// A part of the value is left out, because it cannot be said.
  ///
  /// @param part such as `fontWeight`
  void leftOut(String part, String why) {
    add(
        ProblemCode.NOT_REPRESENTABLE,
        () -> "%s of token \"%s\" is not applied".formatted(part, token.name()),
        why);
  }

  /// The value is applied, but is hardly what was meant. Of several reasons the first is told.
  void doubtful(String why) {
    if (hasDoubt) {
      return;
    }
    hasDoubt = true;
    add(
        ProblemCode.TOKEN_DOUBTFUL,
        () -> "token \"%s\" cannot look the way it is meant".formatted(token.name()),
        why);
  }

  private void add(ProblemCode code, Supplier<String> what, String why) {
    problems.add(code, () -> new Problem(code, what.get(), token.location(), why, null));
  }
}
