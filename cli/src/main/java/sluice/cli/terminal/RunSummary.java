package sluice.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sluice.RunReport;
import sluice.document.RunCounts;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;

/// What is said at the end of a run: problems first, so that the numbers stay in sight.
public final class RunSummary {
  /// How many problems of one kind are shown in full.
  static final int EXAMPLES_SHOWN_MAX = 3;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final PrintStream talk;

  /// A summary that goes to a console's talk.
  public RunSummary(Console console) {
    this.talk = console.talk();
  }

  /// Shows a report.
  ///
  /// @param output where the document went, as the person knows it
  public void show(RunReport report, String output) {
    showProblems(report.problems());
    RunCounts counts = report.counts();
    line("document", report.document());
    if (!report.themes().isEmpty()) {
      line("tokens", String.join(", ", report.themes()));
    }
    line("output", output);
    line("nodes", "%,d, %,d with tokens".formatted(counts.nodes(), counts.nodesWithTokens()));
    line(
        "",
        "%,d changed, %,d unchanged, %,d skipped, %,d failed"
            .formatted(
                counts.nodesChanged(),
                counts.nodesUnchanged(),
                counts.nodesSkipped(),
                counts.nodesFailed()));
    line("changes", "%,d".formatted(counts.changes()));
    line("problems", counted(report.problems()));
    line("time", "%.2f s".formatted(report.times().totalNanos() / NANOS_PER_SECOND));
    if (report.residentPeakBytes() > 0) {
      line("memory", "%.0f MB at most".formatted(report.residentPeakBytes() / BYTES_PER_MEGABYTE));
    }
    talk.flush();
  }

  /// Shows the first problems of each kind in full and says how many more there are.
  public void showProblems(ProblemTally problems) {
    List<Problem> examples = problems.examples();
    for (Map.Entry<ProblemCode, Long> entry : problems.counts().entrySet()) {
      long shown = 0;
      for (Problem problem : examples) {
        if (problem.code() == entry.getKey() && shown < EXAMPLES_SHOWN_MAX) {
          talk.println(Printable.lines(problem.render()));
          shown++;
        }
      }
      if (entry.getValue() > shown) {
        talk.println(
            "  … and %,d more %s".formatted(entry.getValue() - shown, entry.getKey().text()));
      }
    }
  }

  /// `token-missing 12, font-missing 1`, or `none`.
  static String counted(ProblemTally problems) {
    if (problems.isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<ProblemCode, Long> entry : problems.counts().entrySet()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(entry.getKey().text())
          .append(String.format(Locale.ROOT, " %,d", entry.getValue()));
    }
    return text.toString();
  }

  private void line(String label, String text) {
    talk.println(Printable.line("%-9s %s".formatted(label, text)));
  }
}
