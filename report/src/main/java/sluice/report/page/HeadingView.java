package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.document.RunCounts;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.report.Comparison;
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
    return new HeadingView(verb + " " + subject, verb, subject, facts(report), counts(report));
  }

  private static List<Fact> facts(Report report) {
    Heading heading = report.heading();
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
    report.comparison().filter(told -> told.drift() > 0).ifPresent(told -> facts.add(drift(told)));
    return facts;
  }

  /// What applying writes beyond the numbers of the page.
  private static Fact drift(Comparison told) {
    return new Fact(
        "not counted",
        Figures.counted(told.drift(), "value", "values")
            + " on "
            + Figures.counted(told.driftNodes(), "node", "nodes")
            + (told.drift() == 1 ? " differs" : " differ")
            + " from a token that is the same in both versions; applying writes "
            + (told.drift() == 1 ? "it" : "them")
            + " too");
  }

  private static String names(List<String> names) {
    String text =
        String.join(", ", names.stream().limit(NAMES_SHOWN_MAX).map(Shown::name).toList());
    int more = names.size() - NAMES_SHOWN_MAX;
    return more <= 0 ? text : text + " and " + Figures.count(more) + " more";
  }

  private static List<Count> counts(Report report) {
    return report.comparison().map(told -> compared(told, report)).orElseGet(() -> applied(report));
  }

  private static List<Count> compared(Comparison told, Report report) {
    RunCounts counts = report.counts();
    ProblemTally problems = report.problems();
    return List.of(
        main("nodesAffected", told.nodesAffected(), "nodes affected"),
        main("changes", told.changes(), "changes"),
        main("broken", told.broken(), "newly broken"),
        more("tokensChanged", told.tokensChanged(), "tokens changed"),
        more("tokensAdded", told.tokensAdded(), "added"),
        more("tokensRemoved", told.tokensRemoved(), "removed"),
        more("nodes", counts.nodes(), "nodes"),
        more("nodesWithTokens", counts.nodesWithTokens(), "with tokens"),
        more("nodesBroken", told.brokenNodes(), "nodes broken"),
        more("nodesForLayout", told.layoutNodes(), "nodes to lay out"),
        more("drift", told.drift(), "drifted values"),
        more("kept", told.kept(), "values kept"),
        more("repaired", told.repaired(), "repaired"),
        more("stillBroken", told.stillBroken(), "still broken"),
        more("errors", problems.count(Severity.ERROR), "errors"),
        more("warnings", problems.count(Severity.WARNING), "warnings"),
        more("infos", problems.count(Severity.INFO), "worth knowing"));
  }

  private static List<Count> applied(Report report) {
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
