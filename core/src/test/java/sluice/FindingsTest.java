package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.Severity;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import sluice.testkit.vector.ProjectFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Findings are what applying would do and say, no more and no less.
class FindingsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /// One change, or one stale finding.
  private record Difference(
      String node, String property, String token, String before, String after) {}

  private static List<JsonNode> lines(Path file) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Set<Difference> changes(Path file) throws Exception {
    Set<Difference> changes = new HashSet<>();
    for (JsonNode line : lines(file)) {
      for (JsonNode change : line.get("changes")) {
        assertTrue(changes.add(difference(line, change, "before", "after")));
      }
    }
    return changes;
  }

  private static Set<Difference> stale(Path file) throws Exception {
    Set<Difference> found = new HashSet<>();
    for (JsonNode line : lines(file)) {
      if (line.get("kind").asString().equals("stale")) {
        assertTrue(found.add(difference(line, line, "actual", "expected")));
      }
    }
    return found;
  }

  private static Difference difference(JsonNode line, JsonNode change, String old, String wanted) {
    return new Difference(
        line.get("node").asString() + (line.has("file") ? line.get("file").asString() : ""),
        change.get("property").asString(),
        change.get("token").asString(),
        String.valueOf(change.get(old)),
        String.valueOf(change.get(wanted)));
  }

  private static Map<String, Long> broken(Path file) throws Exception {
    Map<String, Long> found = new TreeMap<>();
    for (JsonNode line : lines(file)) {
      if (line.get("kind").asString().equals("broken")) {
        found.merge(line.get("problem").asString(), 1L, Long::sum);
      }
    }
    return found;
  }

  /// The problems that concern a node: names without a value are told once for each name of an
  /// archive, and counted by the properties that take one.
  private static Map<String, Long> problems(RunReport report) {
    Map<String, Long> problems = new TreeMap<>();
    report
        .problems()
        .counts()
        .forEach((code, count) -> {
          if (code.severity() != Severity.INFO && code != ProblemCode.TOKEN_DANGLING) {
            problems.put(code.text(), count);
          }
        });
    report
        .archive()
        .filter(archive -> archive.danglingPairs() > 0)
        .ifPresent(
            archive -> problems.put(ProblemCode.TOKEN_DANGLING.text(), archive.danglingPairs()));
    return problems;
  }

  private ApplyRequest request(Path document, List<String> sets, List<Path> tokens) {
    return Sluice.apply(document)
        .sets(sets.toArray(String[]::new))
        .tokens(tokens.toArray(Path[]::new));
  }

  /// Applies, and looks before and after.
  private RunReport assertFindsWhatApplyDoes(Path document, List<String> sets, List<Path> tokens)
      throws Exception {
    Path out = folder.resolve("out");
    Path changes = folder.resolve("changes.ndjson");
    Path before = folder.resolve("before.ndjson");
    Path after = folder.resolve("after.ndjson");

    RunReport looked =
        request(document, sets, tokens).dryRun().findings(before, false).start().await();
    RunReport applied =
        request(document, sets, tokens).output(out).changes(changes).start().await();
    request(out, sets, tokens).dryRun().findings(after, false).start().await();

    assertEquals(changes(changes), stale(before));
    assertEquals(problems(applied), broken(before));
    assertEquals(applied.counts(), looked.counts());
    assertEquals(Set.of(), stale(after));
    return applied;
  }

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void generatedDocument(KeyOrder order) throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(3_000, 11).withKeyOrder(order));
    generator.write(document);
    generator.library().write(tokens);

    RunReport applied = assertFindsWhatApplyDoes(document, List.of(), List.of(tokens));

    assertTrue(applied.counts().changes() > 100);
  }

  @Test
  void generatedArchive() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(400).official(true)).write(archive);

    RunReport applied = assertFindsWhatApplyDoes(archive, List.of(), List.of());

    assertTrue(applied.counts().changes() > 10);
    assertTrue(applied.archive().orElseThrow().danglingPairs() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "core,dark"})
  void realDocument(String sets) throws Exception {
    Path sample = ProjectFiles.sample("figma/derived-tokens-namespace.json");

    RunReport applied = assertFindsWhatApplyDoes(sample, List.of(sets.split(",", -1)), List.of());

    assertTrue(applied.counts().changes() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "color-palette-kit-design-tokens-v1, 0",
    "design-tokens-math-functions, 243",
    "tokens-starter-kit-v3, 1361",
    "typography-tokens-starter-kit, 318"
  })
  void realArchive_hasNothingButDanglingNames(String name, long dangling) throws Exception {
    Path sample = ProjectFiles.sample("penpot/" + name + ".penpot");
    Path findings = folder.resolve("findings.ndjson");

    RunReport report = Sluice.apply(sample).dryRun().findings(findings, false).start().await();

    assertEquals(Set.of(), stale(findings));
    assertEquals(problems(report), broken(findings));
    assertEquals(dangling, broken(findings).getOrDefault("token-dangling", 0L));
  }

  @Test
  void realArchive_underAnotherTheme_findsWhatApplyDoes() throws Exception {
    Path sample = ProjectFiles.sample("penpot/tokens-starter-kit-v3.penpot");
    String[] themes = {
      "Color mode/Dark", "Color theme/Muted", "Density/Spacious", "Always enabled/Global"
    };
    Path changes = folder.resolve("changes.ndjson");
    Path findings = folder.resolve("findings.ndjson");

    Sluice.apply(sample)
        .theme(themes)
        .output(folder.resolve("out.penpot"))
        .changes(changes)
        .start()
        .await();
    Sluice.apply(sample).theme(themes).dryRun().findings(findings, false).start().await();

    assertFalse(changes(changes).isEmpty());
    assertEquals(changes(changes), stale(findings));
  }

  private static final String NODES =
      """
      {"document": {"id": "0:0", "name": "D", "type": "DOCUMENT", "children": [
        {"id": "0:1", "name": "Home", "type": "CANVAS", "children": [
          {"id": "1:1", "name": "Raw", "type": "FRAME", "layoutMode": "VERTICAL",
           "itemSpacing": 9, "paddingLeft": 0, "paddingTop": 8, "cornerRadius": 4,
           "fills": [{"type": "SOLID", "color": {"r": 1, "g": 0, "b": 0, "a": 1}},
                     {"type": "SOLID", "visible": false, "color": {"r": 0, "g": 0, "b": 0, "a": 1}}],
           "strokes": [{"type": "SOLID", "color": {"r": 0, "g": 0, "b": 1, "a": 1}}],
           "styles": {"stroke": "5:5"}},
          {"id": "1:2", "name": "Bound", "type": "RECTANGLE", "cornerRadius": 4,
           "boundVariables": {"topLeftRadius": {"id": "V"}},
           "fills": [{"type": "SOLID", "color": {"r": 1, "g": 0, "b": 0, "a": 1},
                      "boundVariables": {"color": {"id": "V"}}}]},
          {"id": "1:3", "name": "Taken", "type": "RECTANGLE",
           "sharedPluginData": {"tokens": {"fill": "\\"red\\""}},
           "fills": [{"blendMode": "NORMAL", "type": "SOLID",
                      "color": {"r": 1, "g": 0, "b": 0, "a": 1}}]},
          {"id": "1:4", "name": "Text", "type": "TEXT", "characters": "x",
           "style": {"fontFamily": "Inter", "fontSize": 15, "letterSpacing": 0}}]}]}}
      """;

  private static final String TOKENS =
      """
      {"core": {"red": {"value": "#ff0000", "type": "color"},
                "gap": {"value": "8px", "type": "spacing"},
                "size": {"value": "1rem", "type": "fontSizes"},
                "font": {"value": "inter", "type": "fontFamilies"},
                "round": {"value": "6", "type": "borderRadius"}}}
      """;

  @Test
  void untokenised_isARawValueWithItsNearestToken_andNothingThatComesFromElsewhere()
      throws Exception {
    Path document = Files.writeString(folder.resolve("d.json"), NODES);
    Path tokens = Files.writeString(folder.resolve("t.json"), TOKENS);
    Path findings = folder.resolve("f.ndjson");

    RunReport report =
        Sluice.apply(document).tokens(tokens).dryRun().findings(findings, true).start().await();

    List<String> found = new ArrayList<>();
    for (JsonNode line : lines(findings)) {
      assertEquals("untokenised", line.get("kind").asString());
      found.add(
          "%s %s %s %s %s"
              .formatted(
                  line.get("node").asString(),
                  line.get("property").asString(),
                  line.get("actual").asString(),
                  line.get("nearest").asString(),
                  line.get("distance").asString()));
    }
    assertEquals(
        List.of(
            "1:1 fills.0.color #ff0000 red 0",
            "1:1 itemSpacing 9 gap 1",
            "1:1 paddingTop 8 gap 0",
            "1:1 cornerRadius 4 round 2",
            "1:4 style.fontFamily Inter font 0",
            "1:4 style.fontSize 15 size 1"),
        found);
    assertEquals(1, report.counts().nodesWithTokens());
    assertEquals(1, report.counts().nodesUnchanged());
    assertEquals(0, report.counts().nodesSkipped());
  }

  @Test
  void untokenised_changesNeitherCountsNorTheDocument() throws Exception {
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(2_000, 5));
    generator.write(document);
    generator.library().write(tokens);
    Path plain = folder.resolve("plain.json");
    Path looked = folder.resolve("looked.json");

    RunReport without = Sluice.apply(document).tokens(tokens).output(plain).start().await();
    RunReport with =
        Sluice.apply(document)
            .tokens(tokens)
            .output(looked)
            .findings(folder.resolve("f.ndjson"), true)
            .start()
            .await();

    assertEquals(without.counts(), with.counts());
    assertEquals(-1, Files.mismatch(plain, looked));
    assertEquals(without.counts().changes(), stale(folder.resolve("f.ndjson")).size());
  }

  @Test
  void untokenised_ofAnArchive() throws Exception {
    Path archive = folder.resolve("kit.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(200).official(true)).write(archive);
    Path findings = folder.resolve("f.ndjson");

    Sluice.apply(archive).dryRun().findings(findings, true).start().await();

    long raw = 0;
    for (JsonNode line : lines(findings)) {
      if (line.get("kind").asString().equals("untokenised")) {
        raw++;
        assertTrue(line.has("actual") && line.has("file") && line.has("entry"), line.toString());
      }
    }
    assertTrue(raw > 0);
  }
}
