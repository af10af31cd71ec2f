package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.pipeline.CancelToken;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import sluice.testkit.oracle.TreeOracle;
import sluice.testkit.vector.ProjectFiles;

/// Taking a run on a Penpot archive back.
class PenpotRevertTest {
  /// For each layout; the long form is that of `-Plong`.
  private static final int RANDOM_ARCHIVES = Integer.getInteger("random.archives", 20);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void applyThenRevert_givesTheSameEntries_howeverTheyAreSpelt(boolean official) throws Exception {
    long changed = 0;
    for (int seed = 0; seed < RANDOM_ARCHIVES; seed++) {
      Random random = new Random(seed);
      PenpotOptions options =
          PenpotOptions.ofShapes(20 + random.nextInt(60))
              .official(official)
              .geometry(random.nextBoolean())
              .files(1 + random.nextInt(2))
              .seed(seed);
      Path archive = folder.resolve("in.penpot");
      new PenpotArchiveGenerator(options).write(archive);
      respell(archive, random);

      changed += roundTrip(archive, Sluice.apply(archive), seed);
    }
    assertTrue(changed > RANDOM_ARCHIVES * 5L, "only %d changed".formatted(changed));
  }

  private static void respell(Path archive, Random random) throws IOException {
    boolean drops = random.nextBoolean();
    Map<String, byte[]> entries = Zips.entries(archive);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (isShape(entry.getKey())) {
        byte[] text = RandomSpelling.of(TreeOracle.read(entry.getValue()), random, drops);
        entry.setValue(
            new String(text, StandardCharsets.UTF_8)
                .strip()
                .replace("\uFEFF", "")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    Zips.write(archive, entries);
  }

  private static boolean isShape(String entry) {
    return entry.matches("files/[^/]+/pages/[^/]+/[^/]+\\.json");
  }

  private long roundTrip(Path archive, ApplyRequest request, int seed) throws Exception {
    Path applied = folder.resolve("applied.penpot");
    Path changes = folder.resolve("changes.ndjson");
    Path reverted = folder.resolve("reverted.penpot");
    RunReport report = request.output(applied).changes(changes).start().await();

    RevertReport back;
    try {
      back = Sluice.revert(applied, changes).output(reverted).run(new CancelToken());
    } catch (SluiceException e) {
      throw new AssertionError("seed " + seed, e);
    }

    assertSameEntries(archive, reverted);
    assertEquals(report.counts().changes(), back.changes(), "seed " + seed);
    assertEquals(
        Files.readAllLines(changes).stream()
            .filter(line -> !line.startsWith("{\"node\":\"\""))
            .count(),
        back.nodes());
    assertUnchangedAreTheSameBits(archive, reverted, Files.readString(changes));
    return back.nodes();
  }

  private static void assertSameEntries(Path one, Path other) throws IOException {
    Map<String, byte[]> before = Zips.entries(one);
    Map<String, byte[]> after = Zips.entries(other);
    assertEquals(new ArrayList<>(before.keySet()), new ArrayList<>(after.keySet()));
    before.forEach((entry, content) -> assertArrayEquals(content, after.get(entry), entry));
  }

  private static void assertUnchangedAreTheSameBits(Path one, Path other, String changes)
      throws IOException {
    byte[] before = Files.readAllBytes(one);
    byte[] after = Files.readAllBytes(other);
    Map<String, Long> starts = dataStarts(one);
    Map<String, Long> startsNow = dataStarts(other);
    try (ZipFile zip = new ZipFile(one.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!changes.contains('"' + entry.getName() + '"')) {
          int from = Math.toIntExact(starts.getOrDefault(entry.getName(), -1L));
          int now = Math.toIntExact(startsNow.getOrDefault(entry.getName(), -1L));
          int size = Math.toIntExact(entry.getCompressedSize());
          assertTrue(
              java.util.Arrays.equals(before, from, from + size, after, now, now + size),
              entry.getName());
        }
      }
    }
  }

  /// Where each entry's data starts, from the local headers in the order of the file.
  private static Map<String, Long> dataStarts(Path archive) throws IOException {
    Map<String, Long> starts = new LinkedHashMap<>();
    byte[] bytes = Files.readAllBytes(archive);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String name : Zips.entries(archive).keySet()) {
      int at = text.indexOf(name);
      while (at < 30 || !text.startsWith("PK\003\004", at - 30)) {
        at = text.indexOf(name, at + 1);
      }
      int extra = (bytes[at - 2] & 0xFF) | (bytes[at - 1] & 0xFF) << 8;
      starts.put(name, (long) at + name.length() + extra);
    }
    return starts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "color-palette-kit-design-tokens-v1|",
        "design-tokens-math-functions|Demo/Square root sqrt() and exponential pow()",
        "design-tokens-math-functions|Demo/Min: min()",
        "ios-icon-template-no-tokens|",
        "tokens-starter-kit-v3|Color mode/Light|Color theme/Muted|Density/Spacious|Always enabled/Global",
        "typography-tokens-starter-kit|",
        "written-by-penpot-library-1.2.0-RC2|",
        "written-by-penpot-library-1.2.0-RC2|Mode/Dark"
      })
  void samples_comeBack(String sampleAndThemes) throws Exception {
    List<String> parts = List.of(sampleAndThemes.split("\\|", -1));
    Path sample = ProjectFiles.sample("penpot/" + parts.getFirst() + ".penpot");
    String[] themes =
        parts.stream().skip(1).filter(theme -> !theme.isEmpty()).toArray(String[]::new);

    long nodes = roundTrip(sample, Sluice.apply(sample).theme(themes), 0);

    System.out.printf("%s: %,d shapes taken back%n", sampleAndThemes, nodes);
    if (nodes == 0) {
      assertEquals(-1, Files.mismatch(sample, folder.resolve("reverted.penpot")));
    }
  }

  private Path generated() throws IOException {
    Path archive = folder.resolve("in.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(40)).write(archive);
    return archive;
  }

  @Test
  void aLibraryPutIn_isTakenOutAgain() throws Exception {
    Path archive = generated();
    Path library = folder.resolve("tokens.json");
    byte[] own =
        Zips.entries(archive).entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("/tokens.json"))
            .findFirst()
            .orElseThrow()
            .getValue();
    Files.write(library, own);

    roundTrip(archive, Sluice.apply(archive).tokens(library).embedTokens(true), 0);

    Map<String, byte[]> without = Zips.entries(archive);
    without.keySet().removeIf(entry -> entry.endsWith("/tokens.json"));
    Zips.write(archive, without);
    roundTrip(archive, Sluice.apply(archive).tokens(library).embedTokens(true), 0);
  }

  private void assertRefused(Path applied, Path changes, ProblemCode code) {
    Path out = folder.resolve("refused.penpot");
    SluiceException thrown =
        assertThrows(
            SluiceException.class,
            () -> Sluice.revert(applied, changes).output(out).run(new CancelToken()));
    assertEquals(code, thrown.problem().code(), thrown.getMessage());
    assertFalse(Files.exists(out));
  }

  @Test
  void whatHasChangedSince_isRefused() throws Exception {
    Path archive = generated();
    Path applied = folder.resolve("applied.penpot");
    Path changes = folder.resolve("changes.ndjson");
    Sluice.apply(archive).output(applied).changes(changes).start().await();
    List<String> lines = Files.readAllLines(changes);
    assertTrue(lines.size() > 3);
    String entry = lines.get(1).replaceAll(".*\"entry\":\"([^\"]*)\".*", "$1");

    assertRefused(archive, changes, ProblemCode.DOCUMENT_DIFFERS);

    Map<String, byte[]> gone = Zips.entries(applied);
    gone.remove(entry);
    Path edited = folder.resolve("edited.penpot");
    Zips.write(edited, gone);
    assertRefused(edited, changes, ProblemCode.DOCUMENT_DIFFERS);

    Map<String, byte[]> longer = Zips.entries(applied);
    String text = new String(longer.get(entry), StandardCharsets.UTF_8);
    longer.put(entry, text.replaceFirst("\\{", "{\"x-new\":1,").getBytes(StandardCharsets.UTF_8));
    Zips.write(edited, longer);
    assertRefused(edited, changes, ProblemCode.DOCUMENT_DIFFERS);

    Path swapped = folder.resolve("swapped.ndjson");
    Files.write(swapped, List.of(lines.get(1), lines.get(0)));
    assertRefused(applied, swapped, ProblemCode.DOCUMENT_DIFFERS);

    Path older = folder.resolve("older.ndjson");
    Files.writeString(older, lines.getFirst().replaceAll(",\"undo\":.*", "}\n"));
    assertRefused(applied, older, ProblemCode.CHANGE_SET_MALFORMED);
  }
}
