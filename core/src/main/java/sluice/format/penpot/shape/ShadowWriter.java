package sluice.format.penpot.shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.resolve.penpot.PenpotColor;
import sluice.token.TokenValue;

/// Shadows: the whole list is replaced (Penpot, application). Opacity has two decimals, as in
/// colours that are resolved on their own.
///
/// Penpot gives each shadow a new random id every time. Here it keeps the id of the shadow that was
/// at its place, or gets one made of the shape's id and the place, so that a second run changes
/// nothing.
final class ShadowWriter {
  private ShadowWriter() {}

  /// The list for a token's layers, or null when they are not what resolving gives.
  static @Nullable JsonValue shadows(Shape shape, TokenValue value) {
    List<TokenValue> layers =
        value instanceof TokenValue.Many(List<TokenValue> items) ? items : List.of(value);
    List<JsonValue> old = Json.items(shape.get("shadow"));
    List<JsonValue> made = new ArrayList<>(layers.size());
    for (int i = 0; i < layers.size(); i++) {
      JsonValue id = i < old.size() ? Json.member(old.get(i), "id") : null;
      JsonValue shadow =
          layers.get(i) instanceof TokenValue.Parts(Map<String, TokenValue> parts)
              ? shadow(parts, id instanceof JsonValue.Str ? id : newId(shape, i))
              : null;
      if (shadow == null) {
        return null;
      }
      made.add(shadow);
    }
    return new JsonValue.Arr(made);
  }

  private static @Nullable JsonValue shadow(Map<String, TokenValue> parts, JsonValue id) {
    PenpotColor color =
        parts.get("color") instanceof TokenValue.Text(String text) ? PenpotColor.parse(text) : null;
    if (color == null) {
      return null;
    }
    Map<String, JsonValue> paint = new LinkedHashMap<>();
    paint.put("color", Json.text(color.hex()));
    paint.put("opacity", Json.number(Math.round(color.opacity() * 100) / 100.0));
    boolean inset = parts.get("inset") instanceof TokenValue.Bool(boolean is) && is;
    Map<String, JsonValue> shadow = new LinkedHashMap<>();
    shadow.put("id", id);
    shadow.put("style", Json.text(inset ? "inner-shadow" : "drop-shadow"));
    for (String key : List.of("offsetX", "offsetY", "blur", "spread")) {
      if (!(parts.get(key) instanceof TokenValue.Num(double number))) {
        return null;
      }
      shadow.put(key, Json.number(number));
    }
    shadow.put("hidden", new JsonValue.Bool(false));
    shadow.put("color", new JsonValue.Obj(paint));
    return new JsonValue.Obj(shadow);
  }

  private static JsonValue newId(Shape shape, int place) {
    String name = "sluice shadow " + shape.text("id") + " " + place;
    return Json.text(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }
}
