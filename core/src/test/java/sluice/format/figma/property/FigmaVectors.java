package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.apply.FontCatalog;
import sluice.apply.TokenJson;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Facts about whole nodes (Tokens Studio, keys).
public final class FigmaVectors {
  private FigmaVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.after(
            "tokens-studio/apply-node",
            Area.APPLICATION,
            "whole nodes",
            _ -> FigmaVectors::applyNode),
        VectorSuite.after(
            "own/apply-node",
            Area.APPLICATION,
            "borders that meet on one node",
            _ -> FigmaVectors::applyNode),
        VectorSuite.after(
            "tokens-studio/apply-none", Area.APPLICATION, "clearing", FigmaVectors::applyNone),
        new VectorSuite(
            "apply/figma-nodes",
            "apply/figma-nodes, given values",
            Area.APPLICATION,
            "random nodes, tokens as the plugin resolved them",
            vectors ->
                random(
                    vectors,
                    TokenJson.resolved(
                        vectors.root().get("tokens"), vectors.root().get("resolved")))),
        new VectorSuite(
            "apply/figma-nodes",
            "apply/figma-nodes, end to end",
            Area.APPLICATION,
            "random nodes, tokens resolved by Sluice",
            vectors ->
                random(
                    vectors,
                    TokenResolver.resolve(TokenJson.tokens(vectors.root().get("tokens"))))));
  }

  private static VectorSuite.Check random(Vectors vectors, ResolvedTokens tokens) {
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> family : vectors.root().get("fonts").properties()) {
      List<String> styles = new ArrayList<>();
      family.getValue().forEach(style -> styles.add(style.asString()));
      fonts.put(family.getKey(), styles);
    }
    FontCatalog catalog = FontCatalog.of(fonts);
    ParentFacts parent = new ParentFacts.Known("FRAME", false, new ParentFacts.Box(0, 0, 320, 640));
    return fact -> {
      JsonNode node = fact.input().get("node");
      String base = fact.input().get("baseFontSize").asString();
      return check(new NodeVector(node, parent, tokens, base, catalog), fact.expected());
    };
  }

  private static Set<String> applyNode(Vectors.Case fact) {
    JsonNode input = fact.input();
    ResolvedTokens tokens = TokenResolver.resolve(TokenJson.tokens(input.get("tokens")));
    ParentFacts parent = input.has("parent") ? NodeTree.parent(input.get("parent")) : null;
    String base = input.get("baseFontSize").asString();
    return check(
        new NodeVector(input.get("node"), parent, tokens, base, fonts(input)), fact.expected());
  }

  private static VectorSuite.Check applyNone(Vectors vectors) {
    Token none = new Token("n", "other", new TokenValue.Text("none"), null, null, "global", null);
    ResolvedTokens tokens =
        new ResolvedTokens(List.of(new ResolvedToken(none, none.value(), false, null, null)));
    return fact -> {
      ObjectNode node = (ObjectNode) fact.input().get("node");
      node.putObject("sharedPluginData")
          .putObject("tokens")
          .put(fact.input().get("key").asString(), "\"n\"");
      return check(
          new NodeVector(node, null, tokens, "16", FontCatalog.assumeAll()), fact.expected());
    };
  }

  /// Compares as it stands first; only a fact that does not hold then may be one of those in which
  /// we differ.
  private static Set<String> check(NodeVector vector, JsonNode expected) {
    Map<String, List<String>> differences = differences(expected);
    if (differences.isEmpty()) {
      vector.check(expected, Set.of());
      return Set.of();
    }
    Set<String> excused = new HashSet<>();
    differences.values().forEach(excused::addAll);
    vector.check(expected, excused);
    return differences.keySet();
  }

  private static FontCatalog fonts(JsonNode input) {
    if (!input.has("availableFonts")) {
      return FontCatalog.assumeAll();
    }
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (JsonNode font : input.get("availableFonts")) {
      fonts
          .computeIfAbsent(font.get("family").asString(), _ -> new ArrayList<>())
          .add(font.get("style").asString());
    }
    return FontCatalog.of(fonts);
  }

  /// The fields in which we differ from the plugin, by the id of the rule.
  private static Map<String, List<String>> differences(JsonNode expected) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    double opacity = expected.path("set").path("opacity").asDouble(1);
    if (opacity < 0 || opacity > 1) {
      fields.put("opacity-range", List.of("opacity"));
    }
    List<String> noField = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : expected.path("set").properties()) {
      if (member.getKey().startsWith("(no REST field)")) {
        noField.add(member.getKey());
      }
    }
    if (!noField.isEmpty()) {
      fields.put("no-rest-field", noField);
    }
    if (expected.path("nodeFailed").asBoolean(false)) {
      fields.put(
          "border-width-number", List.of("strokes", "strokeWeight", "individualStrokeWeights"));
    }
    return fields;
  }
}
