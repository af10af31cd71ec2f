package sluice.impact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.document.RunCounts;
import sluice.json.JsonLines;
import sluice.json.JsonText;

/// Counts what runs tell, by token and by page, and keeps the nodes' lines in a temporary file for
/// the formats that list them. Nothing is held for each node. Not safe for use by several threads.
public final class ImpactReport implements AutoCloseable {
  /// Tokens with changes that are told apart; those of further ones are only counted.
  static final int TOKENS_MAX = 100_000;

  /// Pages that are told apart; what is on further ones is only counted.
  static final int PAGES_MAX = 10_000;

  /// Pages that are told apart when the pages of one token are counted.
  static final int PAGE_BITS_MAX = 1_000;

  /// Pages with examples.
  static final int EXAMPLE_PAGES_MAX = 100;

  /// Examples of one page.
  static final int EXAMPLES_MAX = 5;

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final @Nullable OutputStream nodes;
  private final List<Impact.OfDocument> documents = new ArrayList<>();
  private final Map<String, TokenRow> tokens = new LinkedHashMap<>();
  private final Map<PageKey, PageRow> pages = new LinkedHashMap<>();
  private final Set<TokenRow> touched = new HashSet<>();
  private ImpactCounts otherPages = ImpactCounts.NONE;
  private long otherTokens;

  private record PageKey(String document, String file, String page) {}

  /// @param nodesFile where the nodes' lines go, one JSON object a line, with the document's name;
  ///   made here, deleted by the caller; null when they are not wanted
  public ImpactReport(@Nullable Path nodesFile) throws IOException {
    this.nodes =
        nodesFile == null
            ? null
            : new BufferedOutputStream(Files.newOutputStream(nodesFile), BUFFER_SIZE_BYTES);
  }

  /// Adds what a run over a document told.
  ///
  /// @param document what the person calls it
  /// @param run what the run counted
  /// @param lines what it wrote
  public void add(String document, RunCounts run, Path lines) throws IOException {
    StringBuilder name = new StringBuilder("{\"document\":");
    JsonText.quote(document, name);
    byte[] begin = name.append(',').toString().getBytes(StandardCharsets.UTF_8);
    ImpactCounts counts = ImpactCounts.NONE;
    PageRow page = null;
    try (InputStream in = Files.newInputStream(lines)) {
      JsonLines reader = new JsonLines(in);
      while (reader.next()) {
        NodeLine line = new NodeLine(reader.bytes(), reader.from());
        page = page(document, line, page);
        ImpactCounts own = count(line, page);
        counts = counts.with(own);
        if (page.index < PAGES_MAX) {
          page.counts = page.counts.with(own);
        } else {
          otherPages = otherPages.with(own);
        }
        if (nodes != null && own.applied() + own.broken() > 0) {
          nodes.write(begin);
          nodes.write(reader.bytes(), reader.from() + 1, reader.to() - reader.from() - 1);
          nodes.write('\n');
        }
      }
    }
    documents.add(new Impact.OfDocument(document, run.nodes(), run.nodesWithTokens(), counts));
  }

  /// The row of the page a node is on. Nodes of one page mostly come together.
  private PageRow page(String document, NodeLine line, @Nullable PageRow last) {
    String id = line.text("page");
    String file = line.text("file");
    if (last != null && last.key.page().equals(id) && last.key.file().equals(file)) {
      return last;
    }
    PageKey key = new PageKey(document, file, id);
    PageRow known = pages.get(key);
    if (known != null) {
      return known;
    }
    PageRow page = new PageRow(key, pages.size(), line.pageName());
    if (page.index < PAGES_MAX) {
      pages.put(key, page);
    }
    return page;
  }

  private ImpactCounts count(NodeLine line, PageRow page) {
    long byTokens = 0;
    long both = 0;
    long drift = 0;
    long broken = 0;
    Impact.Example example = null;
    touched.clear();
    for (NodeLine.Change change : line.changes()) {
      switch (change.cause()) {
        case TOKENS -> byTokens++;
        case BOTH -> both++;
        case DRIFT -> {
          drift++;
          continue;
        }
      }
      TokenRow token = token(change.token());
      if (token != null) {
        token.changes++;
        touched.add(token);
      }
      if (example == null && page.wantsExample()) {
        example = line.example(change.words());
      }
    }
    for (NodeLine.Break found : line.broken()) {
      broken++;
      TokenRow token = found.token().isEmpty() ? null : token(found.token());
      if (token != null) {
        token.broken++;
        touched.add(token);
      }
      if (example == null && page.wantsExample()) {
        example = line.example(found.words());
      }
    }
    for (TokenRow token : touched) {
      token.nodes++;
      token.pages.set(Math.min(page.index, PAGE_BITS_MAX));
    }
    if (example != null) {
      page.examples.add(example.andMore(byTokens + both + broken - 1));
    }
    return new ImpactCounts(
        byTokens + both + broken > 0 ? 1 : 0,
        byTokens,
        both,
        drift > 0 ? 1 : 0,
        drift,
        line.number("kept"),
        broken > 0 ? 1 : 0,
        broken,
        line.number("repaired"),
        line.number("stillBroken"),
        line.number("layout") > 0 ? 1 : 0);
  }

  private @Nullable TokenRow token(String name) {
    TokenRow token = tokens.get(name);
    if (token == null && tokens.size() < TOKENS_MAX) {
      token = new TokenRow();
      tokens.put(name, token);
    }
    otherTokens += token == null ? 1 : 0;
    return token;
  }

  /// What has been added; nothing is added after it.
  ///
  /// @param diff which tokens are different
  /// @param themes what counted of them
  public Impact result(TokenDiff diff, Impact.Themes themes) throws IOException {
    close();
    ImpactCounts counts = ImpactCounts.NONE;
    for (Impact.OfDocument document : documents) {
      counts = counts.with(document.counts());
    }
    List<Impact.OfToken> told = new ArrayList<>();
    Map<String, TokenRow> rest = new LinkedHashMap<>(tokens);
    for (TokenDelta delta : diff.deltas()) {
      TokenRow row = rest.remove(delta.name());
      told.add((row == null ? new TokenRow() : row).of(delta.name(), delta));
    }
    rest.forEach((name, row) -> told.add(row.of(name, null)));
    return new Impact(
        themes,
        documents,
        counts,
        diff,
        told,
        otherTokens,
        pages.values().stream().map(PageRow::told).toList(),
        otherPages);
  }

  @Override
  public void close() throws IOException {
    if (nodes != null) {
      nodes.close();
    }
  }

  /// What is counted of a token.
  private static final class TokenRow {
    final BitSet pages = new BitSet();
    long nodes;
    long changes;
    long broken;

    Impact.OfToken of(String name, @Nullable TokenDelta delta) {
      return new Impact.OfToken(name, delta, nodes, changes, broken, pages.cardinality());
    }
  }

  /// What is counted of a page.
  private static final class PageRow {
    final PageKey key;
    final int index;
    final String name;
    final List<Impact.Example> examples = new ArrayList<>(0);
    ImpactCounts counts = ImpactCounts.NONE;

    PageRow(PageKey key, int index, String name) {
      this.key = key;
      this.index = index;
      this.name = name;
    }

    boolean wantsExample() {
      return index < EXAMPLE_PAGES_MAX && examples.size() < EXAMPLES_MAX;
    }

    Impact.OfPage told() {
      return new Impact.OfPage(key.document(), key.file(), key.page(), name, counts, examples);
    }
  }
}
