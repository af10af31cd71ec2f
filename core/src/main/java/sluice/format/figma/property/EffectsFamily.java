package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;

/// Shadows and the background blur of a layer (Tokens Studio, shadows).
///
/// Shadows replace every effect, in reverse order; the blur then replaces the first background blur
/// or is added at the end.
final class EffectsFamily implements PropertyFamily {
  private static final String DROP_SHADOW = "DROP_SHADOW";
  private static final String BACKGROUND_BLUR = "BACKGROUND_BLUR";
  private static final String BEHIND = "showShadowBehindNode";

  private final @Nullable Source shadowCleared;
  private final @Nullable Source blurCleared;
  private final @Nullable Source shadowSource;
  private final List<JsonValue> shadows;
  private final List<JsonValue> shadowsBehind;
  private final @Nullable Setting blur;
  private final List<KeyProblem> notices;

  private EffectsFamily(ScalarReader reader) {
    shadowCleared = reader.cleared(PropertyKey.BOX_SHADOW);
    blurCleared = reader.cleared(PropertyKey.BACKGROUND_BLUR);
    List<Map<String, JsonValue>> layers = ShadowLayers.read(reader);
    shadowSource = layers == null ? null : reader.source(PropertyKey.BOX_SHADOW);
    shadows = layers == null ? List.of() : shadows(layers, false);
    shadowsBehind = layers == null ? List.of() : shadows(layers, true);
    Setting radius = reader.number(PropertyKey.BACKGROUND_BLUR, Measure::number);
    if (radius != null && radius.value() < 0) {
      reader.invalid(PropertyKey.BACKGROUND_BLUR, "a radius of 0 or more");
      radius = null;
    }
    blur = radius;
    notices = reader.notices();
  }

  static @Nullable PropertyFamily of(ScalarReader reader) {
    EffectsFamily family = new EffectsFamily(reader);
    boolean idle =
        family.shadowCleared == null
            && family.blurCleared == null
            && family.shadowSource == null
            && family.blur == null;
    return idle && family.notices.isEmpty() ? null : family;
  }

  private static List<JsonValue> shadows(List<Map<String, JsonValue>> layers, boolean behind) {
    List<JsonValue> effects = new ArrayList<>(layers.size());
    for (Map<String, JsonValue> layer : layers) {
      Map<String, JsonValue> members = new LinkedHashMap<>(layer);
      if (DROP_SHADOW.equals(Json.text(layer.get("type")))) {
        members.put(BEHIND, behind ? Json.TRUE : Json.FALSE);
      }
      effects.add(new JsonValue.Obj(members));
    }
    return effects;
  }

  @Override
  public long reads() {
    return FigmaField.bits(FigmaField.EFFECTS, FigmaField.BOUND_VARIABLES, FigmaField.STYLES);
  }

  @Override
  public long bindings() {
    return Bindings.bits("effects", "effect");
  }

  @Override
  public boolean readsParent() {
    return false;
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
    JsonValue current = node.field(FigmaField.EFFECTS);
    List<JsonValue> effects = Json.items(current);
    Source by = null;
    if (shadowCleared != null) {
      effects = without(effects, DROP_SHADOW);
      by = shadowCleared;
    }
    if (blurCleared != null) {
      effects = without(effects, BACKGROUND_BLUR);
      by = blurCleared;
    }
    if (shadowSource != null) {
      effects = shadowsOver(effects);
      by = shadowSource;
    }
    if (blur != null) {
      effects = withBlur(effects, blur.value());
      by = blur.source();
    }
    JsonValue.Arr wanted = new JsonValue.Arr(effects);
    if (by == null || (current == null && effects.isEmpty()) || Json.same(current, wanted)) {
      return;
    }
    NodeEditor editor = new NodeEditor(node, sink);
    editor.set(FigmaField.EFFECTS, wanted, by);
    if (!anyBound(effects)) {
      editor.unbind(by, "effects");
    }
    editor.unstyle(by, "effect", "effects");
  }

  /// The shadows, drawn behind the node as its first effect is.
  ///
  /// When the node has exactly these shadows and its first effect can't say (an inner shadow), they
  /// stay as they are; otherwise applying twice would differ from applying once.
  private List<JsonValue> shadowsOver(List<JsonValue> effects) {
    JsonValue first = effects.isEmpty() ? null : effects.getFirst();
    boolean tells = DROP_SHADOW.equals(type(first));
    boolean behind = tells && Json.TRUE.equals(Json.member(first, BEHIND));
    if (!tells && first != null && shadows.size() <= effects.size()) {
      List<JsonValue> kept = new ArrayList<>(shadows.size());
      for (int i = 0; i < shadows.size(); i++) {
        JsonValue effect = effects.get(i);
        if (Json.same(effect, shadows.get(i)) || Json.same(effect, shadowsBehind.get(i))) {
          kept.add(effect);
        }
      }
      if (kept.size() == shadows.size()) {
        return kept;
      }
    }
    return behind ? shadowsBehind : shadows;
  }

  private static List<JsonValue> without(List<JsonValue> effects, String type) {
    List<JsonValue> kept = new ArrayList<>(effects.size());
    for (JsonValue effect : effects) {
      if (!type.equals(type(effect))) {
        kept.add(effect);
      }
    }
    return kept;
  }

  private static List<JsonValue> withBlur(List<JsonValue> effects, double radius) {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(3);
    members.put("type", new JsonValue.Str(BACKGROUND_BLUR));
    members.put("visible", Json.TRUE);
    members.put("radius", Json.number(radius));
    JsonValue blur = new JsonValue.Obj(members);
    List<JsonValue> all = new ArrayList<>(effects);
    for (int i = 0; i < all.size(); i++) {
      if (BACKGROUND_BLUR.equals(type(all.get(i)))) {
        all.set(i, Json.same(all.get(i), blur) ? all.get(i) : blur);
        return all;
      }
    }
    all.add(blur);
    return all;
  }

  private static @Nullable String type(@Nullable JsonValue effect) {
    return Json.text(Json.member(effect, "type"));
  }

  private static boolean anyBound(List<JsonValue> effects) {
    for (JsonValue effect : effects) {
      if (!Json.members(Json.member(effect, "boundVariables")).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
