package sluice.format.penpot.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Facts about which fields of a Penpot shape a token changes (Penpot, application).
public final class ShapeVectors {
  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final double TOLERANCE = 1e-9;
  private static final double TURNED_TOLERANCE = 1e-6;

  private ShapeVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        suite("apply-radius", "corner radii", ShapeVectors::applied),
        suite("apply-fill-stroke", "fills and strokes", ShapeVectors::applied),
        suite("apply-scalar", "opacity, gaps, padding, margins", ShapeVectors::applied),
        suite("apply-shadow", "shadows", ShapeVectors::shadow),
        suite("apply-text", "text content", ShapeVectors::text),
        suite("attributes-by-shape-type", "what a shape takes", ShapeVectors::offered),
        suite("closest-font-variant", "font variants", ShapeVectors::variant),
        suite("grow-type-on-resize", "how a text box grows", ShapeVectors::growType),
        suite("resize-geometry", "size", ShapeVectors::resized),
        suite("rotation-geometry", "angle", ShapeVectors::turned),
        suite("shape-acceptance", "what the importer takes", ShapeVectors::accepted));
  }

  private static VectorSuite suite(String name, String label, EqualCheck check) {
    return VectorSuite.equal("penpot/" + name, Area.PENPOT, label, check::check);
  }

  private interface EqualCheck {
    void check(Vectors.Case fact);
  }

  private static void applied(Vectors.Case fact) {
    JsonNode input = fact.input();
    JsonNode after =
        apply(input.get("shape"), values(input), input.get("parent"), PenpotFonts.unknown());
    if (fact.expected().isEmpty()) {
      assertSame(input.get("shape"), after, "");
      return;
    }
    for (Map.Entry<String, JsonNode> field : fact.expected().properties()) {
      assertSame(field.getValue(), after.get(field.getKey()), field.getKey());
    }
  }

  private static void text(Vectors.Case fact) {
    JsonNode input = fact.input();
    ObjectNode shape = JSON.createObjectNode();
    shape.put("type", "text").set("content", input.get("content"));
    JsonNode known = input.get("knownFonts");
    List<PenpotFonts.Font> fonts = new ArrayList<>();
    if (known != null) {
      known.forEach(font ->
          fonts.add(
              new PenpotFonts.Font(
                  font.get("id").asString(), font.get("family").asString(), List.of())));
    }
    JsonNode after = apply(shape, values(input), null, new PenpotFonts(fonts, known != null));
    assertSame(fact.expected(), after.get("content"), "content");
  }

  private static void shadow(Vectors.Case fact) {
    ObjectNode shape = JSON.createObjectNode().put("type", "rect").put("id", "x");
    Map<Attribute, AppliedValues.Value> values =
        Map.of(Attribute.SHADOW, new AppliedValues.Value("t", value(fact.input())));
    JsonNode shadows =
        apply(shape, new AppliedValues(values), null, PenpotFonts.unknown()).get("shadow");
    shadows.forEach(one -> assertNotNull(((ObjectNode) one).remove("id")));
    assertSame(fact.expected(), shadows, "shadow");
  }

  private static void offered(Vectors.Case fact) {
    TreeSet<String> offered = new TreeSet<>();
    for (Attribute attribute : Attribute.values()) {
      if (attribute.isOfferedOn(
          fact.input().get("type").asString(), fact.input().get("layout").asBoolean())) {
        offered.add(attribute.key());
      }
    }
    TreeSet<String> expected = new TreeSet<>();
    fact.expected().forEach(key -> expected.add(key.asString()));
    assertEquals(expected, offered);
  }

  private static void variant(Vectors.Case fact) {
    List<PenpotFonts.Variant> variants = new ArrayList<>();
    fact.input()
        .get("variants")
        .forEach(one ->
            variants.add(
                new PenpotFonts.Variant(
                    one.get("id").asString(),
                    one.get("weight").asString(),
                    one.get("style").asString())));
    JsonNode style = fact.input().get("style");
    PenpotFonts.Variant chosen =
        PenpotFonts.closest(
            variants,
            fact.input().get("weight").asString(),
            style.isNull() ? null : style.asString());
    assertNotNull(chosen);
    assertEquals(fact.expected().get("weight").asString(), chosen.weight());
    assertEquals(fact.expected().get("style").asString(), chosen.style());
  }

  private static void growType(Vectors.Case fact) {
    assertEquals(
        fact.expected().asString(),
        GeometryWriter.nextGrowType(
            fact.input().get("growType").asString(),
            fact.input().get("scaleX").asDouble() != 1,
            fact.input().get("scaleY").asDouble() != 1));
  }

  private static void resized(Vectors.Case fact) {
    JsonNode input = fact.input();
    Map<Attribute, AppliedValues.Value> values = new EnumMap<>(Attribute.class);
    input.get("set").properties().forEach(entry -> put(values, entry.getKey(), entry.getValue()));
    ObjectNode shape = JSON.createObjectNode().put("type", "rect");
    for (String key : List.of("x", "y", "width", "height")) {
      shape.set(key, input.get(key));
    }
    JsonNode after = apply(shape, new AppliedValues(values), null, PenpotFonts.unknown());
    assertSame(fact.expected(), after, "");
  }

  private static void turned(Vectors.Case fact) {
    ObjectNode shape = JSON.createObjectNode().put("type", "rect").put("rotation", 0);
    JsonNode box = fact.input().get("selrect");
    shape.set("selrect", box);
    double wanted = fact.input().get("rotation").asDouble();
    Map<Attribute, AppliedValues.Value> values =
        Map.of(Attribute.ROTATION, new AppliedValues.Value("t", new TokenValue.Num(wanted)));
    JsonNode after = apply(shape, new AppliedValues(values), null, PenpotFonts.unknown());
    for (String key : List.of("points", "transform", "transformInverse")) {
      assertNear(fact.expected().get(key), after.get(key), key);
    }
    assertEquals(wanted, after.get("rotation").asDouble());
    assertSame(box, after.get("selrect"), "selrect");
  }

  private static void accepted(Vectors.Case fact) {
    Shape shape = shape(fact.input());
    List<String> keys = new ArrayList<>();
    fact.input().propertyNames().forEach(keys::add);
    assertEquals(fact.expected().asBoolean(), ImportRules.violation(shape::get, keys) == null);
  }

  private static AppliedValues values(JsonNode input) {
    Map<Attribute, AppliedValues.Value> values = new EnumMap<>(Attribute.class);
    JsonNode value = input.get("value");
    if (value != null && !value.isNull()) {
      if (input.has("attribute")) {
        put(values, input.get("attribute").asString(), value);
      } else {
        input.get("attributes").forEach(key -> put(values, key.asString(), value));
      }
    }
    return new AppliedValues(values);
  }

  private static void put(Map<Attribute, AppliedValues.Value> values, String key, JsonNode value) {
    Attribute attribute = Attribute.of(key);
    assertNotNull(attribute, key);
    values.put(attribute, new AppliedValues.Value("t", value(value)));
  }

  /// A resolved value as the vectors write it, as resolving gives it.
  private static TokenValue value(JsonNode value) {
    if (value.isNumber()) {
      return new TokenValue.Num(value.asDouble());
    }
    if (value.isBoolean()) {
      return new TokenValue.Bool(value.asBoolean());
    }
    if (value.isString()) {
      return new TokenValue.Text(value.asString());
    }
    if (value.isArray()) {
      List<TokenValue> items = new ArrayList<>();
      value.forEach(item -> items.add(value(item)));
      return new TokenValue.Many(items);
    }
    if (value.has("color") && value.has("opacity")) {
      String hex = value.get("color").asString();
      return new TokenValue.Text(
          "rgba(%d, %d, %d, %s)"
              .formatted(
                  Integer.parseInt(hex, 1, 3, 16),
                  Integer.parseInt(hex, 3, 5, 16),
                  Integer.parseInt(hex, 5, 7, 16),
                  value.get("opacity").asString()));
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    value.properties().forEach(part -> parts.put(camel(part.getKey()), value(part.getValue())));
    return new TokenValue.Parts(parts);
  }

  private static String camel(String kebab) {
    StringBuilder out = new StringBuilder();
    for (String part : kebab.split("-", -1)) {
      out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return out.toString();
  }

  private static JsonNode apply(
      JsonNode shape, AppliedValues values, @Nullable JsonNode parent, PenpotFonts fonts) {
    Shape fields = shape(shape);
    ShapeWriter.apply(fields, values, around(parent), fonts, null, new Notices());
    return JSON.readTree(new String(fields.update(true).result(), StandardCharsets.UTF_8));
  }

  private static Shape shape(JsonNode json) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return new Shape(bytes, bytes.length);
  }

  private static Surroundings around(@Nullable JsonNode parent) {
    return new Surroundings() {
      @Override
      public Parent parent() {
        return parent == null
            ? Parent.NONE
            : new Parent(parent.get("type").asString(), parent.has("layout"));
      }

      @Override
      public Point frameOrigin() {
        return Point.ORIGIN;
      }

      @Override
      public Motion motion() {
        return Motion.NONE;
      }
    };
  }

  private static void assertSame(JsonNode expected, @Nullable JsonNode actual, String path) {
    compare(expected, actual, path, TOLERANCE);
  }

  private static void assertNear(JsonNode expected, @Nullable JsonNode actual, String path) {
    compare(expected, actual, path, TURNED_TOLERANCE);
  }

  private static void compare(
      JsonNode expected, @Nullable JsonNode actual, String path, double tolerance) {
    assertNotNull(actual, path + " is missing");
    if (expected.isNumber()) {
      assertTrue(actual.isNumber(), path + " is no number: " + actual);
      assertEquals(expected.asDouble(), actual.asDouble(), tolerance, path);
    } else if (expected.isObject()) {
      TreeSet<String> keys = new TreeSet<>();
      actual.propertyNames().forEach(keys::add);
      TreeSet<String> wanted = new TreeSet<>();
      expected.propertyNames().forEach(wanted::add);
      if (!path.isEmpty()) {
        assertEquals(wanted, keys, path);
      }
      for (Map.Entry<String, JsonNode> entry : expected.properties()) {
        compare(
            entry.getValue(),
            actual.get(entry.getKey()),
            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
            tolerance);
      }
    } else if (expected.isArray()) {
      assertEquals(expected.size(), actual.size(), path);
      for (int i = 0; i < expected.size(); i++) {
        compare(expected.get(i), actual.get(i), path + "." + i, tolerance);
      }
    } else {
      assertEquals(expected, actual, path);
    }
  }
}
