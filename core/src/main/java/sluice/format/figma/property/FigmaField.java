package sluice.format.figma.property;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field of a REST node that tokens read or write; in the terms of the Plugin API some are
/// several fields of the node ([Terms]).
///
/// There are at most 64, so that a set of them fits the bits of a `long` ([#bit]).
public enum FigmaField {
  VISIBLE("visible"),
  OPACITY("opacity"),
  SIZE("size"),
  RELATIVE_TRANSFORM("relativeTransform"),
  ABSOLUTE_BOUNDING_BOX("absoluteBoundingBox"),
  ROTATION("rotation"),
  LAYOUT_MODE("layoutMode"),
  LAYOUT_ALIGN("layoutAlign"),
  LAYOUT_POSITIONING("layoutPositioning"),
  MIN_WIDTH("minWidth"),
  MAX_WIDTH("maxWidth"),
  MIN_HEIGHT("minHeight"),
  MAX_HEIGHT("maxHeight"),
  PADDING_LEFT("paddingLeft"),
  PADDING_RIGHT("paddingRight"),
  PADDING_TOP("paddingTop"),
  PADDING_BOTTOM("paddingBottom"),
  ITEM_SPACING("itemSpacing"),
  PRIMARY_AXIS_ALIGN_ITEMS("primaryAxisAlignItems"),
  COUNTER_AXIS_SPACING("counterAxisSpacing"),
  CORNER_RADIUS("cornerRadius"),
  RECTANGLE_CORNER_RADII("rectangleCornerRadii"),
  STROKE_WEIGHT("strokeWeight"),
  INDIVIDUAL_STROKE_WEIGHTS("individualStrokeWeights"),
  STROKE_DASHES("strokeDashes"),
  STROKES("strokes"),
  FILLS("fills"),
  BACKGROUND("background"),
  BACKGROUND_COLOR("backgroundColor"),
  EFFECTS("effects"),
  CHARACTERS("characters"),
  STYLE("style"),
  CHARACTER_STYLE_OVERRIDES("characterStyleOverrides"),
  STYLE_OVERRIDE_TABLE("styleOverrideTable"),
  BOUND_VARIABLES("boundVariables"),
  STYLES("styles");

  private static final Map<String, FigmaField> BY_JSON_NAME = byJsonName();

  private final String jsonName;

  FigmaField(String jsonName) {
    this.jsonName = jsonName;
  }

  /// The member's name in a node object.
  public String jsonName() {
    return jsonName;
  }

  /// This field's bit in a set of fields; such sets never leave the process.
  @SuppressWarnings("EnumOrdinal")
  public long bit() {
    return 1L << ordinal();
  }

  /// The field of that member name, or null for one that tokens have nothing to do with.
  public static @Nullable FigmaField of(String jsonName) {
    return BY_JSON_NAME.get(jsonName);
  }

  /// The set of some fields.
  static long bits(FigmaField... fields) {
    long bits = 0;
    for (FigmaField field : fields) {
      bits |= field.bit();
    }
    return bits;
  }

  private static Map<String, FigmaField> byJsonName() {
    Map<String, FigmaField> fields = HashMap.newHashMap(values().length);
    for (FigmaField field : values()) {
      fields.put(field.jsonName, field);
    }
    return fields;
  }
}
