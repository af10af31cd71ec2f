package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.resolve.color.Gradient;
import sluice.resolve.color.GradientText;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;

/// The paint a token's colour or gradient is (Tokens Studio, paints).
///
/// A solid keeps its alpha beside the colour, in `opacity`; shadows and gradient stops keep it
/// inside. REST says where a gradient lies by three points, the Plugin API by a matrix.
///
/// @param json the paint in the terms of the run; in those of REST defaults are left out
record TokenPaint(JsonValue.Obj json) {
  private static final double PLACE_TOLERANCE = 1e-5;
  private static final String HANDLES = "gradientHandlePositions";
  private static final String TRANSFORM = "gradientTransform";
  private static final double CHANNEL_MAX = 255;
  private static final JsonValue NORMAL = new JsonValue.Str("NORMAL");

  /// The paint of a token's text, or null when it is no colour a paint can have.
  static @Nullable TokenPaint parse(String text, Terms terms) {
    if (GradientText.isGradient(text)) {
      Gradient gradient = GradientText.parse(text);
      return gradient == null || gradient.stops().isEmpty() ? null : of(gradient, terms);
    }
    Rgba color = color(text);
    return color == null ? null : of(color, terms);
  }

  /// A colour with channels a paint can have, or null.
  static @Nullable Rgba color(String text) {
    Rgba color = PaintColor.parse(text);
    return color != null
            && isUnit(color.red())
            && isUnit(color.green())
            && isUnit(color.blue())
            && isUnit(color.opacity())
        ? color
        : null;
  }

  private static boolean isUnit(double channel) {
    return channel >= 0 && channel <= 1;
  }

  /// `{r, g, b, a}`.
  static JsonValue.Obj color(Rgba color, double alpha) {
    Map<String, JsonValue> members = channels(color);
    members.put("a", Json.number(alpha));
    return new JsonValue.Obj(members);
  }

  private static Map<String, JsonValue> channels(Rgba color) {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    members.put("r", Json.number(color.red()));
    members.put("g", Json.number(color.green()));
    members.put("b", Json.number(color.blue()));
    return members;
  }

  private static TokenPaint of(Rgba color, Terms terms) {
    if (terms == Terms.PLUGIN) {
      Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(3);
      members.put("type", new JsonValue.Str("SOLID"));
      members.put("color", new JsonValue.Obj(channels(color)));
      members.put("opacity", Json.number(color.opacity()));
      return new TokenPaint(new JsonValue.Obj(members));
    }
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    members.put("blendMode", NORMAL);
    members.put("type", new JsonValue.Str("SOLID"));
    members.put("color", color(color, 1));
    if (color.opacity() != 1) {
      members.put("opacity", Json.number(color.opacity()));
    }
    return new TokenPaint(new JsonValue.Obj(members));
  }

  private static TokenPaint of(Gradient gradient, Terms terms) {
    String type =
        switch (gradient.kind()) {
          case LINEAR -> "GRADIENT_LINEAR";
          case RADIAL -> "GRADIENT_RADIAL";
          case ANGULAR -> "GRADIENT_ANGULAR";
        };
    List<JsonValue> stops = new ArrayList<>(gradient.stops().size());
    for (Gradient.Stop stop : gradient.stops()) {
      Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(2);
      members.put("color", color(stop.color(), stop.color().opacity()));
      members.put("position", Json.number(stop.position()));
      stops.add(new JsonValue.Obj(members));
    }
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    if (terms == Terms.PLUGIN) {
      Gradient.Transform t = gradient.transform();
      members.put("type", new JsonValue.Str(type));
      members.put(
          TRANSFORM,
          new JsonValue.Arr(
              List.of(Json.numbers(t.a(), t.b(), t.tx()), Json.numbers(t.c(), t.d(), t.ty()))));
    } else {
      Gradient.Handles handles = gradient.handles();
      members.put("blendMode", NORMAL);
      members.put("type", new JsonValue.Str(type));
      members.put(
          HANDLES,
          new JsonValue.Arr(
              List.of(point(handles.start()), point(handles.end()), point(handles.width()))));
    }
    members.put("gradientStops", new JsonValue.Arr(stops));
    return new TokenPaint(new JsonValue.Obj(members));
  }

  private static JsonValue point(Gradient.Point point) {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(2);
    members.put("x", Json.number(point.x()));
    members.put("y", Json.number(point.y()));
    return new JsonValue.Obj(members);
  }

  /// The array with this paint alone.
  JsonValue.Arr alone() {
    return new JsonValue.Arr(List.of(json));
  }

  /// Whether the first of some paints shows this paint already; then nothing is written, and the
  /// other paints and the first one's visibility stay.
  boolean isFirstOf(List<JsonValue> paints) {
    if (paints.isEmpty()) {
      return false;
    }
    JsonValue first = paints.getFirst();
    String type = Json.text(Json.member(first, "type"));
    if (type == null || !type.equals(Json.text(json.members().get("type")))) {
      return false;
    }
    if (!Json.same(
        Json.number(Json.member(first, "opacity"), 1),
        Json.number(json.members().get("opacity"), 1))) {
      return false;
    }
    return type.equals("SOLID")
        ? sameHex(Json.member(first, "color"), json.members().get("color"))
        : samePlace(first) && sameStops(first);
  }

  /// Whether a gradient lies where this one does: its points, or the numbers of its matrix.
  private boolean samePlace(JsonValue paint) {
    String member = json.member(TRANSFORM) == null ? HANDLES : TRANSFORM;
    List<Double> current = numbers(Json.member(paint, member));
    List<Double> wanted = numbers(json.member(member));
    if (current.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      // Turned around, so that a number that is none is far from everything.
      if (!(Math.abs(current.get(i) - wanted.get(i)) <= PLACE_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private static List<Double> numbers(@Nullable JsonValue points) {
    List<Double> numbers = new ArrayList<>(6);
    for (JsonValue point : Json.items(points)) {
      if (point instanceof JsonValue.Arr(List<JsonValue> row)) {
        for (JsonValue cell : row) {
          numbers.add(Json.number(cell, Double.NaN));
        }
      } else {
        numbers.add(Json.number(Json.member(point, "x"), Double.NaN));
        numbers.add(Json.number(Json.member(point, "y"), Double.NaN));
      }
    }
    return numbers;
  }

  private boolean sameStops(JsonValue paint) {
    List<JsonValue> current = Json.items(Json.member(paint, "gradientStops"));
    List<JsonValue> wanted = Json.items(json.members().get("gradientStops"));
    if (current.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      JsonValue stop = wanted.get(i);
      if (!Json.same(
              Json.number(Json.member(current.get(i), "position"), Double.NaN),
              Json.number(Json.member(stop, "position"), 0))
          || !sameHex(Json.member(current.get(i), "color"), Json.member(stop, "color"))) {
        return false;
      }
    }
    return true;
  }

  /// Whether two colours are one when each channel has 8 bits.
  private static boolean sameHex(@Nullable JsonValue a, @Nullable JsonValue b) {
    return eightBit(a, "r", -1) == eightBit(b, "r", -1)
        && eightBit(a, "g", -1) == eightBit(b, "g", -1)
        && eightBit(a, "b", -1) == eightBit(b, "b", -1)
        && eightBit(a, "a", 1) == eightBit(b, "a", 1);
  }

  private static long eightBit(@Nullable JsonValue color, String channel, double whenAbsent) {
    return Math.round(Json.number(Json.member(color, channel), whenAbsent) * CHANNEL_MAX);
  }
}
