package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.apply.TokenJson;
import sluice.json.JsonValue;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenResolver;
import sluice.token.AppliedToken;

/// Fields that hold what Figma never writes there: nothing may throw, whatever the node type.
class OddNodesTest {
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "1",
          "\"x\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"1\": null}",
          "[1, 2, 3, 4]",
          "{\"x\": \"y\", \"width\": [], \"fontSize\": {}}",
          "[{\"type\": \"SOLID\"}]",
          "[{\"type\": \"DROP_SHADOW\", \"color\": 1}]");

  private static final String TOKENS =
      """
      [{"name": "n", "value": "2"}, {"name": "c", "value": "#123456"}, {"name": "p", "value": "7%"},
       {"name": "s", "type": "boxShadow", "value":
        {"type": "innerShadow", "color": "#000", "x": 1, "y": 1, "blur": 1, "spread": 1}},
       {"name": "b", "type": "border", "value": {"color": "#000", "width": 3, "style": "dashed"}},
       {"name": "t", "type": "typography", "value": {"fontFamily": "Inter", "fontWeight": 600,
        "fontSize": 9, "lineHeight": "120%", "letterSpacing": "3%", "textCase": "upper"}}]
      """;

  @TestFactory
  Stream<DynamicTest> oddFields_throwNothing() {
    List<AppliedToken> applied = new ArrayList<>();
    for (PropertyKey key : PropertyKey.values()) {
      applied.add(new AppliedToken(key.storedName(), token(key)));
    }
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(NodeTree.parse("{\"t\":" + TOKENS + "}").get("t")));
    NodeTokens tokens = NodeTokens.of(applied, resolved);
    return Stream.of("TEXT", "FRAME", "VECTOR", "GROUP")
        .map(type -> DynamicTest.dynamicTest(type, () -> tryEveryField(type, tokens)));
  }

  private static void tryEveryField(String type, NodeTokens tokens) {
    ApplySettings rotating = new ApplySettings(16, ApplySettings.DEFAULT.fonts(), true);
    FigmaPlan plan = FigmaPlan.compile(tokens, type, false, rotating);
    for (FigmaField field : FigmaField.values()) {
      for (String odd : ODD) {
        JsonValue value = NodeTree.value(NodeTree.parse("{\"v\":" + odd + "}").get("v"));
        Recorded recorded = new Recorded();
        Map<FigmaField, JsonValue> fields = new EnumMap<>(FigmaField.class);
        fields.put(field, value);

        plan.apply(new FigmaNode.Known(type, false, null, fields), recorded);

        assertFalse(recorded.edits.isEmpty(), () -> field + " " + odd);
      }
    }
  }

  private static String token(PropertyKey key) {
    return switch (key) {
      case BORDER, BORDER_TOP, BORDER_LEFT -> "b";
      case BORDER_COLOR, FILL -> "c";
      case BOX_SHADOW -> "s";
      case OPACITY -> "p";
      case TYPOGRAPHY, FONT_FAMILIES, FONT_WEIGHTS, TEXT_CASE -> "t";
      default -> "n";
    };
  }
}
