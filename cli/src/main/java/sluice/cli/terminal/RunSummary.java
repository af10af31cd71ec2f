package sluice.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sluice.RunReport;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;

/// What is said at the end of a run: problems first, so that the numbers stay in sight.
public final class RunSummary {
  /// How many problems of one kind are shown in full.
  static final int EXAMPLES_SHOWN_MAX = 3;

  /// The same for what is only worth knowing.
  static final int INFOS_SHOWN_MAX = 1;

  private static final int NAMES_SHOWN_MAX = 6;

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
    showProblems(report.problems(), EXAMPLES_SHOWN_MAX);
    RunCounts counts = report.counts();
    line("document", report.document());
    if (!report.themes().isEmpty()) {
      line("tokens", names(report.themes()));
    }
    line("output", output);
    line("mode", report.mode().text() + ", " + report.modeReason());
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
    report.archive().ifPresent(this::archive);
    line("problems", counted(report.problems()));
    line("time", "%.2f s".formatted(report.times().totalNanos() / NANOS_PER_SECOND));
    if (report.residentPeakBytes() > 0) {
      line("memory", "%.0f MB at most".formatted(report.residentPeakBytes() / BYTES_PER_MEGABYTE));
    }
    talk.flush();
  }

  private void archive(ArchiveCounts counts) {
    line(
        "archive",
        "%,d of %,d entries written anew, the others copied"
            .formatted(counts.entriesReplaced(), counts.entries()));
    line(
        "",
        "%,d properties take a token, %,d of them one without a value"
            .formatted(counts.pairs(), counts.danglingPairs()));
    if (counts.nodesCarried() + counts.nodesPending() > 0) {
      line(
          "",
          "%,d shapes moved along with others, %,d wait for Penpot's layout"
              .formatted(counts.nodesCarried(), counts.nodesPending()));
    }
  }

  /// Shows a report of a run that only looked: its problems and how much it saw.
  public void showDocument(RunReport report) {
    showProblems(report.problems(), EXAMPLES_SHOWN_MAX);
    line("document", report.document());
    if (!report.themes().isEmpty()) {
      line("tokens", names(report.themes()));
    }
    line(
        "nodes",
        "%,d, %,d with tokens"
            .formatted(report.counts().nodes(), report.counts().nodesWithTokens()));
    line("time", "%.2f s".formatted(report.times().totalNanos() / NANOS_PER_SECOND));
    talk.flush();
  }

  /// Shows the first problems of each kind in full and says how many more there are: errors first,
  /// then warnings, then what is only worth knowing.
  ///
  /// @param shownMax how many errors and warnings of each kind
  public void showProblems(ProblemTally problems, int shownMax) {
    for (Severity severity : Severity.values()) {
      for (Map.Entry<ProblemCode, Long> entry : problems.counts().entrySet()) {
        if (entry.getKey().severity() == severity) {
          showProblems(entry.getKey(), entry.getValue(), problems.examples(), shownMax);
        }
      }
    }
  }

  private void showProblems(
      ProblemCode code, long count, List<Problem> examples, int seriousShownMax) {
    int shownMax = code.severity() == Severity.INFO ? INFOS_SHOWN_MAX : seriousShownMax;
    long shown = 0;
    for (Problem problem : examples) {
      if (problem.code() == code && shown < shownMax) {
        talk.println(Printable.problem(problem));
        shown++;
      }
    }
    if (count > shown) {
      talk.println("  … and %,d more %s".formatted(count - shown, code.text()));
    }
  }

  /// Names between commas, the first few when there are many.
  public static String names(List<String> names) {
    if (names.size() <= NAMES_SHOWN_MAX) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMES_SHOWN_MAX))
        + " and %,d more".formatted(names.size() - NAMES_SHOWN_MAX);
  }

  /// `token-missing 12, font-missing 1`, or `none`.
  public static String counted(ProblemTally problems) {
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
