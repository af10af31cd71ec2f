package sluice.format.figma.property;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.NearestName;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;

/// What to tell about a token that a node takes and no set defines. Safe for use by several
/// threads.
public final class MissingTokens {
  private static final int SETS_SHOWN_MAX = 8;

  /// Names whose problem is remembered; of further ones the nearest name is looked for each time.
  static final int NAMES_MAX = 1_000;

  private final ResolvedTokens tokens;
  private final List<String> sets;
  private final Map<String, Problem> known = new ConcurrentHashMap<>();

  /// Tells about the tokens of one run.
  ///
  /// @param sets the sets that were looked in, lowest priority first
  public MissingTokens(ResolvedTokens tokens, List<String> sets) {
    this.tokens = tokens;
    this.sets = List.copyOf(sets);
  }

  /// What to tell about one.
  ///
  /// @param name the token's name as stored on the node
  public Problem problem(String name) {
    Problem problem = known.get(name);
    if (problem == null) {
      problem = made(name);
      if (known.size() < NAMES_MAX) {
        known.put(name, problem);
      }
    }
    return problem;
  }

  private Problem made(String name) {
    return Problem.of(ProblemCode.TOKEN_MISSING, "no token named \"" + name + "\"")
        .because("looked in " + looked())
        .advising(advice(name));
  }

  private String looked() {
    String names = String.join(", ", sets.subList(0, Math.min(sets.size(), SETS_SHOWN_MAX)));
    String more = sets.size() > SETS_SHOWN_MAX ? ", …" : "";
    return sets.size() == 1
        ? "token set " + names
        : "%d token sets: %s%s".formatted(sets.size(), names, more);
  }

  private String advice(String name) {
    Set<String> names = new LinkedHashSet<>();
    for (ResolvedToken token : tokens.all()) {
      names.add(token.name());
    }
    Optional<String> meant = NearestName.find(name, names);
    if (meant.isPresent()) {
      return "did you mean \"" + meant.get() + "\"?";
    }
    return NearestName.inGroup(name, names)
        .map(near -> "add it, or take it off the node; the nearest name is \"" + near + "\"")
        .orElse("add the token, or take it off the node");
  }
}
