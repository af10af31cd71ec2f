package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.apply.AppliedValue;
import sluice.apply.FontCatalog;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.apply.TokenJson;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FigmaVectorTest {
  private static final Set<String> SIDE_BORDERS =
      Set.of("borderTop", "borderRight", "borderBottom", "borderLeft");

  @TestFactory
  Stream<DynamicTest> figmaNodes_tokensAsResolvedByThePlugin() {
    Vectors suite = Vectors.load("apply/figma-nodes");
    return random(
        suite, TokenJson.resolved(suite.root().get("tokens"), suite.root().get("resolved")));
  }

  @TestFactory
  Stream<DynamicTest> figmaNodes_endToEnd() {
    Vectors suite = Vectors.load("apply/figma-nodes");
    return random(suite, TokenResolver.resolve(TokenJson.tokens(suite.root().get("tokens"))));
  }

  private static Stream<DynamicTest> random(Vectors suite, ResolvedTokens tokens) {
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> family : suite.root().get("fonts").properties()) {
      List<String> styles = new ArrayList<>();
      family.getValue().forEach(style -> styles.add(style.asString()));
      fonts.put(family.getKey(), styles);
    }
    FontCatalog catalog = FontCatalog.of(fonts);
    ParentFacts parent = new ParentFacts.Known("FRAME", false, new ParentFacts.Box(0, 0, 320, 640));
    return suite.tests(fact -> {
      JsonNode node = fact.input().get("node");
      String base = fact.input().get("baseFontSize").asString();
      NodeVector vector = new NodeVector(node, parent, tokens, base, catalog);
      vector.check(fact.expected(), excused(vector.tokens(), tokens, fact.expected(), node));
    });
  }

  @TestFactory
  Stream<DynamicTest> applyNode() {
    return nodes(Vectors.load("tokens-studio/apply-node"));
  }

  @TestFactory
  Stream<DynamicTest> ownNodes() {
    return nodes(Vectors.load("own/apply-node"));
  }

  private static Stream<DynamicTest> nodes(Vectors suite) {
    return suite.tests(fact -> {
      JsonNode input = fact.input();
      ResolvedTokens tokens = TokenResolver.resolve(TokenJson.tokens(input.get("tokens")));
      ParentFacts parent = input.has("parent") ? NodeTree.parent(input.get("parent")) : null;
      JsonNode node = input.get("node");
      NodeVector vector =
          new NodeVector(node, parent, tokens, input.get("baseFontSize").asString(), fonts(input));
      vector.check(fact.expected(), excused(vector.tokens(), tokens, fact.expected(), node));
    });
  }

  @TestFactory
  Stream<DynamicTest> applyNone() {
    Token none = new Token("n", "other", new TokenValue.Text("none"), null, null, "global", null);
    ResolvedTokens tokens =
        new ResolvedTokens(List.of(new ResolvedToken(none, none.value(), false, null, null)));
    return Vectors.load("tokens-studio/apply-none")
        .tests(fact -> {
          ObjectNode node = (ObjectNode) fact.input().get("node");
          node.putObject("sharedPluginData")
              .putObject("tokens")
              .put(fact.input().get("key").asString(), "\"n\"");
          NodeVector vector = new NodeVector(node, null, tokens, "16", FontCatalog.assumeAll());
          vector.check(fact.expected(), excused(vector.tokens(), tokens, fact.expected(), node));
        });
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

  /// The fields in which we deliberately differ from the plugin, rule by rule.
  private static Set<String> excused(
      NodeTokens tokens, ResolvedTokens all, JsonNode expected, JsonNode node) {
    Set<String> fields = new HashSet<>();
    Map<String, String> stored = NodeVector.stored(node);
    // An explicit key beats the composition, whichever is stored first
    // (NodeTokensTest.explicitKeyBeatsComposition_inEitherOrder).
    for (PropertyKey key : beatenByComposition(stored, all)) {
      fields.addAll(fieldsOf(key));
    }
    // A border keeps its colour beside a border width of its own, unless a side border names one
    // (FigmaPlanTest.borderBesideItsOwnWidth_keepsItsColour).
    if (stored.containsKey("border")
        && stored.containsKey("borderWidth")
        && !stored.containsKey("borderColor")
        && stored.keySet().stream().noneMatch(SIDE_BORDERS::contains)) {
      fields.add("strokes");
    }
    // An opacity outside 0 to 1 is refused (FigmaPlanTest.opacityOutOfRange_isRefused).
    double opacity = expected.path("set").path("opacity").asDouble(1);
    if (opacity < 0 || opacity > 1) {
      fields.add("opacity");
    }
    // REST has no field for vertical trim (FigmaPlanTest.verticalTrim_isReported).
    expected
        .path("set")
        .properties()
        .forEach(member -> {
          if (member.getKey().startsWith("(no REST field)")) {
            fields.add(member.getKey());
          }
        });
    // Clearing one side's width clears that side (FigmaPlanTest.clearedSideWidth_leavesOthers).
    for (Map.Entry<PropertyKey, AppliedValue> value : tokens.values().entrySet()) {
      if (value.getValue().clears() && StrokeSettings.sideOf(value.getKey()) >= 0) {
        if (!StrokeSettings.isBorder(value.getKey())) {
          fields.addAll(List.of("strokeWeight", "individualStrokeWeights"));
        }
      }
    }
    // A border width that is a number makes the plugin lose the node
    // (FigmaPlanTest.numericBorderWidth_isApplied).
    if (expected.path("nodeFailed").asBoolean(false)) {
      fields.addAll(List.of("strokes", "strokeWeight", "individualStrokeWeights"));
    }
    return fields;
  }

  /// Explicit keys that the plugin lets a composition stored after them overwrite.
  private static Set<PropertyKey> beatenByComposition(
      Map<String, String> stored, ResolvedTokens all) {
    Set<PropertyKey> beaten = EnumSet.noneOf(PropertyKey.class);
    String name = stored.getOrDefault("composition", "").replace("\"", "");
    ResolvedToken composition = all.find(name);
    if (composition == null
        || !(composition.value() instanceof TokenValue.Parts(Map<String, TokenValue> members))) {
      return beaten;
    }
    for (Map.Entry<String, String> entry : stored.entrySet()) {
      if (entry.getKey().equals("composition")) {
        break;
      }
      PropertyKey key = PropertyKey.of(entry.getKey());
      if (key != null
          && members.containsKey(entry.getKey())
          && all.find(entry.getValue().replace("\"", "")) != null) {
        beaten.add(key);
      }
    }
    return beaten;
  }

  private static List<String> fieldsOf(PropertyKey key) {
    String name = key.storedName();
    if (name.startsWith("borderRadius")) {
      return List.of("cornerRadius", "rectangleCornerRadii");
    }
    if (name.startsWith("borderWidth")) {
      return List.of("strokeWeight", "individualStrokeWeights");
    }
    return switch (key) {
      case FILL -> List.of("fills");
      case BORDER_COLOR -> List.of("strokes");
      case SIZING -> List.of("width", "height");
      case ITEM_SPACING -> List.of("itemSpacing", "primaryAxisAlignItems");
      case SPACING, HORIZONTAL_PADDING, VERTICAL_PADDING ->
          List.of("paddingLeft", "paddingRight", "paddingTop", "paddingBottom");
      default -> List.of(name);
    };
  }
}
