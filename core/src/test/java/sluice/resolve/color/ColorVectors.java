package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.NumberText;
import tools.jackson.databind.JsonNode;

/// Facts about colours in text, modifiers and paints (Tokens Studio, colours).
public final class ColorVectors {
  private ColorVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.equal(
            "tokens-studio/color-normalize-string",
            Area.COLOURS,
            "colours inside text",
            fact ->
                assertEquals(
                    fact.expected().get("result").asString(),
                    ColorText.normalize(fact.input().get("value").asString()))),
        VectorSuite.equal(
            "tokens-studio/color-modify-string",
            Area.COLOURS,
            "modifiers, before hex",
            fact -> modify(fact, ColorModification::modifyToText)),
        VectorSuite.equal(
            "tokens-studio/color-modify-hex",
            Area.COLOURS,
            "modifiers",
            fact -> modify(fact, ColorModification::modify)),
        VectorSuite.equal(
            "own/color-modify-hex",
            Area.COLOURS,
            "random colours and modifiers",
            fact -> modify(fact, ColorModification::modify)),
        VectorSuite.after(
            "tokens-studio/color-to-paint",
            Area.COLOURS,
            "colours to paints",
            ColorVectors::paint));
  }

  @FunctionalInterface
  private interface Modification {
    String modify(String base, String type, double amount, String space, @Nullable String mixed);
  }

  private static void modify(Vectors.Case fact, Modification modification) {
    JsonNode modify = fact.input().get("modify");
    String result =
        modification.modify(
            fact.input().get("base").asString(),
            text(modify, "type"),
            NumberText.toNumber(text(modify, "value")),
            text(modify, "space"),
            modify.has("color") ? text(modify, "color") : null);

    assertEquals(fact.expected().get("result").asString(), result);
  }

  private static String text(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    return node.isMissingNode() ? "undefined" : node.asString();
  }

  /// Where the plugin throws, it catches that too and leaves the property as it was; so do we.
  private static VectorSuite.Check paint(Vectors vectors) {
    double tolerance = vectors.root().get("tolerance").asDouble();
    return fact -> {
      Rgba color = PaintColor.parse(fact.input().get("value").asString());

      JsonNode expected = fact.expected();
      if (expected.has("error")) {
        assertNull(color);
        return Set.of();
      }
      if (expected.toString().contains("$number")) {
        assertNull(color);
        return Set.of("no-number");
      }
      assertNotNull(color);
      assertEquals(expected.at("/color/r").asDouble(), color.red(), tolerance);
      assertEquals(expected.at("/color/g").asDouble(), color.green(), tolerance);
      assertEquals(expected.at("/color/b").asDouble(), color.blue(), tolerance);
      assertEquals(expected.get("opacity").asDouble(), color.opacity(), tolerance);
      return Set.of();
    };
  }
}
