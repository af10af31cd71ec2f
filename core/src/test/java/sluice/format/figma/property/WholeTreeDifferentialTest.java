package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.ApplyRequest;
import sluice.RunReport;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.apply.FontCatalog;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.oracle.RandomFigmaDocument;
import sluice.oracle.RandomSetup;
import sluice.oracle.Replay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The streaming engine against [WholeTree] on random documents: the same bytes, whatever the
/// document looks like and however the run is set up; the same change set and counts in every
/// setup.
class WholeTreeDifferentialTest {
  private static final Replay REPLAY =
      Replay.of(WholeTreeDifferentialTest.class, "differential.documents", 50);

  private static final int NODES_MAX = 160;

  /// The first of so many documents has more nodes than a window or a chunk.
  private static final int LARGE_EVERY = 50;

  private static final int LARGE_NODES_MAX = 2_500;
  private static final int SETUPS = 3;

  @TempDir Path folder;

  private record Outcome(String document, String changes, RunCounts counts) {}

  @Test
  void streaming_givesTheBytesThatTheWholeTreeGives() throws Exception {
    long changed = 0;
    long cases = 0;
    for (long seed : REPLAY.seeds().toArray()) {
      changed += compare(seed, cases++ % LARGE_EVERY == 0);
    }
    System.out.printf("%,d documents, %,d nodes changed, all as expected%n", cases, changed);
    assertTrue(changed > 5 * cases, "only %,d changed".formatted(changed));
  }

  private long compare(long seed, boolean large) throws Exception {
    Random random = new Random(seed);
    RandomFigmaDocument document =
        RandomFigmaDocument.of(seed, large ? LARGE_NODES_MAX : NODES_MAX, folder);
    boolean zipped = random.nextInt(4) == 0;
    Path input = folder.resolve(zipped ? "in.json.gz" : "in.json");
    byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
    Files.write(input, zipped ? gzip(bytes) : bytes);
    List<String> themes = random.nextInt(5) == 0 ? List.of() : List.of("Dark");
    String baseFontSize = random.nextBoolean() ? "16" : "12.5";
    Set<String> scope = random.nextInt(4) == 0 ? scope(document, random) : Set.of();
    String what = REPLAY.command(seed) + "\n" + document.form() + ", scope " + scope + ", ";

    WholeTree.Result expected =
        WholeTree.of(
            document.text(),
            resolved(document, themes, baseFontSize).resolved(),
            new ApplySettings(
                resolved(document, themes, baseFontSize).baseFontSizePx(),
                FontCatalog.assumeAll(),
                false),
            scope);
    Outcome first = null;
    for (int i = 0; i < SETUPS; i++) {
      RandomSetup setup = RandomSetup.of(random);
      ApplyRequest request =
          setup
              .on(Sluice.apply(input))
              .tokens(document.tokens())
              .theme(themes.toArray(String[]::new))
              .baseFontSize(baseFontSize);
      if (!scope.isEmpty()) {
        request.scope(new Scope.Nodes(List.copyOf(scope)));
      }
      Outcome outcome = run(request, zipped);
      assertSame(expected, bytes, outcome, what + setup);
      first = first == null ? outcome : first;
      assertEquals(first.changes(), outcome.changes(), what + setup);
      assertEquals(withoutCache(first.counts()), withoutCache(outcome.counts()), what + setup);
    }
    return expected.changed();
  }

  private static Set<String> scope(RandomFigmaDocument document, Random random) {
    // An id that the form of the document left out would end the run.
    List<String> ids =
        document.ids().stream().filter(id -> document.text().contains("\"" + id + "\"")).toList();
    return ids.isEmpty() ? Set.of() : Set.of(ids.get(random.nextInt(ids.size())));
  }

  private static TokenValues resolved(
      RandomFigmaDocument document, List<String> themes, String baseFontSize) {
    return Sluice.resolve(
        new TokenChoice(List.of(document.tokens()), themes, List.of(), baseFontSize));
  }

  private Outcome run(ApplyRequest request, boolean zipped) throws Exception {
    Path output = folder.resolve("out");
    Path changes = folder.resolve("changes.ndjson");
    RunReport report = request.output(output).changes(changes).start().await();
    byte[] bytes = Files.readAllBytes(output);
    return new Outcome(
        new String(zipped ? gunzip(bytes) : bytes, StandardCharsets.UTF_8),
        Files.readString(changes),
        report.counts());
  }

  private static void assertSame(
      WholeTree.Result expected, byte[] before, Outcome actual, String what) {
    String difference = difference(expected.text(), actual.document());
    assertEquals("", difference, what);
    RunCounts counts = actual.counts();
    assertEquals(
        List.of(
            expected.nodes(),
            expected.withTokens(),
            expected.changed(),
            expected.failed(),
            expected.changes()),
        List.of(
            counts.nodes(),
            counts.nodesWithTokens(),
            counts.nodesChanged(),
            counts.nodesFailed(),
            counts.changes()),
        what);
    assertEquals(
        counts.nodesWithTokens(),
        counts.nodesChanged()
            + counts.nodesUnchanged()
            + counts.nodesSkipped()
            + counts.nodesFailed(),
        what);
    assertEquals(expected.changed(), actual.changes().lines().count(), what);
    String undone = undone(actual.document().getBytes(StandardCharsets.UTF_8), actual.changes());
    assertEquals("", difference(new String(before, StandardCharsets.UTF_8), undone), what);
  }

  /// Where two texts part, and what stands there in each; empty when they are equal.
  private static String difference(String expected, String actual) {
    if (expected.equals(actual)) {
      return "";
    }
    int at = 0;
    int end = Math.min(expected.length(), actual.length());
    while (at < end && expected.charAt(at) == actual.charAt(at)) {
      at++;
    }
    return "at %d\nexpected …%s…\nbut was  …%s…"
        .formatted(at, around(expected, at), around(actual, at));
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
  }

  /// The document before, from the document after and its change set: between the bytes that a line
  /// tells of, both are the same.
  private static String undone(byte[] after, String changes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int done = 0;
    for (Undo undo : Undo.all(changes)) {
      int same = Math.toIntExact(undo.offset() - out.size());
      if (same < 0 || done + same > after.length) {
        return "change set tells of byte " + undo.offset() + " out of turn";
      }
      out.write(after, done, same);
      out.writeBytes(undo.old().getBytes(StandardCharsets.UTF_8));
      done += same + undo.size();
    }
    out.write(after, done, after.length - done);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  /// One replacement to take back.
  private record Undo(long offset, String old, int size) {
    static List<Undo> all(String changes) {
      return changes
          .lines()
          .map(line -> JsonMapper.shared().readTree(line))
          .flatMap(line ->
              line.get("undo")
                  .valueStream()
                  .map(undo ->
                      new Undo(
                          line.get("at").asLong() + undo.get(0).asLong(),
                          text(undo.get(1)),
                          undo.get(2).asInt())))
          .sorted(Comparator.comparingLong(Undo::offset))
          .toList();
    }

    private static String text(@Nullable JsonNode json) {
      return json == null ? "" : json.asString();
    }
  }

  /// What a run remembers shows in these alone.
  private static RunCounts withoutCache(RunCounts counts) {
    return new RunCounts(
        counts.nodes(),
        counts.nodesWithTokens(),
        counts.nodesChanged(),
        counts.nodesUnchanged(),
        counts.nodesSkipped(),
        counts.nodesFailed(),
        counts.changes(),
        0,
        0,
        0);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return zip.readAllBytes();
    }
  }
}
