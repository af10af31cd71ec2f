package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;

/// Facts about gradients (Tokens Studio, gradients).
public final class GradientVectors {
  private GradientVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.after(
            "tokens-studio/gradient-to-paint",
            Area.COLOURS,
            "gradients to paints",
            GradientVectors::paint),
        VectorSuite.equal(
            "tokens-studio/gradient-stop-references",
            Area.COLOURS,
            "tokens of colour stops",
            GradientVectors::stopReferences));
  }

  private static VectorSuite.Check paint(Vectors vectors) {
    double tolerance = vectors.root().get("tolerance").asDouble();
    return fact -> {
      Gradient gradient = GradientText.parse(fact.input().get("value").asString());

      JsonNode expected = fact.expected();
      if (expected.has("error")) {
        assertNull(gradient);
        return Set.of();
      }
      if (expected.toString().contains("$number")) {
        assertNull(gradient);
        return Set.of("no-number");
      }
      assertNotNull(gradient);
      check(expected, gradient, tolerance);
      return Set.of();
    };
  }

  private static void check(JsonNode expected, Gradient gradient, double tolerance) {
    assertEquals(expected.get("type").asString(), "GRADIENT_" + gradient.kind());
    assertStops(expected.get("gradientStops"), gradient.stops(), tolerance);
    Gradient.Transform t = gradient.transform();
    assertRow(expected.at("/gradientTransform/0"), t.a(), t.b(), t.tx(), tolerance);
    assertRow(expected.at("/gradientTransform/1"), t.c(), t.d(), t.ty(), tolerance);
    if (expected.has("restHandles")) {
      Gradient.Handles handles = gradient.handles();
      assertPoint(expected.at("/restHandles/0"), handles.start(), tolerance);
      assertPoint(expected.at("/restHandles/1"), handles.end(), tolerance);
      assertPoint(expected.at("/restHandles/2"), handles.width(), tolerance);
    }
  }

  private static void stopReferences(Vectors.Case fact) {
    List<String> references = GradientText.stopReferences(fact.input().get("value").asString());

    List<String> expected = new ArrayList<>();
    fact.expected().get("stops").forEach(stop -> expected.add(stop.asString()));
    assertEquals(expected, references);
  }

  private static void assertStops(JsonNode expected, List<Gradient.Stop> stops, double tolerance) {
    assertEquals(expected.size(), stops.size());
    for (int i = 0; i < stops.size(); i++) {
      JsonNode color = expected.get(i).get("color");
      Rgba rgba = stops.get(i).color();
      assertEquals(color.get("r").asDouble(), rgba.red(), tolerance);
      assertEquals(color.get("g").asDouble(), rgba.green(), tolerance);
      assertEquals(color.get("b").asDouble(), rgba.blue(), tolerance);
      assertEquals(color.get("a").asDouble(), rgba.opacity(), tolerance);
      assertEquals(expected.get(i).get("position").asDouble(), stops.get(i).position(), tolerance);
    }
  }

  private static void assertRow(JsonNode row, double x, double y, double z, double tolerance) {
    assertEquals(row.get(0).asDouble(), x, tolerance);
    assertEquals(row.get(1).asDouble(), y, tolerance);
    assertEquals(row.get(2).asDouble(), z, tolerance);
  }

  private static void assertPoint(JsonNode expected, Gradient.Point point, double tolerance) {
    assertEquals(expected.get("x").asDouble(), point.x(), tolerance);
    assertEquals(expected.get("y").asDouble(), point.y(), tolerance);
  }
}
