package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.vector.Vectors;
import sluice.token.AppliedToken;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeTokensTest {

  @TestFactory
  Stream<DynamicTest> mapNodeData() {
    return Vectors.load("tokens-studio/map-node-data")
        .tests(fact -> {
          List<AppliedToken> applied = new ArrayList<>();
          for (Map.Entry<String, JsonNode> entry : fact.input().get("applied").properties()) {
            applied.add(new AppliedToken(entry.getKey(), entry.getValue().asString()));
          }

          NodeTokens tokens =
              NodeTokens.of(applied, TokenJson.resolved(fact.input().get("resolvedTokens")));

          JsonNode expected = fact.expected();
          if (expected.has("error")) {
            // The plugin loses the node over a border width that is a number; we read it.
            assertEquals("2", tokens.data().get(PropertyKey.BORDER_WIDTH));
            return;
          }
          Map<String, Object> data = strings(expected.get("data"));
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (Map.Entry<String, JsonNode> entry : expected.get("values").properties()) {
            values.put(entry.getKey(), TokenJson.plain(TokenJson.value(entry.getValue())));
          }
          if (borderWithOwnWidth(fact.input().get("applied"))) {
            data.put("borderColor", "red");
          }
          explicitWins(fact.input(), values);
          assertEquals(data, data(tokens));
          assertEquals(values, values(tokens));
        });
  }

  /// The plugin forgets the border's colour when a border width is applied too; we don't.
  private static boolean borderWithOwnWidth(JsonNode applied) {
    return applied.has("border") && applied.has("borderWidth") && !applied.has("borderColor");
  }

  /// The plugin lets the key stored last win, be it the composition; we let the explicit key win.
  private static void explicitWins(JsonNode input, Map<String, @Nullable Object> values) {
    for (JsonNode token : input.get("resolvedTokens")) {
      for (Map.Entry<String, JsonNode> entry : input.get("applied").properties()) {
        if (input.get("applied").has("composition")
            && !entry.getKey().equals("composition")
            && entry.getValue().asString().equals(token.get("name").asString())) {
          values.put(entry.getKey(), TokenJson.plain(TokenJson.value(token.get("value"))));
        }
      }
    }
  }

  @Test
  void explicitKeyBeatsComposition_inEitherOrder() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "k", "type": "composition", "value": {"opacity": "40%", "sizing": 8},
              "rawValue": {"opacity": "{o}", "sizing": "8"}},
             {"name": "o2", "type": "opacity", "value": "80%", "rawValue": "80%"}]
            """);

    NodeTokens before = of(tokens, "opacity", "o2", "composition", "k");
    NodeTokens after = of(tokens, "composition", "k", "opacity", "o2");

    for (NodeTokens node : List.of(before, after)) {
      assertEquals(Map.of("opacity", "80%", "sizing", 8.0), values(node));
      assertEquals(Map.of("opacity", "o2", "sizing", "k"), data(node));
    }
  }

  @Test
  void unknownToken_isMissing_butNoneIsNot() {
    NodeTokens node = of(tokens("[]"), "fill", "gone", "opacity", "none");

    assertEquals(List.of(new AppliedToken("fill", "gone")), node.missing());
    assertEquals(Map.of(), node.values());
  }

  @Test
  void failedToken_isNotApplied_andReported() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "a", "type": "color", "value": "{x}", "rawValue": "{x}",
              "failedToResolve": true, "description": "about a"}]
            """);

    NodeTokens node = of(tokens, "fill", "a", "description", "a", "tokenValue", "a");

    assertNull(node.value(PropertyKey.FILL));
    assertEquals(Map.of("description", "about a", "tokenValue", "{x}"), values(node));
    assertEquals(1, node.problems().size());
    assertEquals(PropertyKey.FILL, node.problems().getFirst().key());
  }

  @Test
  void failedComposite_keepsItsGoodParts() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "t", "type": "typography",
              "value": {"fontSize": "{x}", "lineHeight": "20px"},
              "rawValue": {"fontSize": "{x}", "lineHeight": "20px"}, "failedToResolve": true},
             {"name": "s", "type": "boxShadow",
              "value": [{"x": 1, "color": "#000"}, {"x": "{x}", "color": "#000"}],
              "rawValue": [{"x": 1, "color": "#000"}, {"x": "{x}", "color": "#000"}],
              "failedToResolve": true}]
            """);

    NodeTokens node = of(tokens, "typography", "t", "boxShadow", "s");

    assertEquals(Map.of("typography", Map.of("lineHeight", "20px")), values(node));
    assertNull(node.referenced(PropertyKey.BOX_SHADOW));
    assertEquals(2, node.problems().size());
  }

  @Test
  void aliasedComposition_hasNoEffect_andSaysSo() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "k", "type": "composition", "value": {"opacity": "40%"},
              "rawValue": "{other}"}]
            """);

    NodeTokens node = of(tokens, "composition", "k");

    assertTrue(!node.refersTo(PropertyKey.OPACITY));
    assertEquals(ProblemCode.QUIRK, node.problems().getFirst().problem().code());
  }

  @Test
  void noneAsValue_clears() {
    ResolvedTokens tokens =
        tokens(
            "[{\"name\": \"n\", \"type\": \"color\", \"value\": \"none\", \"rawValue\": \"none\"}]");

    NodeTokens node = of(tokens, "fill", "n");

    assertNull(node.value(PropertyKey.FILL));
    assertEquals(
        Map.of(PropertyKey.FILL, new AppliedValue(new TokenValue.Text("none"), "n")),
        node.values());
    assertTrue(new AppliedValue(new TokenValue.Text("none"), "n").clears());
  }

  @Test
  void documentationText_writesNestedValues() {
    TokenValue value =
        TokenJson.value(
            json("{\"a\": 1.50, \"b\": {\"c\": true, \"d\": null}, \"e\": [\"x\", {}, 1e21]}"));

    assertEquals("a: 1.5\nb: c: true\nd: null\ne: x\n\n\n\n1e+21", DocumentationText.of(value));
  }

  private static NodeTokens of(ResolvedTokens tokens, String... keysAndNames) {
    List<AppliedToken> applied = new ArrayList<>();
    for (int i = 0; i < keysAndNames.length; i += 2) {
      applied.add(new AppliedToken(keysAndNames[i], keysAndNames[i + 1]));
    }
    return NodeTokens.of(applied, tokens);
  }

  private static ResolvedTokens tokens(String json) {
    return TokenJson.resolved(json(json));
  }

  private static JsonNode json(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  private static Map<String, String> data(NodeTokens tokens) {
    Map<String, String> data = new LinkedHashMap<>();
    tokens.data().forEach((key, name) -> data.put(key.storedName(), name));
    return data;
  }

  private static Map<String, @Nullable Object> values(NodeTokens tokens) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    tokens
        .values()
        .forEach((key, value) -> values.put(key.storedName(), TokenJson.plain(value.value())));
    return values;
  }

  private static Map<String, Object> strings(JsonNode object) {
    Map<String, Object> strings = new LinkedHashMap<>();
    object.properties().forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString()));
    return strings;
  }
}
