package sluice.convert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.Token;

/// What a conversion loses, one problem for each token and reason.
final class Losses {
  private final String target;
  private final List<Problem> problems = new ArrayList<>();

  /// @param target what the tokens are converted to, in words
  Losses(String target) {
    this.target = target;
  }

  List<Problem> problems() {
    return problems;
  }

  /// A token that is left out.
  void leftOut(Token token, String why) {
    add("token \"%s\" of set \"%s\" is left out".formatted(token.name(), token.set()), token, why);
  }

  /// A token that is written, and says less or something else.
  void changed(Token token, String why) {
    add(
        "token \"%s\" of set \"%s\" cannot be said in %s as it is"
            .formatted(token.name(), token.set(), target),
        token,
        why);
  }

  private void add(String what, Token token, String why) {
    add(what, token.location(), why);
  }

  /// Something that is no token.
  void add(String what, @Nullable Location where, String why) {
    Problem problem = Problem.of(ProblemCode.NOT_REPRESENTABLE, what).because(why);
    problems.add(where == null ? problem : problem.at(where));
  }
}
