package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.pipeline.CancelToken;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.oracle.TreeOracle;
import sluice.testkit.vector.ProjectFiles;

/// Taking a run on a Figma document back.
class RevertTest {
  /// For each order of keys; the long form is that of `-Plong`.
  private static final int RANDOM_DOCUMENTS = Integer.getInteger("random.documents", 40);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void applyThenRevert_givesTheSameBytes_howeverTheyAreSpelt(KeyOrder order) throws Exception {
    long changed = 0;
    for (int seed = 0; seed < RANDOM_DOCUMENTS; seed++) {
      Random random = new Random(seed);
      FigmaDocumentGenerator generator =
          new FigmaDocumentGenerator(
              FigmaDocumentOptions.of(10 + random.nextInt(80), seed)
                  .withKeyOrder(order)
                  .withDriftShare(random.nextDouble())
                  .withCombinations(40));
      Path document = folder.resolve("document.json");
      Path tokens = folder.resolve("tokens.json");
      generator.write(document);
      generator.library().write(tokens);
      Files.write(
          document, RandomSpelling.of(TreeOracle.read(document), random, random.nextBoolean()));

      changed += roundTrip(document, Sluice.apply(document).tokens(tokens).theme("Dark"), seed);
    }
    assertTrue(changed > RANDOM_DOCUMENTS * 10L, "only %d changed".formatted(changed));
  }

  private long roundTrip(Path document, ApplyRequest request, int seed) throws Exception {
    Path applied = folder.resolve("applied.json");
    Path changes = folder.resolve("changes.ndjson");
    Path reverted = folder.resolve("reverted.json");
    RunReport report = request.output(applied).changes(changes).start().await();

    RevertReport back;
    try {
      back = Sluice.revert(applied, changes).output(reverted).run(new CancelToken());
    } catch (SluiceException e) {
      throw new AssertionError("seed " + seed, e);
    }

    assertEquals(-1, Files.mismatch(document, reverted), "seed " + seed);
    assertEquals(report.counts().nodesChanged(), back.nodes());
    assertEquals(report.counts().changes(), back.changes());
    return back.nodes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "derived-tokens-namespace.json",
        "figmagic-template.json",
        "figmasharp-test-bom-reordered.json",
        "gov-uk-header-subtree.json",
        "radix-icons-geometry.json.gz",
        "theemo-playground.json",
        "trim-demo.json",
        "variables-bound.json",
        "warp-variables-local.json"
      })
  void samples_comeBack(String name) throws Exception {
    Path sample = ProjectFiles.sample("figma/" + name);
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, "{\"core\":{\"unused\":{\"value\":\"1\",\"type\":\"spacing\"}}}");
    ApplyRequest request = Sluice.apply(sample);
    if (name.startsWith("derived")) {
      request.sets("core", "dark");
    } else {
      request.tokens(tokens);
    }

    long nodes = roundTrip(sample, request, 0);

    assertEquals(name.startsWith("derived"), nodes > 600);
  }

  @Test
  void compressedDocument_hasTheSameContents() throws Exception {
    Path plain = ProjectFiles.sample("figma/derived-tokens-namespace.json");
    Path document = folder.resolve("document.json.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(document))) {
      Files.copy(plain, out);
    }
    Path changes = folder.resolve("changes.ndjson");
    Path applied = folder.resolve("applied.json.gz");
    Sluice.apply(document).sets("core", "dark").output(applied).changes(changes).start().await();

    RevertReport report = Sluice.revert(applied, changes).run(new CancelToken());

    assertEquals(folder.resolve("applied.reverted.json.gz"), report.output());
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(report.output()))) {
      assertArrayEquals(Files.readAllBytes(plain), in.readAllBytes());
    }
  }

  private static final String DOCUMENT =
      """
      {"document": {"id": "0:0", "type": "DOCUMENT", "children": [
        {"id": "0:1", "type": "CANVAS", "name": "Page", "children": [
          {"id": "1:1", "name": "Outer", "type": "FRAME", "cornerRadius" : 8.0, "opacity": 0.250,
           "children": [
            {"id": "1:2", "name": "Inner", "type": "RECTANGLE", "opacity":0.10, "sharedPluginData":
              {"tokens": {"opacity": "\\"half\\"", "borderRadius": "\\"round\\""}}},
            {"id": "1:3", "name": "Plain", "type": "RECTANGLE"}],
           "sharedPluginData": {"tokens": {"opacity": "\\"half\\""}}}]}]}}
      """;

  private static final String TOKENS =
      "{\"core\":{\"half\":{\"value\":\"0.5\",\"type\":\"opacity\"},"
          + "\"round\":{\"value\":\"12\",\"type\":\"borderRadius\"}}}";

  private Path applied() throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(document, DOCUMENT);
    Files.writeString(tokens, TOKENS);
    Path applied = folder.resolve("applied.json");
    Sluice.apply(document)
        .tokens(tokens)
        .output(applied)
        .changes(folder.resolve("changes.ndjson"))
        .start()
        .await();
    return applied;
  }

  @Test
  void theChangeSet_saysWhereAndWhatBytes() throws Exception {
    Path applied = applied();

    List<String> lines = Files.readAllLines(folder.resolve("changes.ndjson"));

    assertTrue(lines.get(0).endsWith(",\"at\":129,\"undo\":[[81,\"0.250\",3]]}"), lines.get(0));
    assertTrue(lines.get(1).contains("\"undo\":[[62,\"0.10\",3],["), lines.get(1));
    assertTrue(Files.readString(applied).contains("\"cornerRadius\":12"));
  }

  @Test
  void inPlace_replacesTheDocument() throws Exception {
    Path applied = applied();

    Sluice.revert(applied, folder.resolve("changes.ndjson")).inPlace().run(new CancelToken());

    assertEquals(DOCUMENT, Files.readString(applied));
  }

  private SluiceException refused(Path applied) throws IOException {
    Path out = folder.resolve("reverted.json");
    SluiceException thrown =
        assertThrows(
            SluiceException.class,
            () ->
                Sluice.revert(applied, folder.resolve("changes.ndjson"))
                    .output(out)
                    .run(new CancelToken()));
    assertFalse(Files.exists(out));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.filter(file -> file.toString().endsWith(".tmp")).count());
    }
    return thrown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"opacity\": 0.5>\"opacity\": 0.6",
        "\"opacity\":0.5>\"opacity\":0.4",
        "\"cornerRadius\":12>\"cornerRadius\":13",
        "\"1:2\">\"9:9\"",
        "\"Plain\">\"Plain, longer\"",
        "\"Inner\">\"In\"",
        "{\"id\": \"1:2\">{\"name\": \"x\", \"id\": \"1:2\"",
        ", \"opacity\": 0.5>",
        "{\"document\":>{ \"document\":"
      })
  void aDocumentThatHasChanged_isRefused(String edit) throws Exception {
    Path applied = applied();
    String[] fromTo = edit.split(">", -1);
    String text = Files.readString(applied);
    assertTrue(text.contains(fromTo[0]), text);
    String changed = text.replace(fromTo[0], fromTo[1]);
    Files.writeString(applied, changed);
    boolean behindEveryChange = edit.contains("Plain");

    if (behindEveryChange) {
      // Behind the last change that lies inside, but before the outer node's end: nothing moves.
      Path out = folder.resolve("reverted.json");
      Sluice.revert(applied, folder.resolve("changes.ndjson")).output(out).run(new CancelToken());
      assertEquals(DOCUMENT.replace(fromTo[0], fromTo[1]), Files.readString(out));
    } else {
      SluiceException thrown = refused(applied);
      assertEquals(ProblemCode.DOCUMENT_DIFFERS, thrown.problem().code(), thrown.getMessage());
    }
  }

  @Test
  void aNodeThatIsGone_isRefusedByName() throws Exception {
    Path applied = applied();
    String text = Files.readString(applied);
    int from = text.indexOf("{\"id\": \"1:2\"");
    int to = text.indexOf("{\"id\": \"1:3\"");
    Files.writeString(applied, text.substring(0, from) + text.substring(to));

    SluiceException thrown = refused(applied);

    assertEquals(ProblemCode.DOCUMENT_DIFFERS, thrown.problem().code());
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("node 1:2 \"Page / Outer / Inner\""),
        thrown.getMessage());
  }

  @Test
  void aDocumentWithoutTheChanges_isRefused() throws Exception {
    applied();

    SluiceException thrown = refused(folder.resolve("document.json"));

    assertEquals(ProblemCode.DOCUMENT_DIFFERS, thrown.problem().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"swap", "cut", "twice", "text", "older", "penpot", "size", "order"})
  void aChangeSetThatIsNotWhole_isRefused(String damage) throws Exception {
    Path applied = applied();
    Path changes = folder.resolve("changes.ndjson");
    List<String> lines = Files.readAllLines(changes);
    String text = Files.readString(changes);
    String damaged =
        switch (damage) {
          case "swap" -> lines.get(1) + "\n" + lines.get(0) + "\n";
          case "cut" -> text.substring(0, text.length() - 20);
          case "twice" -> lines.get(0) + "\n" + text;
          case "text" -> text + "and more\n";
          case "older" -> text.replaceAll(",\"at\":.*]}", "}");
          case "penpot" -> text.replace("\"at\":", "\"entry\":\"a.json\",\"at\":");
          case "size" -> text.replace(",\"0.250\",3]", ",\"0.250\",4]");
          default -> text.replace("[[62,", "[[5900,");
        };
    assertFalse(damaged.equals(text));
    Files.writeString(changes, damaged);

    SluiceException thrown = refused(applied);

    boolean differs = damage.equals("penpot") || damage.equals("size");
    assertEquals(
        differs ? ProblemCode.DOCUMENT_DIFFERS : ProblemCode.CHANGE_SET_MALFORMED,
        thrown.problem().code(),
        thrown.getMessage());
  }
}
