package sluice.format.figma;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.NearestName;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;

/// What to tell about a token that a node takes and no set defines.
final class MissingTokens {
  private final ResolvedTokens tokens;

  MissingTokens(ResolvedTokens tokens) {
    this.tokens = tokens;
  }

  Problem problem(String name) {
    Set<String> names = new HashSet<>();
    Set<String> sets = new HashSet<>();
    for (ResolvedToken token : tokens.all()) {
      names.add(token.name());
      sets.add(token.token().set());
    }
    Optional<String> nearest = NearestName.find(name, names);
    return Problem.of(ProblemCode.TOKEN_MISSING, "no token named \"" + name + "\"")
        .because("looked in %d tokens of %d sets".formatted(names.size(), sets.size()))
        .advising(
            nearest
                .map(found -> "did you mean \"" + found + "\"?")
                .orElse("add the token, or take it off the node"));
  }
}
