package sluice.token;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The types of Penpot's tokens: how JSON spells them, what Penpot calls them inside, and to which
/// keys of a shape's `appliedTokens` a token of each may be applied (penpot/penpot
/// `common/src/app/common/types/token.cljc`; `token-properties` of
/// `frontend/src/app/main/data/workspace/tokens/application.cljs`).
public enum PenpotTokenType {
  BOOLEAN("boolean", "boolean", ""),
  BORDER_RADIUS("borderRadius", "border-radius", Keys.RADIUS),
  COLOR("color", "color", "fill strokeColor"),
  DIMENSIONS(
      "dimension",
      "dimensions",
      Keys.SIZING + " " + Keys.SPACING + " " + Keys.RADIUS + " x y strokeWidth"),
  FONT_FAMILY("fontFamilies", "font-family", "fontFamily"),
  FONT_SIZE("fontSizes", "font-size", "fontSize"),
  FONT_WEIGHT("fontWeights", "font-weight", "fontWeight"),
  LETTER_SPACING("letterSpacing", "letter-spacing", "letterSpacing"),
  NUMBER("number", "number", "lineHeight rotation"),
  OPACITY("opacity", "opacity", "opacity"),
  OTHER("other", "other", ""),
  ROTATION("rotation", "rotation", "rotation"),
  SHADOW("shadow", "shadow", "shadow"),
  SIZING("sizing", "sizing", Keys.SIZING),
  SPACING("spacing", "spacing", Keys.SPACING),
  STRING("string", "string", ""),
  STROKE_WIDTH("borderWidth", "stroke-width", "strokeWidth"),
  TEXT_CASE("textCase", "text-case", "textCase"),
  TEXT_DECORATION("textDecoration", "text-decoration", "textDecoration"),
  TYPOGRAPHY("typography", "typography", "typography");

  private static final Map<String, PenpotTokenType> BY_JSON = new HashMap<>();
  private static final Map<String, PenpotTokenType> BY_INTERNAL = new HashMap<>();

  private static final Map<PenpotTokenType, List<String>> KEYS =
      new EnumMap<>(PenpotTokenType.class);

  static {
    for (PenpotTokenType type : values()) {
      BY_JSON.put(type.json, type);
      BY_INTERNAL.put(type.internal, type);
      KEYS.put(type, type.keys.isEmpty() ? List.of() : List.of(type.keys.split(" ", -1)));
    }
    BY_JSON.put("fontWeight", FONT_WEIGHT);
    BY_JSON.put("fontSize", FONT_SIZE);
    BY_JSON.put("fontFamily", FONT_FAMILY);
    BY_JSON.put("boxShadow", SHADOW);
  }

  private final String json;
  private final String internal;
  private final String keys;

  PenpotTokenType(String json, String internal, String keys) {
    this.json = json;
    this.internal = internal;
    this.keys = keys;
  }

  /// The type a `$type` stands for, older spellings included; null for one that Penpot drops.
  public static @Nullable PenpotTokenType ofJson(String json) {
    return BY_JSON.get(json);
  }

  /// The type Penpot calls by that name inside, such as `border-radius`, or null.
  public static @Nullable PenpotTokenType ofInternal(String internal) {
    return BY_INTERNAL.get(internal);
  }

  /// The `$type` Penpot writes today, which is what [Token#type] says in a Penpot library.
  public String json() {
    return json;
  }

  /// The name Penpot has for it inside, in kebab case.
  public String internal() {
    return internal;
  }

  /// The keys of `appliedTokens` a token of this type may be applied to; none for a type that is
  /// there to be referred to.
  public List<String> keys() {
    return KEYS.getOrDefault(this, List.of());
  }

  private static final class Keys {
    static final String RADIUS = "r1 r2 r3 r4";
    static final String SIZING =
        "width height layoutItemMinW layoutItemMaxW layoutItemMinH layoutItemMaxH";
    static final String SPACING = "rowGap columnGap p1 p2 p3 p4 m1 m2 m3 m4";
  }
}
