package sluice.cli.command;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.TokenCombinations;
import sluice.TokenValues;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.RunSummary;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;

/// What is said on standard error of all combinations of themes together: each problem once, with
/// the themes under which it occurs.
final class CombinationReport {
  /// Different problems told apart; further ones are not counted.
  static final int PROBLEMS_MAX = 100_000;

  /// Choices of themes named with one problem.
  private static final int CHOICES_SHOWN_MAX = 3;

  private static final int NOT_HERE = 0;
  private static final int HERE = 1;

  /// What makes two problems the same: not the advice, since the nearest name may be declared in
  /// another set under another theme.
  private record Kind(
      ProblemCode code, String what, @Nullable Location where, @Nullable String why) {}

  /// A problem with the combinations it occurs in.
  private record Example(Problem problem, BitSet combinations) {}

  private final TokenCombinations combinations;
  private final boolean includeAll;
  private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
  private final Set<Kind> kinds = new HashSet<>();
  private final Map<Kind, Example> examples = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> withoutValue = new HashSet<>();
  private int index;

  CombinationReport(TokenCombinations combinations, boolean includeAll) {
    this.combinations = combinations;
    this.includeAll = includeAll;
  }

  /// Takes the next combination.
  void add(TokenValues values) {
    add(index, values, List.of());
    index++;
  }

  /// Takes a combination.
  ///
  /// @param number its number, from 0
  /// @param found what is wrong with it besides
  void add(int number, TokenValues values, List<Problem> found) {
    index = number;
    values.problems().examples().forEach(this::note);
    found.forEach(this::note);
    for (ResolvedToken token : values.resolved().all()) {
      if (includeAll || values.isListed(token)) {
        names.add(token.name());
        if (token.failed()) {
          withoutValue.add(token.name());
        }
        if (token.problem() != null) {
          note(token.problem());
        }
      }
    }
  }

  private void note(Problem problem) {
    Kind kind = new Kind(problem.code(), problem.what(), problem.where(), problem.why());
    Example example = examples.get(kind);
    if (example != null) {
      example.combinations().set(index);
      return;
    }
    if (kinds.size() < PROBLEMS_MAX && kinds.add(kind)) {
      long count = counts.merge(problem.code(), 1L, Long::sum);
      if (count <= ResolveCommand.PROBLEMS_SHOWN_MAX) {
        BitSet here = new BitSet();
        here.set(index);
        examples.put(kind, new Example(problem, here));
      }
    }
  }

  /// Says it, and gives all problems.
  ProblemTally show(Console console) {
    ProblemTally problems = problems();
    new RunSummary(console).showProblems(problems, ResolveCommand.PROBLEMS_SHOWN_MAX);
    int count = combinations.count();
    console.say(
        "%s, %,d tokens, %,d without a value%s; problems %s"
            .formatted(
                count == 1 ? "1 combination" : "%,d combinations".formatted(count),
                names.size(),
                withoutValue.size(),
                withoutValue.isEmpty() || count == 1 ? "" : " in at least one",
                RunSummary.counted(problems)));
    return problems;
  }

  private ProblemTally problems() {
    ProblemTally problems = new ProblemTally(ResolveCommand.PROBLEMS_SHOWN_MAX);
    problems.addAll(combinations.problems());
    ThemeTrees trees = new ThemeTrees(combinations.groups());
    ThemeWords words = new ThemeWords(combinations.groups());
    for (Example example : examples.values()) {
      problems.add(named(example, trees, words));
    }
    counts.forEach((code, count) -> {
      for (long i = Math.min(count, ResolveCommand.PROBLEMS_SHOWN_MAX); i < count; i++) {
        problems.add(code, () -> Problem.of(code, ""));
      }
    });
    return problems;
  }

  /// The problem with the themes it occurs under.
  private Problem named(Example example, ThemeTrees trees, ThemeWords words) {
    int total = combinations.count();
    int count = example.combinations().cardinality();
    if (total == 1) {
      return example.problem();
    }
    ThemeTrees.Tree tree = trees.new Tree();
    for (int i = 0; i < total; i++) {
      tree.add(example.combinations().get(i) ? HERE : NOT_HERE);
    }
    List<String> choices = new ArrayList<>();
    for (ThemeTrees.Branch branch : tree.branches(NOT_HERE, CHOICES_SHOWN_MAX + 1)) {
      choices.add(words.of(branch));
    }
    String where =
        count == total
            ? "in all %,d combinations".formatted(total)
            : "in %,d of %,d combinations: %s".formatted(count, total, some(choices));
    String why = example.problem().why();
    return example.problem().because(why == null ? where : why + "; " + where);
  }

  private static String some(List<String> choices) {
    return choices.size() <= CHOICES_SHOWN_MAX
        ? String.join("; ", choices)
        : String.join("; ", choices.subList(0, CHOICES_SHOWN_MAX)) + "; …";
  }
}
