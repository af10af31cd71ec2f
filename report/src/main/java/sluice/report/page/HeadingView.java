package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.document.RunCounts;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.report.Heading;
import sluice.report.Report;

/// What was done to what, and what it came to, for its template.
///
/// @param title the title of the file
/// @param verb what was done
/// @param subject what it was done to
/// @param facts labels and what they stand for
/// @param counts numbers in the words of the command's summary
record HeadingView(
    String title, String verb, String subject, List<Fact> facts, List<Count> counts) {
  private static final int NAMES_SHOWN_MAX = 6;

  /// A label and words.
  record Fact(String label, String words) {}

  /// A number and its label.
  ///
  /// @param key what the metrics call it
  /// @param weight `main` for those that matter most, otherwise `more`
  record Count(String key, String number, String label, String weight) {}

  static HeadingView of(Report report) {
    Heading heading = report.heading();
    String verb =
        switch (heading.kind()) {
          case APPLY ->
              heading.output().isEmpty() ? "What tokens would change in" : "Tokens applied to";
          case IMPACT -> "What other tokens would change in";
        };
    String subject =
        heading.documents().size() == 1
            ? Shown.name(heading.documents().getFirst())
            : Figures.counted(heading.documents().size(), "document", "documents");
    return new HeadingView(verb + " " + subject, verb, subject, facts(heading), counts(report));
  }

  private static List<Fact> facts(Heading heading) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            heading.documents().size() == 1 ? "document" : "documents",
            names(heading.documents())));
    boolean two = heading.kind() == Heading.Kind.IMPACT && heading.tokens().size() == 2;
    facts.add(
        new Fact(
            "tokens",
            two
                ? Shown.name(heading.tokens().getFirst())
                    + " → "
                    + Shown.name(heading.tokens().getLast())
                : heading.tokens().isEmpty() ? "the document's own" : names(heading.tokens())));
    if (!heading.themes().isEmpty()) {
      facts.add(new Fact("themes", names(heading.themes())));
    }
    if (heading.kind() == Heading.Kind.APPLY) {
      facts.add(
          new Fact(
              "output",
              heading.output().isEmpty()
                  ? "none, nothing was written"
                  : Shown.name(heading.output())));
    }
    return facts;
  }

  private static String names(List<String> names) {
    String text =
        String.join(", ", names.stream().limit(NAMES_SHOWN_MAX).map(Shown::name).toList());
    int more = names.size() - NAMES_SHOWN_MAX;
    return more <= 0 ? text : text + " and " + Figures.count(more) + " more";
  }

  private static List<Count> counts(Report report) {
    RunCounts counts = report.counts();
    ProblemTally problems = report.problems();
    return List.of(
        main("nodesChanged", counts.nodesChanged(), "nodes changed"),
        main("changes", counts.changes(), "changes"),
        main("nodes", counts.nodes(), "nodes"),
        more("nodesWithTokens", counts.nodesWithTokens(), "with tokens"),
        more("nodesUnchanged", counts.nodesUnchanged(), "unchanged"),
        more("nodesSkipped", counts.nodesSkipped(), "skipped"),
        more("nodesFailed", counts.nodesFailed(), "failed"),
        more("errors", problems.count(Severity.ERROR), "errors"),
        more("warnings", problems.count(Severity.WARNING), "warnings"),
        more("infos", problems.count(Severity.INFO), "worth knowing"));
  }

  private static Count main(String key, long number, String label) {
    return new Count(key, Figures.count(number), label, "main");
  }

  private static Count more(String key, long number, String label) {
    return new Count(key, Figures.count(number), label, "more");
  }
}
