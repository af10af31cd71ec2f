package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedTokens;
import sluice.token.AppliedToken;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeTokensTest {

  @Test
  void compositionAndExplicitKey_theOneStoredLaterCounts() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "k", "type": "composition", "value": {"opacity": "40%", "sizing": 8},
              "rawValue": {"opacity": "{o}", "sizing": "8"}},
             {"name": "o2", "type": "opacity", "value": "80%", "rawValue": "80%"}]
            """);

    NodeTokens before = of(tokens, "opacity", "o2", "composition", "k");
    NodeTokens after = of(tokens, "composition", "k", "opacity", "o2");

    assertEquals(Map.of("opacity", "40%", "sizing", 8.0), values(before));
    assertEquals(Map.of("opacity", "80%", "sizing", 8.0), values(after));
    assertEquals(Map.of("opacity", "o2", "sizing", "k"), data(before));
    assertEquals(data(before), data(after));
    assertEquals(ProblemCode.QUIRK, before.problems().getFirst().problem().code());
    assertEquals(List.of(), after.problems());
  }

  @Test
  void compositionStoredAfterAFill_isNotSaidToOverwriteIt() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "k", "type": "composition", "value": {"fill": "#fff"},
              "rawValue": {"fill": "{c}"}},
             {"name": "c2", "type": "color", "value": "#000", "rawValue": "#000"}]
            """);

    NodeTokens node = of(tokens, "fill", "c2", "composition", "k");

    assertEquals("c2", data(node).get("fill"));
    assertEquals(List.of(), node.problems());
  }

  @Test
  void borderBesideItsOwnWidth_losesItsColour_andSaysSo() {
    ResolvedTokens tokens =
        tokens(
            """
            [{"name": "b", "type": "border", "value": {"color": "#f00", "width": "1px"},
              "rawValue": {"color": "#f00", "width": "1px"}},
             {"name": "w", "type": "borderWidth", "value": 2, "rawValue": "2"}]
            """);

    NodeTokens alone = of(tokens, "border", "b");
    NodeTokens beside = of(tokens, "border", "b", "borderWidth", "w");

    assertTrue(alone.refersTo(PropertyKey.BORDER_COLOR));
    assertEquals(List.of(), alone.problems());
    assertTrue(!beside.refersTo(PropertyKey.BORDER_COLOR));
    assertEquals(ProblemCode.QUIRK, beside.problems().getFirst().problem().code());
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

  static Map<String, String> data(NodeTokens tokens) {
    Map<String, String> data = new LinkedHashMap<>();
    tokens.data().forEach((key, name) -> data.put(key.storedName(), name));
    return data;
  }

  static Map<String, @Nullable Object> values(NodeTokens tokens) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    tokens
        .values()
        .forEach((key, value) -> values.put(key.storedName(), TokenJson.plain(value.value())));
    return values;
  }
}
