package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.resolve.penpot.PenpotColor;

/// Fill, stroke colour and stroke width: only the first fill and the first stroke are ever touched
/// (Penpot, application).
final class PaintWriter {
  /// What a stroke keeps when its colour changes; gradient, image and references go.
  private static final List<String> KEPT_OF_STROKE =
      List.of(
          "strokeStyle",
          "strokeAlignment",
          "strokeWidth",
          "strokePerSide",
          "strokeWidthTop",
          "strokeWidthRight",
          "strokeWidthBottom",
          "strokeWidthLeft",
          "strokeCapStart",
          "strokeCapEnd");

  private PaintWriter() {}

  static void fill(Shape shape, PenpotColor color) {
    shape.set("fills", filled(shape.get("fills"), color));
  }

  /// A list of fills with another first one.
  static JsonValue filled(@Nullable JsonValue fills, PenpotColor color) {
    Map<String, JsonValue> fill = new LinkedHashMap<>();
    fill.put("fillColor", Json.text(color.hex()));
    fill.put("fillOpacity", Json.number(color.opacity()));
    return withFirst(fills, new JsonValue.Obj(fill));
  }

  static void strokeColor(Shape shape, PenpotColor color) {
    JsonValue first = first(shape.get("strokes"));
    Map<String, JsonValue> stroke = new LinkedHashMap<>();
    for (String key : KEPT_OF_STROKE) {
      JsonValue kept = Json.member(first, key);
      if (kept != null) {
        stroke.put(key, kept);
      }
    }
    stroke.putIfAbsent("strokeWidth", Json.number(1));
    stroke.putIfAbsent("strokeStyle", Json.text("solid"));
    stroke.putIfAbsent("strokeAlignment", Json.text("inner"));
    stroke.put("strokeColor", Json.text(color.hex()));
    stroke.put("strokeOpacity", Json.number(color.opacity()));
    shape.set("strokes", withFirst(shape.get("strokes"), new JsonValue.Obj(stroke)));
  }

  static void strokeWidth(Shape shape, double width) {
    JsonValue first = first(shape.get("strokes"));
    Map<String, JsonValue> stroke = Json.members(first);
    if (first == null) {
      stroke.put("strokeAlignment", Json.text("inner"));
      stroke.put("strokeStyle", Json.text("solid"));
      stroke.put("strokeColor", Json.text("#000000"));
      stroke.put("strokeOpacity", Json.number(1));
    }
    stroke.put("strokeWidth", Json.number(width));
    shape.set("strokes", withFirst(shape.get("strokes"), new JsonValue.Obj(stroke)));
  }

  private static @Nullable JsonValue first(@Nullable JsonValue list) {
    List<JsonValue> items = Json.items(list);
    return items.isEmpty() ? null : items.getFirst();
  }

  private static JsonValue withFirst(@Nullable JsonValue list, JsonValue first) {
    List<JsonValue> items = new ArrayList<>(Json.items(list));
    if (items.isEmpty()) {
      items.add(first);
    } else {
      items.set(0, first);
    }
    return new JsonValue.Arr(items);
  }
}
