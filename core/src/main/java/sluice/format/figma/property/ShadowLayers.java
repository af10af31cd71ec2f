package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.Rgba;
import sluice.token.TokenValue;

/// A shadow token as Figma effects.
///
/// Every layer must have everything, or the whole shadow is refused: a shadow with a layer missing
/// would look different, not similar.
final class ShadowLayers {
  private static final String ALLOWED =
      "shadow layers that each have type (dropShadow or innerShadow), color, x, y, blur and spread";

  /// How effects mix with what is behind them, in the Plugin API's words.
  private static final Set<String> BLEND_MODES =
      Set.of(
          "NORMAL",
          "DARKEN",
          "MULTIPLY",
          "LINEAR_BURN",
          "COLOR_BURN",
          "LIGHTEN",
          "SCREEN",
          "LINEAR_DODGE",
          "COLOR_DODGE",
          "OVERLAY",
          "SOFT_LIGHT",
          "HARD_LIGHT",
          "DIFFERENCE",
          "EXCLUSION",
          "HUE",
          "SATURATION",
          "COLOR",
          "LUMINOSITY");

  private static final String ALLOWED_IN_FIGMA =
      "shadow layers whose blur is not below 0 and whose blendMode is one of Figma's, such as"
          + " MULTIPLY";

  private ShadowLayers() {}

  /// The effects in Figma's order, which is the reverse of the token's; drop shadows still lack
  /// whether they show behind the node. Null when there is no shadow to write.
  static @Nullable List<Map<String, JsonValue>> read(ScalarReader reader) {
    if (reader.value(PropertyKey.BOX_SHADOW) == null) {
      return null;
    }
    ResolvedToken token = reader.tokens().referenced(PropertyKey.BOX_SHADOW);
    if (token == null) {
      return null;
    }
    if ("composition".equals(token.token().type())) {
      Source source = reader.source(PropertyKey.BOX_SHADOW);
      reader.notice(
          source,
          Notices.quirk(
              source,
              "a shadow written out inside a composition is not applied",
              "only a composition's reference to a shadow token is"));
      return null;
    }
    List<TokenValue> layers =
        token.value() instanceof TokenValue.Many many ? many.items() : List.of(token.value());
    List<Map<String, JsonValue>> effects = new ArrayList<>(layers.size());
    for (TokenValue layer : layers) {
      Map<String, JsonValue> effect =
          layer instanceof TokenValue.Parts(Map<String, TokenValue> parts)
              ? effect(parts, reader.basePx())
              : null;
      if (effect == null) {
        reader.invalid(PropertyKey.BOX_SHADOW, ALLOWED);
        return null;
      }
      if (reader.inPluginTerms() && isRefused(effect)) {
        reader.invalid(PropertyKey.BOX_SHADOW, ALLOWED_IN_FIGMA);
        return null;
      }
      effects.addFirst(effect);
    }
    return effects;
  }

  /// Whether Figma refuses an effect, and with it all that are written with it.
  private static boolean isRefused(Map<String, JsonValue> effect) {
    String blendMode = Json.text(effect.get("blendMode"));
    return blendMode == null
        || !BLEND_MODES.contains(blendMode)
        || Json.number(effect.get("radius"), 0) < 0;
  }

  private static @Nullable Map<String, JsonValue> effect(
      Map<String, TokenValue> parts, double basePx) {
    String type = text(parts, "type");
    boolean drop = "dropShadow".equals(type);
    String colorText = text(parts, "color");
    Rgba color = colorText == null ? null : TokenPaint.color(colorText);
    if (color == null || !(drop || "innerShadow".equals(type))) {
      return null;
    }
    double x = number(parts, "x", basePx);
    double y = number(parts, "y", basePx);
    double blur = number(parts, "blur", basePx);
    double spread = number(parts, "spread", basePx);
    if (!Double.isFinite(x + y + blur + spread)) {
      return null;
    }
    Map<String, JsonValue> offset = LinkedHashMap.newLinkedHashMap(2);
    offset.put("x", Json.number(x));
    offset.put("y", Json.number(y));
    String blendMode = text(parts, "blendMode");
    Map<String, JsonValue> effect = LinkedHashMap.newLinkedHashMap(8);
    effect.put("type", new JsonValue.Str(drop ? "DROP_SHADOW" : "INNER_SHADOW"));
    effect.put("visible", Json.TRUE);
    effect.put(
        "blendMode",
        new JsonValue.Str(blendMode == null || blendMode.isEmpty() ? "NORMAL" : blendMode));
    effect.put("color", TokenPaint.color(color, color.opacity()));
    effect.put("offset", new JsonValue.Obj(offset));
    effect.put("radius", Json.number(blur));
    effect.put("spread", Json.number(spread));
    return effect;
  }

  private static @Nullable String text(Map<String, TokenValue> parts, String name) {
    TokenValue value = parts.get(name);
    return value == null ? null : ScalarReader.primitive(value);
  }

  private static double number(Map<String, TokenValue> parts, String name, double basePx) {
    String text = text(parts, name);
    return text == null ? Double.NaN : Measure.number(text, basePx);
  }
}
