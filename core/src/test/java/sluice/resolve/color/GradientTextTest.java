package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, gradients.
final class GradientTextTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    Vectors vectors = Vectors.load("tokens-studio/gradient-to-paint");
    double tolerance = vectors.root().get("tolerance").asDouble();
    return vectors.tests(fact -> {
      Gradient gradient = GradientText.parse(fact.input().get("value").asString());

      JsonNode expected = fact.expected();
      if (expected.has("error") || expected.toString().contains("$number")) {
        assertNull(gradient);
        return;
      }
      assertNotNull(gradient);
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
    });
  }

  @TestFactory
  Stream<DynamicTest> stopReferenceVectors() {
    return Vectors.load("tokens-studio/gradient-stop-references")
        .tests(fact -> {
          List<String> references =
              GradientText.stopReferences(fact.input().get("value").asString());

          List<String> expected = new ArrayList<>();
          fact.expected().get("stops").forEach(stop -> expected.add(stop.asString()));
          assertEquals(expected, references);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        ")",
        ")(",
        "linear-gradient",
        "linear-gradient()",
        "linear-gradient(90deg, #fff",
        "linear-gradient(90deg, #fff, notacolor)",
        "linear-gradient(90deg, #f00 10% 20%, #00f)",
        "linear-gradient(xdeg, #fff, #000)",
        "linear-gradient(90deg, {a}, {b})",
        "radial-gradient(circle at x%, #fff, #000)"
      })
  void textThatIsNoGradient_isNull(String text) {
    assertNull(GradientText.parse(text));
  }

  @Test
  void onlyLowerCasePrefixesAreAppliedAsGradients() {
    assertTrue(GradientText.isGradient("linear-gradient(#fff, #000)"));
    assertTrue(GradientText.isGradient("radial-gradient(#fff, #000)"));
    assertTrue(GradientText.isGradient("conic-gradient("));
    assertFalse(GradientText.isGradient("Linear-gradient(#fff, #000)"));
    assertFalse(GradientText.isGradient("#fff"));
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
