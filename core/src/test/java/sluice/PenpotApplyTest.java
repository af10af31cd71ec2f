package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sluice.PenpotPage.ROOT;
import static sluice.PenpotPage.box;
import static sluice.PenpotPage.bytes;
import static sluice.PenpotPage.id;
import static sluice.PenpotPage.shape;
import static sluice.PenpotPage.shapes;
import static sluice.PenpotPage.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.pipeline.Mode;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run does to whole archives.
class PenpotApplyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theArchivesOwnThemes_apply_andASecondTimeChangesNothing(boolean official) throws Exception {
    Path archive =
        generated(PenpotOptions.ofShapes(700).official(official).files(2).geometry(true));
    Path once = folder.resolve("once.penpot");
    Path twice = folder.resolve("twice.penpot");

    RunReport first = Sluice.apply(archive).output(once).start().await();
    RunReport second = Sluice.apply(once).output(twice).start().await();

    RunCounts counts = first.counts();
    assertEquals(700, counts.nodes());
    assertTrue(counts.nodesChanged() > 400, counts.toString());
    assertEquals(
        counts.nodesWithTokens(),
        counts.nodesChanged()
            + counts.nodesUnchanged()
            + counts.nodesSkipped()
            + counts.nodesFailed());
    assertEquals(0, counts.nodesFailed());
    assertEquals(0, second.counts().changes());
    assertEquals(-1, Files.mismatch(once, twice));
    assertEquals(List.of("Mode/Light"), first.themes());
  }

  @Test
  void entriesThatDoNotChange_areTheSameBytes_inTheSameOrder() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(300));
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(archive).output(out).start().await();

    Map<String, byte[]> before = Zips.entries(archive);
    Map<String, byte[]> after = Zips.entries(out);
    assertEquals(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
    long different = 0;
    for (Map.Entry<String, byte[]> entry : before.entrySet()) {
      different += Arrays.equals(entry.getValue(), after.get(entry.getKey())) ? 0 : 1;
    }
    ArchiveCounts counts = report.archive().orElseThrow();
    assertEquals(counts.entriesReplaced(), different);
    assertEquals(counts.entries(), before.size());
    assertEquals(report.counts().nodesChanged() + counts.nodesCarried(), different);
  }

  @Test
  void everyModeWorkerAndChunkSize_givesTheSameBytes() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(1_200).geometry(true));
    Path expected = folder.resolve("expected.penpot");
    Path expectedLines = folder.resolve("expected.ndjson");
    RunReport usual = Sluice.apply(archive).output(expected).changes(expectedLines).start().await();

    for (Mode mode : Mode.values()) {
      for (int workers : new int[] {1, 3}) {
        for (int chunk : new int[] {1, 70, 100_000}) {
          Path out = folder.resolve("out.penpot");
          Path lines = folder.resolve("out.ndjson");
          RunReport report =
              Sluice.apply(archive)
                  .mode(mode)
                  .workers(workers)
                  .chunkSize(chunk)
                  .rememberCombinations(chunk != 70)
                  .output(out)
                  .changes(lines)
                  .start()
                  .await();
          assertEquals(-1, Files.mismatch(expected, out), mode + " " + workers + " " + chunk);
          assertEquals(-1, Files.mismatch(expectedLines, lines));
          assertEquals(usual.counts().changes(), report.counts().changes());
        }
      }
    }
  }

  @Test
  void theChangeSet_saysWhatTheReportCounts() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(400).geometry(true));
    Path lines = folder.resolve("changes.ndjson");

    RunReport report =
        Sluice.apply(archive).dryRun().changes(lines).theme("Mode/Dark").start().await();

    long nodes = 0;
    long changes = 0;
    for (String line : Files.readAllLines(lines)) {
      JsonNode node = JsonMapper.shared().readTree(line);
      nodes++;
      changes += node.get("changes").size();
      for (JsonNode change : node.get("changes")) {
        assertFalse(change.get("token").asString().isEmpty(), line);
      }
    }
    assertEquals(
        report.counts().nodesChanged() + report.archive().orElseThrow().nodesCarried(), nodes);
    assertEquals(report.counts().changes(), changes);
    assertEquals(List.of("Mode/Dark"), report.themes());
  }

  @Test
  void aDryRun_writesNothing() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(50));
    byte[] before = Files.readAllBytes(archive);

    RunReport report = Sluice.apply(archive).dryRun().start().await();

    assertTrue(report.counts().changes() > 0);
    assertArrayEquals(before, Files.readAllBytes(archive));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void inPlace_replacesTheArchive() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(50));
    Path beside = folder.resolve("beside.penpot");
    Sluice.apply(archive).output(beside).start().await();

    Sluice.apply(archive).inPlace().start().await();

    assertEquals(-1, Files.mismatch(beside, archive));
  }

  @Test
  void pages_limitARun() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(300).shapesPerPage(100).geometry(true));
    Path out = folder.resolve("out.penpot");

    RunReport report =
        Sluice.apply(archive).output(out).scope(new Scope.Pages(List.of("Page 2"))).start().await();

    assertEquals(300, report.counts().nodes());
    assertTrue(report.counts().nodesChanged() > 0);
    String page = pageNamed(archive, "Page 2");
    Map<String, byte[]> after = Zips.entries(out);
    Zips.entries(archive)
        .forEach((name, before) -> {
          if (!name.contains(page)) {
            assertArrayEquals(before, after.get(name), name);
          }
        });
    SluiceException unknown =
        assertThrows(
            SluiceException.class,
            () ->
                Sluice.apply(archive)
                    .dryRun()
                    .scope(new Scope.Pages(List.of("Page 9")))
                    .start()
                    .await());
    assertEquals(ProblemCode.SCOPE_UNKNOWN, unknown.problem().code());
  }

  @Test
  void shapes_limitARun_withEverythingInThem() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(100));
    JsonNode board =
        shapes(archive).values().stream()
            .filter(shape ->
                shape.get("name").asString().equals("Board") && shape.get("shapes").size() == 9)
            .findFirst()
            .orElseThrow();
    String id = board.get("id").asString();
    Path out = folder.resolve("out.penpot");

    RunReport report =
        Sluice.apply(archive).output(out).scope(new Scope.Nodes(List.of(id))).start().await();

    List<String> inside = new ArrayList<>(List.of(id));
    board.get("shapes").forEach(child -> inside.add(child.asString()));
    Map<String, JsonNode> before = shapes(archive);
    Map<String, JsonNode> after = shapes(out);
    before.forEach((shape, fields) -> {
      if (!inside.contains(shape)) {
        assertEquals(fields, after.get(shape));
      }
    });
    assertNotEquals(before.get(id), after.get(id));
    assertTrue(report.counts().nodesSkipped() > 50, report.counts().toString());
  }

  @Test
  void aGivenLibrary_appliesInsteadOfTheArchives_andCanBePutInside() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(100));
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, PenpotArchiveGenerator.library().replace("#ff0000", "#abcdef"));
    Path out = folder.resolve("out.penpot");

    Sluice.apply(archive).tokens(tokens).embedTokens(true).output(out).start().await();

    RunReport own = Sluice.apply(out).dryRun().start().await();
    assertEquals(0, own.counts().changes());
    assertTrue(
        shapes(out).values().stream().anyMatch(shape -> shape.toString().contains("#abcdef")));
    RunReport dark =
        Sluice.apply(archive)
            .tokens(tokens)
            .theme("Mode/Dark")
            .embedTokens(true)
            .output(folder.resolve("dark.penpot"))
            .start()
            .await();
    assertEquals(List.of("Mode/Dark"), dark.themes());
    assertEquals(
        0, Sluice.apply(folder.resolve("dark.penpot")).dryRun().start().await().counts().changes());
  }

  @Test
  void eachFileTakesTheThemesItHas() throws Exception {
    Path generated = generated(PenpotOptions.ofShapes(80).files(2));
    Map<String, byte[]> entries = Zips.entries(generated);
    String second =
        entries.keySet().stream().filter(name -> name.endsWith("tokens.json")).toList().get(1);
    entries.put(
        second,
        bytes(
            PenpotArchiveGenerator.library()
                .replace("\"name\": \"Dark\"", "\"name\": \"Night\"")
                .replace("#00ff00", "#000099")));
    Path archive = folder.resolve("two.penpot");
    Zips.write(archive, entries);
    Path out = folder.resolve("out.penpot");

    RunReport dark = Sluice.apply(archive).theme("Mode/Dark").output(out).start().await();
    RunReport night = Sluice.apply(archive).theme("Mode/Night").dryRun().start().await();

    // The other file stays with its own active theme.
    assertEquals(List.of("Mode/Dark", "Mode/Light"), dark.themes());
    assertEquals(List.of("Mode/Light", "Mode/Night"), night.themes());
    assertTrue(
        shapes(out).values().stream().noneMatch(shape -> shape.toString().contains("#000099")));
    SluiceException unknown =
        assertThrows(
            SluiceException.class,
            () -> Sluice.apply(archive).theme("Mode/Dusk").dryRun().start().await());
    assertEquals(ProblemCode.THEME_UNKNOWN, unknown.problem().code());
  }

  @Test
  void aFileWithoutTokens_canBeGivenALibrary() throws Exception {
    Path archive = folder.resolve("bare.penpot");
    Path with = generated(PenpotOptions.ofShapes(40));
    Map<String, byte[]> entries = Zips.entries(with);
    entries.keySet().removeIf(name -> name.endsWith("tokens.json"));
    Zips.write(archive, entries);
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, PenpotArchiveGenerator.library());
    Path out = folder.resolve("out.penpot");

    RunReport none = Sluice.apply(archive).dryRun().start().await();
    RunReport given =
        Sluice.apply(archive).tokens(tokens).embedTokens(true).output(out).start().await();

    assertEquals(0, none.counts().changes());
    assertEquals(entries.size() + 1, Zips.entries(out).size());
    assertTrue(given.counts().changes() > 0);
    assertEquals(0, Sluice.apply(out).dryRun().start().await().counts().changes());
  }

  @Test
  void danglingNames_areCountedByToken_andEndNothing() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(500));

    RunReport report = Sluice.apply(archive).dryRun().start().await();

    ArchiveCounts counts = report.archive().orElseThrow();
    assertEquals(1, counts.danglingNames());
    assertEquals(1L, report.problems().counts().get(ProblemCode.TOKEN_DANGLING));
    String text =
        report.problems().examples().stream()
            .filter(problem -> problem.code() == ProblemCode.TOKEN_DANGLING)
            .findFirst()
            .orElseThrow()
            .render();
    assertTrue(text.contains("%,d properties".formatted(counts.danglingPairs())), text);
    assertTrue(text.contains("\"unused\""), text);
  }

  @Test
  void namesBeyondThoseToldApart_areCountedTogether() throws Exception {
    Path archive = folder.resolve("names.penpot");
    Map<String, String> shapes = new LinkedHashMap<>();
    for (int i = 0; i < 1_005; i++) {
      String name = "s%04d".formatted(i);
      shapes.put(
          name,
          "{\"id\":\"%1$s\",\"type\":\"rect\",\"parentId\":\"root\",\"appliedTokens\":{\"fill\":\"gone.%1$s\"}}"
              .formatted(name));
    }
    write(archive, shapes, "{\"s\":{}}");

    RunReport report = Sluice.apply(archive).dryRun().start().await();

    ArchiveCounts counts = report.archive().orElseThrow();
    assertEquals(1_005, counts.danglingPairs());
    assertEquals(1_000, counts.danglingNames());
    assertEquals(1_001L, report.problems().counts().get(ProblemCode.TOKEN_DANGLING));
  }

  @Test
  void whatPenpotWouldRefuse_isNotWritten() throws Exception {
    Path archive = folder.resolve("bad.penpot");
    write(
        archive,
        Map.of(
            "wrong",
                "{\"id\":\"wrong\",\"type\":\"rect\",\"parentId\":\"root\",%s,\"strokes\":[{\"strokeWidth\":1}],\"appliedTokens\":{\"strokeWidth\":\"w\"}}"
                    .formatted(box(0, 0, 9, 9)),
            "right",
                "{\"id\":\"right\",\"type\":\"rect\",\"parentId\":\"root\",%s,\"strokes\":[],\"appliedTokens\":{\"strokeWidth\":\"w\"}}"
                    .formatted(box(0, 0, 9, 9))),
        "{\"s\":{\"w\":{\"$value\":\"3\",\"$type\":\"borderWidth\"}},\"$themes\":[],\"$metadata\":{\"tokenSetOrder\":[\"s\"],\"activeThemes\":[],\"activeSets\":[\"s\"]}}");
    Path out = folder.resolve("out.penpot");

    RunReport report = Sluice.apply(archive).output(out).start().await();

    assertEquals(1, report.counts().nodesFailed());
    assertEquals(1, report.counts().nodesChanged());
    assertEquals(1L, report.problems().counts().get(ProblemCode.NOT_IMPORTABLE));
    assertEquals(shape(shapes(archive), "wrong"), shape(shapes(out), "wrong"));
  }

  @Test
  void anArchiveThatIsNoPenpotExport_isRefused() throws Exception {
    Path archive = folder.resolve("other.zip");
    Zips.write(archive, Map.of("a.txt", "hello".getBytes(StandardCharsets.UTF_8)));

    SluiceException refused =
        assertThrows(SluiceException.class, () -> Sluice.apply(archive).dryRun().start().await());

    assertEquals(ProblemCode.ARCHIVE_MALFORMED, refused.problem().code());
  }

  @Test
  void aShapeWithAWrongChecksum_endsTheRun_andNothingIsWritten() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(60));
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(archive, bytes);
    Path out = folder.resolve("out.penpot");

    SluiceException refused =
        assertThrows(
            SluiceException.class, () -> Sluice.apply(archive).output(out).start().await());

    assertEquals(ProblemCode.ARCHIVE_MALFORMED, refused.problem().code());
    assertFalse(Files.exists(out));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void everyShape_canBeListed() throws Exception {
    Path archive = generated(PenpotOptions.ofShapes(120));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    long count = Sluice.listShapes(archive, "a.penpot", out);

    Map<String, JsonNode> shapes = shapes(archive);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(120, count);
    assertEquals(120, lines.size());
    for (String line : lines) {
      JsonNode one = JsonMapper.shared().readTree(line);
      String id = one.get("shape").get("id").asString();
      if (!id.equals(ROOT)) {
        assertEquals(shapes.get(id), one.get("shape"));
      }
      assertTrue(one.get("pageName").asString().startsWith("Page "));
    }
  }

  private Path generated(PenpotOptions options) throws IOException {
    Path archive = folder.resolve("in.penpot");
    new PenpotArchiveGenerator(options).write(archive);
    return archive;
  }

  private static String pageNamed(Path archive, String name) throws IOException {
    for (Map.Entry<String, byte[]> entry : Zips.entries(archive).entrySet()) {
      String[] parts = entry.getKey().split("/", -1);
      if (parts.length == 4
          && parts[2].equals("pages")
          && JsonMapper.shared().readTree(entry.getValue()).get("name").asString().equals(name)) {
        return parts[3].replace(".json", "");
      }
    }
    throw new AssertionError("no page " + name);
  }
}
