package sluice.format.penpot;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.NearestName;
import sluice.resolve.ResolvedToken;

/// What to tell about a token name that shapes have and that has no value.
final class Dangling {
  private Dangling() {}

  /// What to tell about names beyond those that are told apart.
  static Problem others(String document, long pairs) {
    return Problem.of(
            ProblemCode.TOKEN_DANGLING,
            String.format(Locale.ROOT, "%,d more properties take tokens that have no value", pairs))
        .at(new Location.InWhole(document))
        .because(
            String.format(
                Locale.ROOT, "only %,d such names are told apart", PenpotLimits.DANGLING_NAMES_MAX))
        .advising("see to those that are named first, or limit the run to some pages");
  }

  static Problem problem(String document, DanglingNames.Count count, FileTokens tokens) {
    String name = count.key().name();
    boolean isForeign = isForeign(tokens.resolved().find(name));
    Problem problem =
        Problem.of(
                isForeign ? ProblemCode.NOT_REPRESENTABLE : ProblemCode.TOKEN_DANGLING,
                String.format(
                    Locale.ROOT,
                    "token \"%s\" has no value%s; %,d %s it and stay as they are",
                    name,
                    isForeign ? " in Penpot" : "",
                    count.pairs(),
                    count.pairs() == 1 ? "property takes" : "properties take"))
            .at(new Location.InWhole(document));
    return explained(problem, name, tokens);
  }

  /// What to tell about such a name on one shape.
  static Problem ofShape(String name, FileTokens tokens) {
    boolean isForeign = isForeign(tokens.resolved().find(name));
    Problem problem =
        Problem.of(
            isForeign ? ProblemCode.NOT_REPRESENTABLE : ProblemCode.TOKEN_DANGLING,
            "token \"%s\" has no value%s".formatted(name, isForeign ? " in Penpot" : ""));
    return explained(problem, name, tokens);
  }

  /// Whether a token has a value that Penpot has no way to say.
  private static boolean isForeign(@Nullable ResolvedToken token) {
    Problem problem = token == null ? null : token.problem();
    return problem != null && problem.code() == ProblemCode.NOT_REPRESENTABLE;
  }

  private static Problem explained(Problem problem, String name, FileTokens tokens) {
    ResolvedToken known = tokens.resolved().find(name);
    if (known != null) {
      Problem why = known.problem();
      return why == null
          ? problem.because("it could not be resolved")
          : problem
              .because(why.why() == null ? why.what() : why.what() + ": " + why.why())
              .advising(why.help() == null ? "repair the token" : why.help());
    }
    String set = tokens.inactiveSet().apply(name);
    if (set != null) {
      return problem
          .because("it is in the token set \"" + set + "\", which no active theme selects")
          .advising("choose a theme with that set, or activate the set in Penpot");
    }
    Set<String> names = new LinkedHashSet<>();
    tokens.resolved().all().forEach(token -> names.add(token.name()));
    return problem
        .because("no token set has it")
        .advising(
            NearestName.find(name, names)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("add the token, or take it off the shapes"));
  }
}
