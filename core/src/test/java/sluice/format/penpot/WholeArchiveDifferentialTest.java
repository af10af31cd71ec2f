package sluice.format.penpot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.ApplyRequest;
import sluice.RunReport;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.Zips;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.oracle.RandomPenpotArchive;
import sluice.oracle.RandomSetup;
import sluice.oracle.Replay;
import sluice.resolve.ResolvedTokens;
import sluice.token.Dialect;

/// The streaming engine against [WholeArchive] on random archives: the same entries in the same
/// order, byte for byte, however the run is set up; the same change set and counts in every setup.
class WholeArchiveDifferentialTest {
  private static final Replay REPLAY =
      Replay.of(WholeArchiveDifferentialTest.class, "differential.archives", 60);

  private static final int SETUPS = 3;

  @TempDir Path folder;

  @Test
  void streaming_givesTheEntriesThatTheWholeArchiveGives() throws Exception {
    long changed = 0;
    long cases = 0;
    for (long seed : REPLAY.seeds().toArray()) {
      changed += compare(seed);
      cases++;
    }
    System.out.printf("%,d archives, %,d shapes changed, all as expected%n", cases, changed);
    assertTrue(changed > 3 * cases, "only %,d changed".formatted(changed));
  }

  private long compare(long seed) throws Exception {
    Random random = new Random(seed);
    Path input = folder.resolve("in.penpot");
    RandomPenpotArchive archive =
        RandomPenpotArchive.write(seed, input, folder.resolve("tokens.json"));
    List<String> themes = random.nextBoolean() ? List.of() : List.of("Mode/Dark");
    boolean own = random.nextBoolean();
    Set<String> scope =
        random.nextInt(4) == 0
            ? Set.of(archive.ids().get(random.nextInt(archive.ids().size())))
            : Set.of();
    String what = REPLAY.command(seed) + "\nscope " + scope + ", ";
    ResolvedTokens resolved =
        Sluice.resolve(
                new TokenChoice(List.of(archive.tokens()), themes, List.of(), "16", Dialect.PENPOT))
            .resolved();

    WholeArchive.Result expected = WholeArchive.of(Zips.entries(input), resolved, scope);
    String firstChanges = null;
    List<Long> firstCounts = List.of();
    for (int i = 0; i < SETUPS; i++) {
      RandomSetup setup = RandomSetup.of(random);
      Path output = folder.resolve("out.penpot");
      Path changes = folder.resolve("changes.ndjson");
      ApplyRequest request =
          setup
              .on(Sluice.apply(input))
              .theme(themes.toArray(String[]::new))
              .output(output)
              .changes(changes);
      if (!own) {
        request.tokens(archive.tokens()).dialect(Dialect.PENPOT);
      }
      if (!scope.isEmpty()) {
        request.scope(new Scope.Nodes(List.copyOf(scope)));
      }
      RunReport report = request.start().await();
      assertSame(expected, input, output, report, what + setup);
      String said = Files.readString(changes);
      firstChanges = firstChanges == null ? said : firstChanges;
      assertEquals(firstChanges, said, what + setup);
      firstCounts = firstCounts.isEmpty() ? counts(report) : firstCounts;
      assertEquals(firstCounts, counts(report), what + setup);
    }
    return expected.changed();
  }

  private static void assertSame(
      WholeArchive.Result expected, Path input, Path output, RunReport report, String what)
      throws IOException {
    Map<String, byte[]> before = Zips.entries(input);
    Map<String, byte[]> actual = Zips.entries(output);
    assertEquals(List.copyOf(before.keySet()), List.copyOf(actual.keySet()), what);
    int replaced = 0;
    for (Map.Entry<String, byte[]> entry : expected.entries().entrySet()) {
      byte[] content = actual.getOrDefault(entry.getKey(), new byte[0]);
      if (!Arrays.equals(entry.getValue(), content)) {
        String was =
            new String(before.getOrDefault(entry.getKey(), new byte[0]), StandardCharsets.UTF_8);
        assertEquals(
            new String(entry.getValue(), StandardCharsets.UTF_8),
            new String(content, StandardCharsets.UTF_8),
            what + "\n" + entry.getKey() + "\nwas " + was);
      }
      assertArrayEquals(entry.getValue(), content, what);
      replaced += Arrays.equals(before.get(entry.getKey()), content) ? 0 : 1;
    }
    assertEquals(heads(input, expected), heads(output, expected), what);
    RunCounts counts = report.counts();
    ArchiveCounts archive = report.archive().orElseThrow();
    assertEquals(
        List.of(
            expected.nodes(),
            expected.withTokens(),
            expected.changed(),
            expected.carried(),
            (long) replaced),
        List.of(
            counts.nodes(),
            counts.nodesWithTokens(),
            counts.nodesChanged(),
            archive.nodesCarried(),
            archive.entriesReplaced()),
        what);
  }

  /// What a directory says of each entry; of one that stays also how it is packed.
  private static List<String> heads(Path archive, WholeArchive.Result expected) throws IOException {
    List<String> heads = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      heads.add(String.valueOf(zip.getComment()));
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String head = "%s %s %s".formatted(entry.getName(), entry.getTime(), entry.getComment());
        boolean stays =
            zip.getInputStream(entry).readAllBytes().length
                == expected.entries().getOrDefault(entry.getName(), new byte[0]).length;
        heads.add(
            stays && !entry.getName().contains("/pages/")
                ? head + " %d %d".formatted(entry.getMethod(), entry.getCompressedSize())
                : head);
      }
    }
    return heads;
  }

  /// All that is counted, but for what a run remembers.
  private static List<Long> counts(RunReport report) {
    RunCounts counts = report.counts();
    ArchiveCounts archive = report.archive().orElseThrow();
    return List.of(
        counts.nodes(),
        counts.nodesWithTokens(),
        counts.nodesChanged(),
        counts.nodesUnchanged(),
        counts.nodesSkipped(),
        counts.nodesFailed(),
        counts.changes(),
        archive.entries(),
        archive.entriesReplaced(),
        archive.nodesCarried(),
        archive.nodesPending(),
        archive.pairs(),
        archive.danglingPairs(),
        archive.danglingNames());
  }
}
