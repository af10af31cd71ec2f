package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;

/// Problems of one kind, for their template.
///
/// @param code the kind
/// @param severity `error`, `warning` or `info`
/// @param count how many there were
/// @param examples the first of them
/// @param rest how many more there were, in words, empty for none
record ProblemView(
    String code, String severity, String count, List<Example> examples, String rest) {

  /// One problem; empty where it says nothing of the kind.
  record Example(String what, String where, String why, String help) {}

  /// All kinds: errors first, then warnings, then what is only worth knowing.
  static List<ProblemView> of(ProblemTally problems) {
    List<Problem> examples = problems.examples();
    List<ProblemView> views = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      problems
          .counts()
          .forEach((code, count) -> {
            if (code.severity() == severity) {
              views.add(of(code, count, examples));
            }
          });
    }
    return views;
  }

  private static ProblemView of(ProblemCode code, long count, List<Problem> examples) {
    List<Example> shown =
        examples.stream()
            .filter(problem -> problem.code() == code)
            .limit(ProblemTally.EXAMPLES_MAX)
            .map(ProblemView::example)
            .toList();
    long more = count - shown.size();
    return new ProblemView(
        code.text(),
        code.severity().name().toLowerCase(Locale.ROOT),
        Figures.count(count),
        shown,
        more <= 0 ? "" : "and " + Figures.count(more) + " more");
  }

  private static Example example(Problem problem) {
    Location where = problem.where();
    String why = problem.why();
    String help = problem.help();
    return new Example(
        Shown.sentence(problem.what()),
        where == null ? "" : Shown.sentence(where.toString()),
        why == null ? "" : Shown.sentence(why),
        help == null ? "" : Shown.sentence(help));
  }
}
