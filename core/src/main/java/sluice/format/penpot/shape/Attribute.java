package sluice.format.penpot.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a shape a token can be applied to: the keys of `appliedTokens`, in the order in which
/// they are applied (Penpot, appliedTokens).
///
/// The order matters in three places: `typography` comes before the keys it shares parts with, and
/// size before rotation before position, because each moves what the next one measures.
public enum Attribute {
  R1("r1"),
  R2("r2"),
  R3("r3"),
  R4("r4"),
  OPACITY("opacity"),
  FILL("fill"),
  STROKE_COLOR("strokeColor"),
  STROKE_WIDTH("strokeWidth"),
  SHADOW("shadow"),
  ROW_GAP("rowGap"),
  COLUMN_GAP("columnGap"),
  P1("p1"),
  P2("p2"),
  P3("p3"),
  P4("p4"),
  M1("m1"),
  M2("m2"),
  M3("m3"),
  M4("m4"),
  MIN_WIDTH("layoutItemMinW"),
  MAX_WIDTH("layoutItemMaxW"),
  MIN_HEIGHT("layoutItemMinH"),
  MAX_HEIGHT("layoutItemMaxH"),
  TYPOGRAPHY("typography"),
  FONT_SIZE("fontSize"),
  FONT_FAMILY("fontFamily"),
  FONT_WEIGHT("fontWeight"),
  LETTER_SPACING("letterSpacing"),
  TEXT_CASE("textCase"),
  TEXT_DECORATION("textDecoration"),
  LINE_HEIGHT("lineHeight"),
  WIDTH("width"),
  HEIGHT("height"),
  ROTATION("rotation"),
  X("x"),
  Y("y");

  private static final Map<String, Attribute> BY_KEY = new HashMap<>();
  private static final Set<String> CORNERED = Set.of("rect", "image", "frame");

  static {
    for (Attribute attribute : values()) {
      BY_KEY.put(attribute.key, attribute);
    }
  }

  private final String key;

  Attribute(String key) {
    this.key = key;
  }

  /// The key as it stands in `appliedTokens`.
  public String key() {
    return key;
  }

  /// The attribute of a key, or null for a key Penpot does not know.
  public static @Nullable Attribute of(String key) {
    return BY_KEY.get(key);
  }

  /// Whether Penpot offers to apply a token to it on a shape of some type. Margins depend on the
  /// shape around it and are not offered by type.
  ///
  /// @param hasLayout whether the shape lays out its children
  public boolean isOfferedOn(String type, boolean hasLayout) {
    if (type.equals("group")) {
      return false;
    }
    return switch (this) {
      case R1, R2, R3, R4 -> CORNERED.contains(type);
      case ROW_GAP, COLUMN_GAP, P1, P2, P3, P4 -> type.equals("frame") && hasLayout;
      case M1, M2, M3, M4 -> false;
      case TYPOGRAPHY,
          FONT_SIZE,
          FONT_FAMILY,
          FONT_WEIGHT,
          LETTER_SPACING,
          TEXT_CASE,
          TEXT_DECORATION,
          LINE_HEIGHT ->
          type.equals("text");
      default -> true;
    };
  }

  /// Whether it is a margin, which depends on the shape around.
  public boolean isMargin() {
    return compareTo(M1) >= 0 && compareTo(M4) <= 0;
  }

  /// Whether it decides where a shape is or how large.
  public boolean isGeometry() {
    return compareTo(WIDTH) >= 0;
  }
}
