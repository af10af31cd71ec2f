package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.pipeline.CancelToken;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;
import sluice.resolve.ResolvedToken;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;
import sluice.testkit.oracle.TreeOracle;
import sluice.testkit.vector.ProjectFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tokens under other names.
class RemapTest {
  private static final int RANDOM_DOCUMENTS = 40;

  @TempDir Path folder;

  private static NameMap map(Map<String, String> names) {
    return NameMap.ofNames(
        names.entrySet().stream()
            .map(entry -> new NameMap.Mapping(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Map<String, String> swapped(Map<String, String> names) {
    Map<String, String> back = new LinkedHashMap<>();
    names.forEach((from, to) -> back.put(to, from));
    return back;
  }

  /// Some names in a circle, so that every new name is one of the library.
  private static Map<String, String> circle(Set<String> known, Random random) {
    List<String> some = new ArrayList<>();
    for (String name : new TreeSet<>(known)) {
      if (random.nextInt(3) == 0) {
        some.add(name);
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < some.size() && some.size() > 1; i++) {
      names.put(some.get(i), some.get((i + 1) % some.size()));
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void documents_haveTheNewNames_andTheSwappedMapTakesThemBack(KeyOrder order) throws Exception {
    long places = 0;
    for (int seed = 0; seed < RANDOM_DOCUMENTS; seed++) {
      Random random = new Random(seed);
      FigmaDocumentGenerator generator =
          new FigmaDocumentGenerator(
              FigmaDocumentOptions.of(10 + random.nextInt(80), seed)
                  .withKeyOrder(order)
                  .withCombinations(40));
      Path document = folder.resolve("document.json");
      Path tokens = folder.resolve("tokens.json");
      generator.write(document);
      generator.library().write(tokens);
      Files.write(document, RandomSpelling.withPlainTexts(TreeOracle.read(document), random));
      Map<String, String> names = circle(KnownNames.ofFiles(List.of(tokens)), random);
      Path renamed = folder.resolve("renamed.json");
      Path back = folder.resolve("back.json");

      RemapReport report =
          Sluice.remap(map(names))
              .document(document, "document")
              .tokens(tokens)
              .output(renamed)
              .run(new CancelToken());
      Sluice.remap(map(swapped(names)))
          .document(renamed, "renamed")
          .tokens(tokens)
          .output(back)
          .run(new CancelToken());

      JsonNode expected = TreeOracle.read(document);
      long count = renameIn(expected, names);
      assertEquals(expected, TreeOracle.read(renamed), "seed " + seed);
      assertEquals(count, report.places());
      assertEquals(count, report.uses().stream().mapToLong(NameMap.Use::applied).sum());
      assertEquals(0, report.alreadyThere());
      assertEquals(-1, Files.mismatch(document, back), "seed " + seed);
      places += count;
    }
    assertTrue(places > RANDOM_DOCUMENTS * 10L, places + " places");
  }

  /// Renames in a tree, in its own way.
  private static long renameIn(JsonNode json, Map<String, String> names) {
    long count = 0;
    if (json.get("type") != null
        && json.get("sharedPluginData") != null
        && json.get("sharedPluginData").get("tokens") instanceof ObjectNode tokens) {
      for (Map.Entry<String, JsonNode> stored : List.copyOf(tokens.properties())) {
        String text = stored.getValue().asString();
        String renamed =
            text.startsWith("\"") ? names.get(text.substring(1, text.length() - 1)) : null;
        if (renamed != null) {
          tokens.put(stored.getKey(), '"' + renamed + '"');
          count++;
        }
      }
    }
    for (JsonNode child : json) {
      count += renameIn(child, names);
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void archives_haveTheNewNames_andTheSwappedMapTakesThemBack(boolean official) throws Exception {
    long places = 0;
    for (int seed = 0; seed < RANDOM_DOCUMENTS; seed++) {
      Path archive = folder.resolve("in.penpot");
      new PenpotArchiveGenerator(PenpotOptions.ofShapes(40).official(official).seed(seed))
          .write(archive);
      places += archiveRoundTrip(archive, new Random(seed));
    }
    assertTrue(places > RANDOM_DOCUMENTS * 10L, places + " places");
  }

  private long archiveRoundTrip(Path archive, Random random) throws Exception {
    Map<String, byte[]> before = Zips.entries(archive);
    Path library = folder.resolve("library.json");
    for (Map.Entry<String, byte[]> entry : before.entrySet()) {
      if (entry.getKey().endsWith("/tokens.json")) {
        Files.write(library, entry.getValue());
      }
    }
    Map<String, String> names = circle(KnownNames.ofFiles(List.of(library)), random);
    if (names.isEmpty()) {
      return 0;
    }
    Path renamed = folder.resolve("renamed.penpot");
    Path back = folder.resolve("back.penpot");

    RemapReport report =
        Sluice.remap(map(names))
            .document(archive, "archive")
            .output(renamed)
            .run(new CancelToken());
    Sluice.remap(map(swapped(names)))
        .document(renamed, "renamed")
        .output(back)
        .run(new CancelToken());

    Map<String, byte[]> after = Zips.entries(renamed);
    Map<String, byte[]> again = Zips.entries(back);
    assertEquals(new ArrayList<>(before.keySet()), new ArrayList<>(after.keySet()));
    long count = 0;
    for (Map.Entry<String, byte[]> entry : before.entrySet()) {
      assertArrayEquals(entry.getValue(), again.get(entry.getKey()), entry.getKey());
      JsonNode expected =
          entry.getKey().contains("/pages/") ? TreeOracle.read(entry.getValue()) : null;
      if (expected != null && expected.get("appliedTokens") instanceof ObjectNode tokens) {
        for (Map.Entry<String, JsonNode> applied : List.copyOf(tokens.properties())) {
          String to = names.get(applied.getValue().asString());
          count += to == null ? 0 : 1;
          tokens.put(applied.getKey(), to == null ? applied.getValue().asString() : to);
        }
        assertEquals(expected, TreeOracle.read(after.getOrDefault(entry.getKey(), new byte[0])));
      } else {
        assertArrayEquals(entry.getValue(), after.get(entry.getKey()), entry.getKey());
      }
    }
    assertEquals(count, report.places());
    return count;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "color-palette-kit-design-tokens-v1",
        "design-tokens-math-functions",
        "tokens-starter-kit-v3",
        "typography-tokens-starter-kit",
        "written-by-penpot-library-1.2.0-RC2"
      })
  void penpotSamples_thereAndBack(String name) throws Exception {
    long places =
        archiveRoundTrip(ProjectFiles.sample("penpot/" + name + ".penpot"), new Random(1));

    System.out.printf("%s: %,d places renamed%n", name, places);
  }

  @Test
  void figmaSample_thereAndBack_byRegularExpression() throws Exception {
    Path sample = ProjectFiles.sample("figma/derived-tokens-namespace.json");
    Path library = folder.resolve("library.json");
    JsonNode values =
        TreeOracle.read(
            TreeOracle.read(sample)
                .at("/document/sharedPluginData/tokens/values")
                .asString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.writeString(library, values.toString());
    Path there = folder.resolve("there.json");
    Path tokens = folder.resolve("tokens");
    Path back = folder.resolve("back.json");

    RemapReport report =
        Sluice.remap(NameMap.ofPatterns(List.of(new NameMap.Mapping("([a-z].*)", "my.$1"))))
            .document(sample, "sample")
            .tokens(library)
            .renameTokens(true)
            .output(tokens)
            .run(new CancelToken());
    Files.copy(tokens.resolve("derived-tokens-namespace.json"), there);
    Sluice.remap(NameMap.ofPatterns(List.of(new NameMap.Mapping("my\\.(.*)", "$1"))))
        .document(there, "there")
        .tokens(tokens.resolve("library.json"))
        .renameTokens(true)
        .output(folder.resolve("again"))
        .run(new CancelToken());
    Files.copy(folder.resolve("again/there.json"), back);

    assertTrue(report.places() > 100, report.toString());
    assertTrue(report.uses().getFirst().inTokens() > 0);
    assertEquals(-1, Files.mismatch(sample, back));
    assertEquals(-1, Files.mismatch(library, folder.resolve("again/library.json")));
  }

  // ------------------------------------------------------------------------------ libraries

  private static Map<String, String> values(Path tokens) {
    TokenChoice choice =
        new TokenChoice(List.of(tokens), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE);
    Map<String, String> values = new TreeMap<>();
    for (ResolvedToken token : Sluice.resolve(choice).resolved().all()) {
      if (!token.failed() && !token.token().isRemark()) {
        values.put(token.token().name(), token.token().type() + " " + token.value());
      }
    }
    return values;
  }

  private static Map<String, String> randomNames(Set<String> known, Random random) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> sorted = new ArrayList<>(new TreeSet<>(known));
    for (String name : sorted) {
      int dot = name.lastIndexOf('.');
      String group = dot < 0 ? "" : name.substring(0, dot + 1);
      switch (random.nextInt(12)) {
        case 0 -> names.put(name, group + "renamed-" + name.substring(dot + 1));
        case 1 -> names.put(name, "moved.deep." + names.size() + "." + name.substring(dot + 1));
        case 2 -> names.put(name, "moved.flat" + names.size());
        default -> {}
      }
    }
    return names;
  }

  private int libraryRenames(Path tokens, Path out, Random random) throws Exception {
    Map<String, String> before = values(tokens);
    Map<String, String> names = randomNames(before.keySet(), random);
    if (names.isEmpty()) {
      return 0;
    }
    Sluice.remap(map(names)).tokens(tokens).renameTokens(true).output(out).run(new CancelToken());

    Map<String, String> expected = new TreeMap<>();
    before.forEach((name, value) -> expected.put(names.getOrDefault(name, name), value));
    assertEquals(expected, values(out));
    return names.size();
  }

  @Test
  void aLibraryWithOtherNames_comesToTheSameValues() throws Exception {
    int renamed = 0;
    for (int seed = 0; seed < RANDOM_DOCUMENTS; seed++) {
      Random random = new Random(seed);
      Path tokens = folder.resolve("tokens.json");
      Path out = folder.resolve("out.json");
      new FigmaDocumentGenerator(FigmaDocumentOptions.of(10, seed)).library().write(tokens);
      if (seed % 2 == 1) {
        Files.write(tokens, RandomSpelling.of(TreeOracle.read(tokens), random, false));
      }
      renamed += libraryRenames(tokens, out, random);
    }
    assertTrue(renamed > RANDOM_DOCUMENTS * 10, renamed + " renamed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "designsystemet/files",
        "figma-sds/files/figma-sds",
        "gitlab/files",
        "primer/files/github-primer",
        "spectrum/files/adobe-spectrum"
      })
  void librariesOfSamples_comeToTheSameValues(String name) throws Exception {
    Path files = ProjectFiles.sample("tokens/" + name);
    Path out = folder.resolve("out");

    int renamed;
    try {
      renamed = libraryRenames(files, out, new Random(2));
    } catch (SluiceException e) {
      System.out.println(name + ": " + e.problem().render());
      assertEquals(ProblemCode.FORMAT_UNSUPPORTED, e.problem().code(), e.getMessage());
      return;
    }

    System.out.printf("%s: %d names%n", name, renamed);
  }

  private static final String LIBRARY =
      """
      {"core": {
        "color": {
          "white" : {"value": "#fff", "type": "color", "description": "not {color.white}"},
          "bg": {"value": "{ color.white }", "type": "color",
            "$extensions": {"studio.tokens": {"modify": {"type": "mix", "value": "0.5",
              "color": "{color.white}"}}, "other": "{color.white}"}}
        },
        "size": {"a": {"value": 4.0, "type": "sizing"},
                 "b": {"value": "{size.a} * 2 + $size.a", "type": "sizing"}},
        "shadow": {"value": {"color": "{color.white}", "x": "{size.a}"}, "type": "boxShadow"}
       },
       "$themes": [{"id": "1", "name": "Light", "selectedTokenSets": {"core": "enabled"},
         "$figmaStyleReferences": {"color.white": "S:1"}}]}
      """;

  private String renamedLibrary(Map<String, String> names) throws Exception {
    Path tokens = folder.resolve("tokens.json");
    Path out = folder.resolve("out.json");
    Files.writeString(tokens, LIBRARY);
    Sluice.remap(map(names)).tokens(tokens).renameTokens(true).output(out).run(new CancelToken());
    return Files.readString(out);
  }

  @Test
  void inALibrary_declarationsAndReferencesChange_andNothingElse() throws Exception {
    assertEquals(
        LIBRARY
            .replace("\"white\" :", "\"paper\" :")
            .replace("{ color.white }", "{ color.paper }")
            .replace("\"color\": \"{color.white}\"", "\"color\": \"{color.paper}\"")
            .replace("\"color.white\": \"S:1\"", "\"color.paper\": \"S:1\"")
            .replace("\"a\":", "\"base\":")
            .replace("{size.a} * 2 + $size.a", "{size.base} * 2 + $size.base")
            .replace("\"x\": \"{size.a}\"", "\"x\": \"{size.base}\""),
        renamedLibrary(Map.of("color.white", "color.paper", "size.a", "size.base")));
  }

  @Test
  void aWholeGroup_andAMove_keepTheBytesOfWhatMoves() throws Exception {
    String group = renamedLibrary(Map.of("size.a", "space.a", "size.b", "space.b"));
    String move = renamedLibrary(Map.of("size.a", "color.size.deep"));

    assertTrue(group.contains("\"space\": {\"a\": {\"value\": 4.0, \"type\": \"sizing\"},"), group);
    assertTrue(
        move.contains("\n      \"deep\": {\"value\": 4.0, \"type\": \"sizing\"}\n    }"), move);
    assertTrue(move.contains("\"size\": {\"b\": {"), move);
  }

  @Test
  void whatWouldClash_isRefused() throws Exception {
    for (Map<String, String> names :
        List.of(
            Map.of("color.white", "color.bg"),
            Map.of("color.white", "size"),
            Map.of("color.white", "size.a.x"),
            Map.of("color.white", "x.y", "color.bg", "x.y"))) {
      SluiceException thrown =
          assertThrows(SluiceException.class, () -> renamedLibrary(names), names.toString());
      assertEquals(ProblemCode.MAPPING_CLASH, thrown.problem().code(), thrown.getMessage());
      assertFalse(Files.exists(folder.resolve("out.json")));
    }
  }

  @Test
  void chains_applyAtOnce() throws Exception {
    Map<String, String> names = new HashMap<>();
    names.put("size.a", "size.b");
    names.put("size.b", "size.c");

    String text = renamedLibrary(names);

    assertTrue(text.contains("\"b\": {\"value\": 4.0, \"type\": \"sizing\"},"), text);
    assertTrue(text.contains("\"c\": {\"value\": \"{size.b} * 2 + $size.b\""), text);
  }

  private static final String DOCUMENT =
      """
      {"document":{"id":"0:0","type":"DOCUMENT","children":[{"id":"0:1","type":"CANVAS","children":[
        {"id":"1:1","type":"FRAME","sharedPluginData":{"tokens":{"fill":"\\"color.white\\"",
         "sizing":"\\"size.a\\"", "hash":"\\"color.white\\"", "border":"none"}}}]}]}}
      """;

  private RemapRequest request(Map<String, String> names) throws Exception {
    Path tokens = folder.resolve("tokens.json");
    Path document = folder.resolve("document.json");
    Files.writeString(tokens, LIBRARY);
    Files.writeString(document, DOCUMENT);
    return Sluice.remap(map(names)).document(document, "document").tokens(tokens);
  }

  @Test
  void aTargetThatIsNoToken_isRefused_unlessTheLibraryIsRenamedToo() throws Exception {
    Map<String, String> names = Map.of("color.white", "color.paper");

    SluiceException thrown =
        assertThrows(SluiceException.class, () -> request(names).run(new CancelToken()));
    RemapReport report = request(names).renameTokens(true).inPlace().run(new CancelToken());

    assertEquals(ProblemCode.TARGET_UNKNOWN, thrown.problem().code());
    assertEquals(2, report.changed());
    assertEquals(
        DOCUMENT.replace("\"fill\":\"\\\"color.white", "\"fill\":\"\\\"color.paper"),
        Files.readString(folder.resolve("document.json")));
    assertTrue(Files.readString(folder.resolve("tokens.json")).contains("\"paper\" :"));
  }

  @Test
  void aDryRun_countsUsedAndUnused_andWhatWasThereBefore() throws Exception {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("color.white", "size.a");
    names.put("nothing", "color.bg");

    RemapReport report = request(names).dryRun().run(new CancelToken());

    assertEquals(List.of(1L, 0L), report.uses().stream().map(NameMap.Use::applied).toList());
    assertEquals(1, report.alreadyThere());
    assertEquals(List.of(), report.outputs());
    assertEquals(DOCUMENT, Files.readString(folder.resolve("document.json")));
  }

  @Test
  void aDocumentWithoutALibrary_needsOne() throws Exception {
    request(Map.of("a", "b"));

    SluiceException thrown =
        assertThrows(
            SluiceException.class,
            () ->
                Sluice.remap(map(Map.of("a", "b")))
                    .document(folder.resolve("document.json"), "document")
                    .run(new CancelToken()));

    assertEquals(ProblemCode.LIBRARY_MISSING, thrown.problem().code());
  }
}
