package sluice.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Impact as a comment on a pull request: GitHub-flavoured Markdown with a table of the tokens, and
/// pages and examples folded away. Never longer than GitHub takes.
///
/// Names from tokens and documents stand in code spans, so that nothing in them is markup, a link
/// or a mention. Colours in code spans get a swatch on GitHub.
public final class ImpactMarkdown {
  /// A comment on GitHub may have 65,536 characters.
  static final int SIZE_CHARS_MAX = 65_000;

  /// The first line, by which a comment can be found and replaced.
  public static final String MARK = "<!-- sluice impact -->";

  /// Rows of the table of tokens, and of that of pages.
  static final int ROWS_MAX = 100;

  /// Room for what closes a list that had to be cut, and for all that comes after it.
  private static final int CLOSING_SIZE_CHARS = 400;

  /// Themes or sets that are named.
  private static final int NAMES_MAX = 6;

  private static final int NAME_SIZE_CHARS_MAX = 100;

  private final Impact impact;
  private final StringBuilder text = new StringBuilder(MARK).append('\n');

  private ImpactMarkdown(Impact impact) {
    this.impact = impact;
  }

  /// The text, each line with its end.
  public static String of(Impact impact) {
    ImpactMarkdown markdown = new ImpactMarkdown(impact);
    markdown.head();
    markdown.removed();
    markdown.tokens();
    markdown.drift();
    markdown.pages();
    markdown.examples();
    return markdown.text.toString();
  }

  private void head() {
    text.append("### Token impact\n\n");
    text.append("**").append(capital(ImpactWords.tokens(impact.diff()))).append(".** ");
    text.append(capital(ImpactWords.nodes(impact))).append(".\n");
    List<String> older = impact.themes().older();
    List<String> newer = impact.themes().newer();
    if (older.equals(newer)) {
      text.append(newer.isEmpty() ? "" : "\nUnder " + codes(newer) + ".\n");
    } else {
      text.append("\nBefore under ").append(codes(older));
      text.append(", after under ").append(codes(newer)).append(".\n");
    }
  }

  private static String codes(List<String> names) {
    if (names.isEmpty()) {
      return "no set";
    }
    List<String> shown = names.subList(0, Math.min(NAMES_MAX, names.size()));
    String more =
        names.size() > NAMES_MAX
            ? String.format(Locale.ROOT, " and %,d more", names.size() - NAMES_MAX)
            : "";
    return shown.stream().map(ImpactMarkdown::code).collect(Collectors.joining(", ")) + more;
  }

  private void removed() {
    ImpactCounts counts = impact.counts();
    if (counts.broken() == 0) {
      return;
    }
    text.append("\n> [!WARNING]\n> ");
    text.append(capital(ImpactWords.broken(counts))).append(".\n");
    List<String> rows = new ArrayList<>();
    for (Impact.OfToken token : TokenOrder.removedInUse(impact)) {
      rows.add(
          String.format(
              Locale.ROOT,
              "> - %s is removed and still applied to %,d %s on %,d %s\n",
              code(token.name()),
              token.nodes(),
              token.nodes() == 1 ? "node" : "nodes",
              token.pages(),
              token.pages() == 1 ? "page" : "pages"));
    }
    rows(rows, "> - … and ", " more\n");
  }

  private void tokens() {
    List<Impact.OfToken> tokens = TokenOrder.of(impact);
    if (tokens.isEmpty()) {
      return;
    }
    text.append("\n| Token | | Before | After | Follows from | Nodes | Pages |\n");
    text.append("|---|---|---|---|---|--:|--:|\n");
    List<String> rows = new ArrayList<>();
    for (Impact.OfToken token : tokens) {
      TokenDelta delta = token.delta();
      rows.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %,d | %,d |\n",
              code(token.name()),
              ImpactWords.change(delta),
              delta == null || delta.before() == null
                  ? "–"
                  : code(ImpactWords.value(delta.before())),
              delta == null || delta.after() == null ? "–" : code(ImpactWords.value(delta.after())),
              because(delta),
              token.nodes(),
              token.pages()));
    }
    rows(rows, "\n… and ", " more tokens\n");
    if (impact.otherTokens() > 0) {
      text.append(
          String.format(Locale.ROOT, "\n%,d changes of further tokens\n", impact.otherTokens()));
    }
  }

  private static String because(@Nullable TokenDelta delta) {
    List<String> because = delta == null ? null : delta.because();
    if (because == null || because.isEmpty()) {
      return because == null ? "" : ImpactWords.because(delta);
    }
    String first = code(because.getFirst());
    long more = because.size() - 1 + (delta == null ? 0 : delta.becauseOmitted());
    return more == 0 ? first : String.format(Locale.ROOT, "%s and %,d more", first, more);
  }

  private void drift() {
    String drift = ImpactWords.drift(impact.counts());
    if (!drift.isEmpty()) {
      text.append("\nNot of this change: ").append(drift).append(".\n");
    }
    if (impact.counts().layoutNodes() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n%,d nodes get their place or size only when the editor lays them out.\n",
              impact.counts().layoutNodes()));
    }
  }

  private void pages() {
    if (impact.pages().isEmpty()) {
      return;
    }
    List<String> rows = new ArrayList<>();
    for (Impact.OfPage page : impact.pages()) {
      ImpactCounts counts = page.counts();
      rows.add(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,d | %,d | %,d |\n",
              code(ImpactWords.page(page)),
              counts.nodes(),
              counts.changes(),
              counts.broken(),
              counts.drift()));
    }
    open("Pages");
    text.append("| Page | Nodes | Changes | Broken | Out of step before |\n");
    text.append("|---|--:|--:|--:|--:|\n");
    rows(rows, "\n… and ", " more pages\n");
    if (impact.otherPages().applied() + impact.otherPages().broken() > 0) {
      text.append(
          String.format(
              Locale.ROOT, "\n%,d nodes on further pages\n", impact.otherPages().nodes()));
    }
    text.append("\n</details>\n");
  }

  private void examples() {
    List<String> rows = new ArrayList<>();
    for (Impact.OfPage page : impact.pages()) {
      for (Impact.Example example : page.examples()) {
        String more =
            example.more() == 0 ? "" : String.format(Locale.ROOT, ", and %,d more", example.more());
        rows.add("- %s: %s%s\n".formatted(code(example.path()), code(example.what()), more));
      }
    }
    if (!rows.isEmpty() && fits(CLOSING_SIZE_CHARS)) {
      open("Examples");
      rows(rows, "- … and ", " more\n");
      text.append("\n</details>\n");
    }
  }

  private void open(String summary) {
    text.append("\n<details><summary>").append(summary).append("</summary>\n\n");
  }

  /// Rows as far as there is room, then how many are left out, between two texts.
  private void rows(List<String> rows, String before, String after) {
    int shown = 0;
    while (shown < rows.size() && shown < ROWS_MAX && fits(rows.get(shown).length())) {
      text.append(rows.get(shown++));
    }
    if (shown < rows.size()) {
      text.append(before).append(String.format(Locale.ROOT, "%,d", rows.size() - shown));
      text.append(after);
    }
  }

  /// Whether there is room for so many characters, beside what may still have to be said.
  private boolean fits(int size) {
    return text.length() + size + 4 * CLOSING_SIZE_CHARS <= SIZE_CHARS_MAX;
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /// A code span that holds any text (CommonMark, code spans): with a fence of more backticks than
  /// the text has in a row. A bar would end a table's cell, even inside one (GFM, tables).
  static String code(String raw) {
    String line = oneLine(raw);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String pad =
        line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") || line.endsWith(" ")
            ? " "
            : "";
    return fence + pad + line.replace("|", "\\|") + pad + fence;
  }

  /// Text on one line, cut, without control characters; an empty code span would be none.
  private static String oneLine(String raw) {
    String cut = raw;
    if (raw.length() > NAME_SIZE_CHARS_MAX) {
      boolean splits = Character.isHighSurrogate(raw.charAt(NAME_SIZE_CHARS_MAX - 1));
      cut = raw.substring(0, splits ? NAME_SIZE_CHARS_MAX - 1 : NAME_SIZE_CHARS_MAX) + "…";
    }
    StringBuilder line = new StringBuilder(cut.length());
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString().isBlank() ? "–" : line.toString();
  }
}
