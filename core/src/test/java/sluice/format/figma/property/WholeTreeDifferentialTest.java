package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.apply.AppliedTokenReader;
import sluice.apply.FontCatalog;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.problem.Problem;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.oracle.TreeOracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The streaming engine against the slow, obvious one: the whole document as a tree, each node's
/// families applied one after another, nothing remembered.
class WholeTreeDifferentialTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(KeyOrder.class)
  void streaming_givesWhatTheWholeTreeGives(KeyOrder order) throws Exception {
    long seed = System.nanoTime() % 100_000;
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    Path output = folder.resolve("out.json");
    generate(seed, order, document, tokens);

    Sluice.apply(document).tokens(tokens).theme("Dark").output(output).start().await();

    ResolvedTokens resolved =
        Sluice.resolve(new TokenChoice(List.of(tokens), List.of("Dark"), List.of(), "16"))
            .resolved();
    JsonNode expected = TreeOracle.read(document);
    apply(expected.get("document"), null, resolved);
    assertEquals(
        "", firstDifference("", expected, TreeOracle.read(output)), "seed " + seed + " " + order);
  }

  private static void generate(long seed, KeyOrder order, Path document, Path tokens)
      throws IOException {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(
            FigmaDocumentOptions.of(3_000, seed)
                .withKeyOrder(order)
                .withCombinations(300)
                .withDriftShare(0.4)
                .withMissingTokenShare(0.05)
                .withBoundVariablesShare(0.3));
    generator.write(document);
    generator.library().write(tokens);
  }

  private static void apply(JsonNode json, @Nullable JsonNode parent, ResolvedTokens tokens) {
    for (JsonNode child : json.path("children")) {
      apply(child, json, tokens);
    }
    JsonNode stored = json.path("sharedPluginData").path("tokens");
    String type = json.get("type").asString();
    if (!stored.isObject() || !NodeTypes.isTokenBearing(type)) {
      return;
    }
    Map<String, String> entries = new LinkedHashMap<>();
    stored.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
    NodeTokens said = NodeTokens.of(AppliedTokenReader.read(entries).applied(), tokens);
    FigmaNode.Known node = NodeTree.node(json, parent == null ? null : NodeTree.parent(parent));
    List<Edit> edits = new ArrayList<>();
    EditSink sink =
        new EditSink() {
          @Override
          public void edit(Edit edit) {
            edits.add(edit);
          }

          @Override
          public void problem(PropertyKey key, Problem problem) {}
        };
    FigmaPlan.compile(
            said,
            type,
            node.partOfInstance(),
            new ApplySettings(16, FontCatalog.assumeAll(), false))
        .apply(node, sink);
    ObjectNode edited = NodeTree.edited(json, edits);
    ObjectNode target = (ObjectNode) json;
    JsonNode children = target.get("children");
    target.removeAll();
    target.setAll(edited);
    if (children != null) {
      target.set("children", children);
    }
  }

  /// The pointer of the first difference, empty when there is none. Members in any order; numbers
  /// equal when equal as float32.
  private static String firstDifference(String at, JsonNode expected, JsonNode actual) {
    if (expected.isNumber() && actual.isNumber()) {
      return (float) expected.asDouble() == (float) actual.asDouble()
          ? ""
          : at + ": " + expected + " != " + actual;
    }
    if (expected instanceof ArrayNode && actual instanceof ArrayNode) {
      if (expected.size() != actual.size()) {
        return at + ": " + expected + " != " + actual;
      }
      for (int i = 0; i < expected.size(); i++) {
        String found = firstDifference(at + "/" + i, expected.get(i), actual.get(i));
        if (!found.isEmpty()) {
          return found;
        }
      }
      return "";
    }
    if (expected instanceof ObjectNode && actual instanceof ObjectNode) {
      if (expected.size() != actual.size()) {
        return at + ": " + expected.propertyNames() + " != " + actual.propertyNames();
      }
      for (Map.Entry<String, JsonNode> member : expected.properties()) {
        JsonNode other = actual.get(member.getKey());
        String place = at + "/" + member.getKey();
        String found =
            other == null ? place + ": missing" : firstDifference(place, member.getValue(), other);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return "";
    }
    return expected.equals(actual) ? "" : at + ": " + expected + " != " + actual;
  }
}
