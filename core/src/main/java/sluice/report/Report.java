package sluice.report;

import java.util.List;
import java.util.Optional;
import sluice.document.RunCounts;
import sluice.problem.ProblemTally;

/// All that a report shows.
///
/// @param heading what was done to what
/// @param counts nodes and changes, as in the metrics
/// @param comparison what another version of the tokens does, in numbers; empty where values were
///   applied
/// @param board the tokens whose values changed
/// @param pages the pages, most changed first
/// @param pagesOmitted pages beyond those, all of them less changed
/// @param pictures the most affected frames, most affected first
/// @param run how the run went, empty where nothing ran, or several runs did
/// @param problems what was wrong, counted, with examples
public record Report(
    Heading heading,
    RunCounts counts,
    Optional<Comparison> comparison,
    TokenBoard board,
    List<PageMap> pages,
    long pagesOmitted,
    List<Picture> pictures,
    Optional<RunGraph> run,
    ProblemTally problems) {
  public Report {
    pages = List.copyOf(pages);
    pictures = List.copyOf(pictures);
  }

  /// The same, with another name for the updated document.
  public Report writtenTo(String output) {
    Heading named =
        new Heading(
            heading.kind(), heading.documents(), heading.tokens(), heading.themes(), output);
    return new Report(
        named, counts, comparison, board, pages, pagesOmitted, pictures, run, problems);
  }
}
