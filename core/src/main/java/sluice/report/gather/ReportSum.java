package sluice.report.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.document.RunCounts;
import sluice.problem.ProblemTally;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.RunGraph;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// The reports of several runs together, within the bounds of one, however many there are.
public final class ReportSum {
  private final Map<String, TokenChange> tokens = new LinkedHashMap<>();
  private final ProblemTally problems = new ProblemTally();
  private RunCounts counts = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private List<PageMap> pages = List.of();
  private List<Picture> pictures = List.of();
  private List<String> versions = List.of();
  private @Nullable RunGraph run;
  private long pagesOmitted;
  private int reports;

  private record Pair(String property, Look before, Look after) {}

  /// Adds one.
  public void add(Report report) {
    reports++;
    versions = report.heading().tokens();
    counts = counts.plus(report.counts());
    for (TokenChange token : report.board().tokens()) {
      TokenChange known = tokens.get(token.token());
      if (known != null) {
        tokens.put(token.token(), together(known, token));
      } else if (tokens.size() < ReportLimits.TOKENS_MAX) {
        tokens.put(token.token(), token);
      }
    }
    addPages(report);
    addPictures(report.pictures());
    run = reports == 1 ? report.run().orElse(null) : null;
    problems.addAll(report.problems());
  }

  /// Pairs of values that one of the two leaves out count as other pairs.
  private static TokenChange together(TokenChange one, TokenChange other) {
    Map<Pair, Long> counted = new LinkedHashMap<>();
    for (TokenChange token : List.of(one, other)) {
      for (ValueChange value : token.values()) {
        counted.merge(
            new Pair(value.property(), value.before(), value.after()), value.count(), Long::sum);
      }
    }
    List<ValueChange> values =
        counted.entrySet().stream()
            .sorted(Map.Entry.<Pair, Long>comparingByValue().reversed())
            .limit(ReportLimits.VALUES_SHOWN_MAX)
            .map(pair ->
                new ValueChange(
                    pair.getKey().property(),
                    pair.getKey().before(),
                    pair.getKey().after(),
                    pair.getValue()))
            .toList();
    long changes = one.changes() + other.changes();
    return new TokenChange(
        one.token(),
        one.itself(),
        one.nodes() + other.nodes(),
        changes,
        one.impact() + other.impact(),
        values,
        changes - values.stream().mapToLong(ValueChange::count).sum(),
        one.remarks());
  }

  private void addPages(Report report) {
    List<PageMap> all = new ArrayList<>(pages);
    all.addAll(report.pages());
    all.sort(Comparator.comparingLong(PageMap::changes).reversed());
    int shown = Math.min(all.size(), ReportLimits.PAGES_SHOWN_MAX);
    pagesOmitted += report.pagesOmitted() + all.size() - shown;
    pages = fitted(all.subList(0, shown));
  }

  private static List<PageMap> fitted(List<PageMap> pages) {
    List<PageMap> fitted = List.copyOf(pages);
    int tilesMax = ReportLimits.PAGE_TILES_MAX;
    while (tilesMax > 1 && tiles(fitted) > ReportLimits.TILES_MAX) {
      tilesMax /= 2;
      int max = tilesMax;
      fitted = fitted.stream().map(page -> withTiles(page, max)).toList();
    }
    return fitted;
  }

  private static long tiles(List<PageMap> pages) {
    return pages.stream().mapToLong(page -> page.tiles().size()).sum();
  }

  private static PageMap withTiles(PageMap page, int max) {
    List<PageMap.Tile> kept = Tiles.most(page.tiles(), max);
    return new PageMap(
        page.document(),
        page.id(),
        page.name(),
        page.nodes(),
        page.nodesWithTokens(),
        page.nodesChanged(),
        page.changes(),
        kept,
        page.tilesOmitted() + page.tiles().size() - kept.size());
  }

  /// Those of one report stay in its order, by visual impact; beside each other, where that is not
  /// known any more, the ones with most changes come first.
  private void addPictures(List<Picture> more) {
    if (pictures.isEmpty()) {
      pictures = more;
      return;
    }
    List<Picture> all = new ArrayList<>(pictures);
    all.addAll(more);
    all.sort(Comparator.comparingLong(Picture::changes).reversed());
    pictures = List.copyOf(all.subList(0, Math.min(all.size(), ReportLimits.FRAMES_MAX)));
  }

  /// What the tokens were called, as the last report has it.
  public List<String> versions() {
    return versions;
  }

  /// Nodes and changes of all runs.
  public RunCounts counts() {
    return counts;
  }

  /// What a token changed in all documents, as far as the reports show it; null where none does.
  public @Nullable TokenChange token(String name) {
    return tokens.get(name);
  }

  /// The pages of all documents, most changed first.
  public List<PageMap> pages() {
    return pages;
  }

  /// Pages beyond those.
  public long pagesOmitted() {
    return pagesOmitted;
  }

  /// The most affected frames of all documents.
  public List<Picture> pictures() {
    return pictures;
  }

  /// How the run went, empty where there were several.
  public Optional<RunGraph> run() {
    return Optional.ofNullable(run);
  }

  /// What was wrong in any of them; what is wrong with the tokens counts for each.
  public ProblemTally problems() {
    return problems;
  }
}
