package sluice.format.figma.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.apply.FontCatalog;
import sluice.apply.TokenJson;
import sluice.format.figma.property.ApplySettings;
import sluice.json.JsonValue;
import sluice.problem.ProblemTally;
import sluice.resolve.BaseFontSize;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;

/// Facts about whole nodes in the terms of the Plugin API.
///
/// Each case is decided, written, decided again, taken back, and decided once more from no more
/// than the fields that [LiveReads] asks for.
public final class LiveVectors {
  private static final double TOLERANCE = 1e-6;
  private static final Set<String> NOT_VALUES = Set.of("id", "name", "type");
  private static final LiveParent PARENT = new LiveParent("FRAME", "NONE", 320, 640);

  private LiveVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        new VectorSuite(
            "apply/figma-plugin-nodes",
            "apply/figma-plugin-nodes, given values",
            Area.APPLICATION,
            "random nodes of an open file, tokens as the plugin resolved them",
            vectors ->
                check(
                    vectors,
                    TokenJson.resolved(
                        vectors.root().get("tokens"), vectors.root().get("resolved")))),
        new VectorSuite(
            "apply/figma-plugin-nodes",
            "apply/figma-plugin-nodes, end to end",
            Area.APPLICATION,
            "random nodes of an open file, tokens resolved by Sluice",
            vectors ->
                check(
                    vectors,
                    TokenResolver.resolve(TokenJson.tokens(vectors.root().get("tokens"))))));
  }

  private static VectorSuite.Check check(Vectors vectors, ResolvedTokens tokens) {
    Map<String, LiveWork> works = new LinkedHashMap<>();
    return fact -> {
      String base = fact.input().get("baseFontSize").asString();
      LiveWork work = works.computeIfAbsent(base, _ -> work(tokens, base, fonts(vectors)));
      return check(fact, work);
    };
  }

  static LiveWork work(ResolvedTokens tokens, String baseFontSize, FontCatalog fonts) {
    double px = BaseFontSize.of(baseFontSize, tokens, List.of(), new ProblemTally());
    return new LiveWork(tokens, List.of("global"), new ApplySettings(px, fonts, false));
  }

  static FontCatalog fonts(Vectors vectors) {
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> family : vectors.root().get("fonts").properties()) {
      List<String> styles = new ArrayList<>();
      family.getValue().forEach(style -> styles.add(style.asString()));
      fonts.put(family.getKey(), styles);
    }
    return FontCatalog.of(fonts);
  }

  private static Set<String> check(Vectors.Case fact, LiveWork work) {
    LiveNode node = node(fact.input());
    LiveDecision decision = work.decide(node);
    JsonValue.Obj after = LiveChecks.check(work, node, decision);

    JsonNode expected = fact.expected();
    Map<String, Set<String>> differences = differences(node.type(), expected);
    Set<String> differing = differing(node.current(), after, expected);
    Set<String> used = new LinkedHashSet<>();
    differences.forEach((rule, fields) -> {
      if (differing.removeAll(fields)) {
        used.add(rule);
      }
    });
    assertEquals(Set.of(), differing, () -> "after: " + after + ", " + decision.problems());
    return used;
  }

  /// The node of a case, with everything it has.
  static LiveNode node(JsonNode input) {
    JsonNode node = input.get("node");
    Map<String, JsonValue> current = new LinkedHashMap<>();
    node.properties()
        .forEach(member -> {
          if (!NOT_VALUES.contains(member.getKey())) {
            current.put(member.getKey(), LiveJson.value(member.getValue()));
          }
        });
    return new LiveNode(
        node.get("id").asString(),
        node.get("type").asString(),
        node.get("name").asString(),
        node.get("id").asString().startsWith("I"),
        PARENT,
        data(input.get("applied")),
        new JsonValue.Obj(current));
  }

  private static JsonValue.Obj data(JsonNode applied) {
    Map<String, JsonValue> data = new LinkedHashMap<>();
    applied
        .properties()
        .forEach(entry -> {
          String name = entry.getValue().asString();
          data.put(
              entry.getKey(),
              new JsonValue.Str(name.equals("none") ? name : entry.getValue().toString()));
        });
    return new JsonValue.Obj(data);
  }

  /// The fields whose value isn't what the plugin left.
  private static Set<String> differing(
      JsonValue.Obj before, JsonValue.Obj after, JsonNode expected) {
    Set<String> names = new LinkedHashSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    expected.properties().forEach(member -> names.add(member.getKey()));
    Set<String> differing = new HashSet<>();
    for (String name : names) {
      JsonNode wanted = expected.get(name);
      JsonValue actual = after.member(name);
      boolean same =
          wanted == null
              ? LiveJson.isSame(before.member(name), actual, TOLERANCE)
              : wanted.toString().equals("\"MIXED\"")
                  ? actual == null
                  : LiveJson.isSame(LiveJson.value(wanted), actual, TOLERANCE);
      if (!same) {
        differing.add(name);
      }
    }
    return differing;
  }

  /// The fields in which we differ from the plugin, by the id of the rule: values that the Plugin
  /// API does not take.
  private static Map<String, Set<String>> differences(String type, JsonNode expected) {
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    double opacity = expected.path("opacity").asDouble(1);
    if (opacity < 0 || opacity > 1) {
      fields.put("opacity-range", Set.of("opacity"));
    }
    if (expected.path("width").asDouble(0) < 0 || expected.path("height").asDouble(0) < 0) {
      fields.put("size-range", Set.of("width", "height"));
    }
    if (type.equals("LINE") && expected.has("height")) {
      fields.put("line-height", Set.of("height"));
    }
    for (JsonNode effect : expected.path("effects")) {
      String mode = effect.path("blendMode").asString("NORMAL");
      if (!mode.matches("[A-Z_]+")) {
        fields.put("blend-mode", Set.of("effects"));
      }
    }
    return fields;
  }
}
