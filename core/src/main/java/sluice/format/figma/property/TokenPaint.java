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
/// A REST solid keeps its alpha beside the colour, in `opacity`; shadows and gradient stops keep it
/// inside.
///
/// @param json the paint as REST JSON, defaults left out
record TokenPaint(JsonValue.Obj json) {
  private static final double HANDLE_TOLERANCE = 1e-5;
  private static final double CHANNEL_MAX = 255;
  private static final JsonValue NORMAL = new JsonValue.Str("NORMAL");

  /// The paint of a token's text, or null when it is no colour a paint can have.
  static @Nullable TokenPaint parse(String text) {
    if (GradientText.isGradient(text)) {
      Gradient gradient = GradientText.parse(text);
      return gradient == null || gradient.stops().isEmpty() ? null : of(gradient);
    }
    Rgba color = color(text);
    return color == null ? null : of(color);
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
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    members.put("r", Json.number(color.red()));
    members.put("g", Json.number(color.green()));
    members.put("b", Json.number(color.blue()));
    members.put("a", Json.number(alpha));
    return new JsonValue.Obj(members);
  }

  private static TokenPaint of(Rgba color) {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    members.put("blendMode", NORMAL);
    members.put("type", new JsonValue.Str("SOLID"));
    members.put("color", color(color, 1));
    if (color.opacity() != 1) {
      members.put("opacity", Json.number(color.opacity()));
    }
    return new TokenPaint(new JsonValue.Obj(members));
  }

  private static TokenPaint of(Gradient gradient) {
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
    Gradient.Handles handles = gradient.handles();
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(4);
    members.put("blendMode", NORMAL);
    members.put("type", new JsonValue.Str(type));
    members.put(
        "gradientHandlePositions",
        new JsonValue.Arr(
            List.of(point(handles.start()), point(handles.end()), point(handles.width()))));
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
        : sameHandles(first) && sameStops(first);
  }

  private boolean sameHandles(JsonValue paint) {
    List<JsonValue> current = Json.items(Json.member(paint, "gradientHandlePositions"));
    List<JsonValue> wanted = Json.items(json.members().get("gradientHandlePositions"));
    if (current.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!isNear(current.get(i), wanted.get(i), "x")
          || !isNear(current.get(i), wanted.get(i), "y")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNear(JsonValue a, JsonValue b, String axis) {
    double difference =
        Json.number(Json.member(a, axis), Double.NaN) - Json.number(Json.member(b, axis), 0);
    return Math.abs(difference) <= HANDLE_TOLERANCE;
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
