package sluice.cli.terminal;

import java.util.List;
import sluice.impact.Impact;
import sluice.impact.ImpactCounts;
import sluice.impact.ImpactWords;
import sluice.impact.TokenDelta;
import sluice.impact.TokenOrder;

/// Impact for people: what breaks, the tokens, the pages, and what has nothing to do with the
/// tokens' differences.
public final class TextImpact {
  /// Rows of each table; the JSON has all.
  static final int ROWS_MAX = 50;

  private final Impact impact;
  private final int widthColumns;
  private final StringBuilder text = new StringBuilder();

  private TextImpact(Impact impact, int widthColumns) {
    this.impact = impact;
    this.widthColumns = widthColumns;
  }

  /// The text, each line with its end.
  public static String of(Impact impact, int widthColumns) {
    TextImpact written = new TextImpact(impact, widthColumns);
    written.removed();
    written.tokens();
    written.pages();
    written.summary();
    return written.text.toString();
  }

  private void removed() {
    List<Impact.OfToken> removed = TokenOrder.removedInUse(impact);
    if (removed.isEmpty()) {
      return;
    }
    TextTable table = table("REMOVED, STILL APPLIED", "NODES", "PAGES");
    removed.stream()
        .limit(ROWS_MAX)
        .forEach(token -> table.row(token.name(), count(token.nodes()), count(token.pages())));
    end(table, removed.size());
    text.append('\n');
  }

  private void tokens() {
    List<Impact.OfToken> tokens = TokenOrder.of(impact);
    if (tokens.isEmpty()) {
      return;
    }
    TextTable table = table("TOKEN", "", "BEFORE", "AFTER", "FOLLOWS FROM", "NODES", "PAGES");
    for (Impact.OfToken token : tokens.subList(0, Math.min(ROWS_MAX, tokens.size()))) {
      TokenDelta delta = token.delta();
      table.row(
          token.name(),
          ImpactWords.change(delta),
          delta == null ? "" : ImpactWords.value(delta.before()),
          delta == null ? "" : ImpactWords.value(delta.after()),
          ImpactWords.because(delta),
          count(token.nodes()),
          count(token.pages()));
    }
    end(table, tokens.size());
    if (impact.otherTokens() > 0) {
      text.append("%,d changes of further tokens\n".formatted(impact.otherTokens()));
    }
    text.append('\n');
  }

  private void pages() {
    if (impact.pages().isEmpty()) {
      return;
    }
    TextTable table = table("PAGE", "NODES", "CHANGES", "BROKEN", "OUT OF STEP BEFORE");
    for (Impact.OfPage page :
        impact.pages().subList(0, Math.min(ROWS_MAX, impact.pages().size()))) {
      row(ImpactWords.page(page), page.counts(), table);
    }
    ImpactCounts others = impact.otherPages();
    if (others.applied() + others.broken() > 0) {
      row("further pages", others, table);
    }
    end(table, impact.pages().size());
    text.append('\n');
  }

  private static void row(String name, ImpactCounts counts, TextTable table) {
    table.row(
        name,
        count(counts.nodes()),
        count(counts.changes()),
        count(counts.broken()),
        count(counts.drift()));
  }

  private void summary() {
    ImpactCounts counts = impact.counts();
    line(ImpactWords.tokens(impact.diff()));
    line(ImpactWords.nodes(impact));
    line(ImpactWords.broken(counts));
    if (counts.layoutNodes() > 0) {
      line(
          "%,d nodes get their place or size only when the editor lays them out"
              .formatted(counts.layoutNodes()));
    }
    String drift = ImpactWords.drift(counts);
    line(drift.isEmpty() ? "" : "not of this change: " + drift);
  }

  private void line(String sentence) {
    if (!sentence.isEmpty()) {
      text.append(sentence).append('\n');
    }
  }

  private static String count(long number) {
    return number == 0 ? "" : "%,d".formatted(number);
  }

  private TextTable table(String... headings) {
    return new TextTable(widthColumns, headings);
  }

  private void end(TextTable table, int rows) {
    text.append(table.render());
    if (rows > ROWS_MAX) {
      text.append("… and %,d more, see --format json\n".formatted(rows - ROWS_MAX));
    }
  }
}
