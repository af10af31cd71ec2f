package sluice.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.oracle.TreeOracle;
import sluice.testkit.oracle.TreeOracle.FoundNode;
import tools.jackson.databind.JsonNode;

class FigmaDocumentGeneratorTest {
  private static final FigmaDocumentOptions SMALL = FigmaDocumentOptions.of(3_000, 42);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100, 1_000, 6_000})
  void nodeCountIsExact(int count) {
    JsonNode root = read(FigmaDocumentOptions.of(count, 7));

    assertEquals(count, TreeOracle.nodes(root).size());
  }

  @Test
  void envelopeBeginsWithTheDocument() {
    JsonNode root = read(SMALL);

    List<String> keys = List.copyOf(root.propertyNames());
    assertEquals("document", keys.getFirst());
    assertTrue(keys.containsAll(List.of("components", "styles", "name", "version")));
  }

  @Test
  void sameSeed_sameBytes() {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(SMALL);

    byte[] first = generator.bytes();

    assertArrayEquals(first, generator.bytes());
    assertArrayEquals(first, new FigmaDocumentGenerator(SMALL).bytes());
  }

  @Test
  void anotherSeed_anotherDocument() {
    byte[] first = new FigmaDocumentGenerator(SMALL).bytes();
    byte[] second = new FigmaDocumentGenerator(FigmaDocumentOptions.of(3_000, 43)).bytes();

    assertFalse(Arrays.equals(first, second));
  }

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void keyOrderKeepsTheTree(KeyOrder order) {
    FigmaDocumentOptions options = SMALL.withEmbeddedLibrary(EmbeddedLibrary.PLAIN);

    JsonNode reordered = read(options.withKeyOrder(order));

    assertEquals(List.of(), TreeOracle.differences(read(options), reordered));
  }

  @Test
  void keyOrderKeepsTheOrderOfAppliedTokens() {
    Map<String, FoundNode> natural = TreeOracle.nodes(read(SMALL));
    Map<String, FoundNode> shuffled = TreeOracle.nodes(read(SMALL.withKeyOrder(KeyOrder.SHUFFLED)));

    assertEquals(List.copyOf(natural.keySet()), List.copyOf(shuffled.keySet()));
    assertEquals(pluginData(natural), pluginData(shuffled));
  }

  @Test
  void indentationAndByteOrderMarkKeepTheTree() {
    byte[] bytes =
        new FigmaDocumentGenerator(SMALL.withIndented(true).withByteOrderMark(true)).bytes();

    assertEquals((byte) 0xEF, bytes[0]);
    assertTrue(
        new String(bytes, StandardCharsets.UTF_8).contains("\n  \"document\": {\n    \"id\""));
    assertEquals(List.of(), TreeOracle.differences(read(SMALL), TreeOracle.read(bytes)));
  }

  @Test
  void naturalOrder_pluginDataPrecedesChildrenAndFillsFollow() {
    for (FoundNode node : TreeOracle.nodes(read(SMALL)).values()) {
      List<String> keys = List.copyOf(node.json().propertyNames());
      if (keys.contains("children") && keys.contains("sharedPluginData")) {
        assertTrue(keys.indexOf("sharedPluginData") < keys.indexOf("children"));
        assertTrue(keys.indexOf("children") < keys.indexOf("fills"));
      }
    }
  }

  @Test
  void reversedOrder_childrenFirstIdentityAfterValues() {
    JsonNode root = read(SMALL.withKeyOrder(KeyOrder.REVERSED));

    assertEquals("document", List.copyOf(root.propertyNames()).getLast());
    for (FoundNode node : TreeOracle.nodes(root).values()) {
      List<String> keys = List.copyOf(node.json().propertyNames());
      if (keys.contains("children")) {
        assertEquals("children", keys.getFirst());
      }
      if (keys.contains("fills")) {
        assertTrue(keys.indexOf("fills") < keys.indexOf("id"));
      }
      if (keys.contains("sharedPluginData")) {
        assertTrue(keys.indexOf("id") < keys.indexOf("sharedPluginData"));
      }
    }
  }

  @Test
  void countsAreThoseOfTheDocument() throws IOException {
    FigmaDocumentOptions options = SMALL.withBoundVariablesShare(0.2);
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(options);

    GeneratedDocument made = generator.write(OutputStream.nullOutputStream());

    List<JsonNode> nodes = new ArrayList<>();
    int depth = 0;
    for (FoundNode node : TreeOracle.nodes(TreeOracle.read(generator.bytes())).values()) {
      nodes.add(node.json());
      depth = Math.max(depth, node.parentIds().size());
    }
    assertEquals(generator.bytes().length, made.sizeBytes());
    assertEquals(3_000, made.nodes());
    assertEquals(count(nodes, "sharedPluginData"), made.nodesWithTokens());
    assertEquals(count(nodes, "boundVariables"), made.boundNodes());
    assertEquals(count(nodes, "visible"), made.hiddenNodes());
    assertEquals(
        nodes.stream().filter(node -> node.get("id").asString().startsWith("I")).count(),
        made.instanceSublayers());
    assertEquals(depth, made.depth());
  }

  @Test
  void sharesAreThoseMeasured() throws IOException {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(100_000, 11));

    GeneratedDocument made = generator.write(OutputStream.nullOutputStream());

    double nodes = made.nodes();
    assertEquals(1_070, made.sizeBytes() / nodes, 40, "bytes per node");
    assertEquals(0.6, made.nodesWithTokens() / nodes, 0.02, "token share");
    assertEquals(0.1, made.driftedNodes() / (double) made.nodesWithTokens(), 0.01, "drift");
    assertEquals(0.43, made.instanceSublayers() / nodes, 0.05, "instance sublayers");
    assertEquals(0.05, made.hiddenNodes() / nodes, 0.01, "hidden");
    assertEquals(0.02, made.boundNodes() / nodes, 0.005, "bound");
    assertTrue(made.depth() >= 9 && made.depth() <= 10, "depth " + made.depth());
    assertEquals(1_000, generator.combinationCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 15, 30})
  void depthStaysBelowItsLimit(int depthMax) throws IOException {
    FigmaDocumentOptions options = FigmaDocumentOptions.of(20_000, 3).withDepthMax(depthMax);

    GeneratedDocument made =
        new FigmaDocumentGenerator(options).write(OutputStream.nullOutputStream());

    assertEquals(20_000, made.nodes());
    assertTrue(made.depth() <= depthMax && made.depth() > depthMax / 2, "depth " + made.depth());
  }

  @Test
  void appliedTokensExistInTheLibrary() {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(SMALL);
    Set<String> names = names(generator.library());

    Set<String> missing = new HashSet<>(storedNames(TreeOracle.read(generator.bytes())));
    missing.removeAll(names);

    assertEquals(Set.of("none"), missing);
  }

  @Test
  void missingTokensAppearOnRequest() {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(SMALL.withMissingTokenShare(0.05));

    List<String> stored = storedNames(TreeOracle.read(generator.bytes()));

    assertTrue(stored.stream().anyMatch(name -> name.startsWith("color.retired.")));
  }

  @Test
  void withoutDrift_everySolidFillHasTheLightValueOfItsToken() {
    FigmaDocumentOptions options = SMALL.withDriftShare(0);
    DesignTokens tokens = new DesignTokens(options.library());
    Rgba expected = tokens.themes.surfaces.getFirst().color();
    String name = "\"" + tokens.themes.surfaces.getFirst().name() + "\"";

    int seen = 0;
    for (FoundNode node : TreeOracle.nodes(read(options)).values()) {
      if (node.json().at("/sharedPluginData/tokens/fill").asString("").equals(name)) {
        JsonNode color = node.json().at("/fills/0/color");
        assertEquals(expected.red() / 255f, (float) color.get("r").doubleValue());
        assertEquals(expected.green() / 255f, (float) color.get("g").doubleValue());
        assertEquals(expected.blue() / 255f, (float) color.get("b").doubleValue());
        seen++;
      }
    }
    assertTrue(seen > 0);
  }

  @Test
  void chunkedLibraryIsThePlainOneInParts() {
    String at = "/document/sharedPluginData/tokens/";
    JsonNode plain = read(SMALL.withEmbeddedLibrary(EmbeddedLibrary.PLAIN));
    JsonNode chunked = read(SMALL.withEmbeddedLibrary(EmbeddedLibrary.CHUNKED));

    int count = json(chunked.at(at + "values_meta")).get("count").asInt();
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < count; i++) {
      joined.append(chunked.at(at + "values_chunk_" + i).asString());
    }

    assertTrue(count >= 2);
    assertEquals(plain.at(at + "values").asString(), joined.toString());
    assertEquals(3, json(plain.at(at + "values")).size());
    assertTrue(chunked.at(at + "values").isMissingNode());
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 77, 5_000})
  void combinationCountIsExact(int count) {
    FigmaDocumentOptions options = SMALL.withCombinations(count);

    assertEquals(count, new FigmaDocumentGenerator(options).combinationCount());
  }

  @Test
  void optionsOutsideTheirBounds_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> FigmaDocumentOptions.of(0, 1));
    assertThrows(IllegalArgumentException.class, () -> SMALL.withCombinations(5));
    assertThrows(IllegalArgumentException.class, () -> SMALL.withTokenShare(1.1));
    assertThrows(IllegalArgumentException.class, () -> SMALL.withDepthMax(3));
  }

  private static JsonNode read(FigmaDocumentOptions options) {
    return TreeOracle.read(new FigmaDocumentGenerator(options).bytes());
  }

  private static JsonNode json(JsonNode text) {
    return TreeOracle.read(text.asString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> pluginData(Map<String, FoundNode> nodes) {
    return nodes.values().stream()
        .map(node -> node.json().path("sharedPluginData").toString())
        .toList();
  }

  private static long count(List<JsonNode> nodes, String key) {
    return nodes.stream().filter(node -> node.has(key)).count();
  }

  private static List<String> storedNames(JsonNode root) {
    List<String> names = new ArrayList<>();
    for (FoundNode node : TreeOracle.nodes(root).values()) {
      JsonNode data = node.json().at("/sharedPluginData/tokens");
      for (String key : data.propertyNames()) {
        if (!key.equals("hash") && !key.equals("version")) {
          names.add(data.get(key).asString().replace("\"", ""));
        }
      }
    }
    return names;
  }

  private static Set<String> names(TokenLibraryGenerator library) {
    JsonNode sets = TreeOracle.read(library.flatSetsJson().getBytes(StandardCharsets.UTF_8));
    Set<String> names = new HashSet<>();
    for (JsonNode set : sets) {
      set.forEach(token -> names.add(token.get("name").asString()));
    }
    return names;
  }
}
