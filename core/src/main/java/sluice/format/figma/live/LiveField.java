package sluice.format.figma.live;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonValue;

/// The fields of the Plugin API that tokens read or write, in the order in which they are written:
/// a whole before its parts, limits before the size they limit, a turn before the place it moves,
/// words before their looks, the font before its size, looks before the shared style they are of.
enum LiveField {
  LAYOUT_POSITIONING(FigmaField.LAYOUT_POSITIONING, Kind.WORD),
  VISIBLE(FigmaField.VISIBLE, Kind.FLAG),
  OPACITY(FigmaField.OPACITY, Kind.NUMBER),
  PRIMARY_AXIS_ALIGN_ITEMS(FigmaField.PRIMARY_AXIS_ALIGN_ITEMS, Kind.WORD),
  ITEM_SPACING(FigmaField.ITEM_SPACING, Kind.NUMBER),
  COUNTER_AXIS_SPACING(FigmaField.COUNTER_AXIS_SPACING, Kind.NUMBER_OR_NULL),
  PADDING_TOP(FigmaField.PADDING_TOP, Kind.NUMBER),
  PADDING_RIGHT(FigmaField.PADDING_RIGHT, Kind.NUMBER),
  PADDING_BOTTOM(FigmaField.PADDING_BOTTOM, Kind.NUMBER),
  PADDING_LEFT(FigmaField.PADDING_LEFT, Kind.NUMBER),
  LAYOUT_ALIGN(FigmaField.LAYOUT_ALIGN, Kind.WORD),
  MIN_WIDTH(FigmaField.MIN_WIDTH, Kind.NUMBER_OR_NULL),
  MAX_WIDTH(FigmaField.MAX_WIDTH, Kind.NUMBER_OR_NULL),
  MIN_HEIGHT(FigmaField.MIN_HEIGHT, Kind.NUMBER_OR_NULL),
  MAX_HEIGHT(FigmaField.MAX_HEIGHT, Kind.NUMBER_OR_NULL),
  WIDTH("width", FigmaField.SIZE, Kind.NUMBER),
  HEIGHT("height", FigmaField.SIZE, Kind.NUMBER),
  LAYOUT_SIZING_HORIZONTAL("layoutSizingHorizontal", FigmaField.SIZE, Kind.WORD),
  LAYOUT_SIZING_VERTICAL("layoutSizingVertical", FigmaField.SIZE, Kind.WORD),
  TEXT_AUTO_RESIZE("textAutoResize", FigmaField.SIZE, Kind.WORD),
  ROTATION(FigmaField.ROTATION, Kind.NUMBER),
  X("x", FigmaField.RELATIVE_TRANSFORM, Kind.NUMBER),
  Y("y", FigmaField.RELATIVE_TRANSFORM, Kind.NUMBER),
  CORNER_RADIUS(FigmaField.CORNER_RADIUS, Kind.NUMBER),
  TOP_LEFT_RADIUS("topLeftRadius", FigmaField.RECTANGLE_CORNER_RADII, Kind.NUMBER),
  TOP_RIGHT_RADIUS("topRightRadius", FigmaField.RECTANGLE_CORNER_RADII, Kind.NUMBER),
  BOTTOM_RIGHT_RADIUS("bottomRightRadius", FigmaField.RECTANGLE_CORNER_RADII, Kind.NUMBER),
  BOTTOM_LEFT_RADIUS("bottomLeftRadius", FigmaField.RECTANGLE_CORNER_RADII, Kind.NUMBER),
  STROKE_WEIGHT(FigmaField.STROKE_WEIGHT, Kind.NUMBER),
  STROKE_TOP_WEIGHT("strokeTopWeight", FigmaField.INDIVIDUAL_STROKE_WEIGHTS, Kind.NUMBER),
  STROKE_RIGHT_WEIGHT("strokeRightWeight", FigmaField.INDIVIDUAL_STROKE_WEIGHTS, Kind.NUMBER),
  STROKE_BOTTOM_WEIGHT("strokeBottomWeight", FigmaField.INDIVIDUAL_STROKE_WEIGHTS, Kind.NUMBER),
  STROKE_LEFT_WEIGHT("strokeLeftWeight", FigmaField.INDIVIDUAL_STROKE_WEIGHTS, Kind.NUMBER),
  DASH_PATTERN("dashPattern", FigmaField.STROKE_DASHES, Kind.LIST),
  CHARACTERS(FigmaField.CHARACTERS, Kind.WORD),
  FONT_NAME("fontName", FigmaField.STYLE, Kind.TEXT_OBJECT),
  FONT_SIZE("fontSize", FigmaField.STYLE, Kind.TEXT_NUMBER),
  LINE_HEIGHT("lineHeight", FigmaField.STYLE, Kind.TEXT_OBJECT),
  LETTER_SPACING("letterSpacing", FigmaField.STYLE, Kind.TEXT_OBJECT),
  PARAGRAPH_SPACING("paragraphSpacing", FigmaField.STYLE, Kind.TEXT_NUMBER),
  PARAGRAPH_INDENT("paragraphIndent", FigmaField.STYLE, Kind.TEXT_NUMBER),
  TEXT_CASE("textCase", FigmaField.STYLE, Kind.TEXT_WORD),
  TEXT_DECORATION("textDecoration", FigmaField.STYLE, Kind.TEXT_WORD),
  LEADING_TRIM("leadingTrim", FigmaField.STYLE, Kind.TEXT_WORD),
  FILLS(FigmaField.FILLS, Kind.TEXT_LIST),
  STROKES(FigmaField.STROKES, Kind.LIST),
  EFFECTS(FigmaField.EFFECTS, Kind.LIST),
  FILL_STYLE_ID("fillStyleId", FigmaField.FILLS, Kind.STYLE_ID),
  STROKE_STYLE_ID("strokeStyleId", FigmaField.STROKES, Kind.STYLE_ID),
  EFFECT_STYLE_ID("effectStyleId", FigmaField.EFFECTS, Kind.STYLE_ID),
  TEXT_STYLE_ID("textStyleId", FigmaField.STYLE, Kind.STYLE_ID),
  BOUND_VARIABLES(FigmaField.BOUND_VARIABLES, Kind.OBJECT);

  /// What a field's value is.
  enum Kind {
    NUMBER(false),
    NUMBER_OR_NULL(false),
    FLAG(false),
    WORD(false),
    LIST(false),
    OBJECT(false),
    TEXT_NUMBER(true),
    TEXT_WORD(true),
    TEXT_OBJECT(true),
    TEXT_LIST(true),
    STYLE_ID(true);

    /// Whether letters of one text may differ in it.
    final boolean mixes;

    Kind(boolean mixes) {
      this.mixes = mixes;
    }

    /// Whether a value can be what a field has, for all its letters.
    boolean admits(JsonValue value) {
      return switch (this) {
        case NUMBER, TEXT_NUMBER ->
            value instanceof JsonValue.Num(double number, _) && Double.isFinite(number);
        case NUMBER_OR_NULL -> value instanceof JsonValue.Null || NUMBER.admits(value);
        case FLAG -> value instanceof JsonValue.Bool;
        case WORD, TEXT_WORD, STYLE_ID -> value instanceof JsonValue.Str;
        case LIST, TEXT_LIST -> value instanceof JsonValue.Arr;
        case OBJECT, TEXT_OBJECT -> value instanceof JsonValue.Obj;
      };
    }
  }

  private static final Map<String, LiveField> BY_NAME = new HashMap<>();

  /// Those that are a field of the families by themselves.
  private static final Map<FigmaField, LiveField> WHOLE = new EnumMap<>(FigmaField.class);

  static {
    for (LiveField field : values()) {
      BY_NAME.put(field.fieldName, field);
      if (field.isWhole()) {
        WHOLE.put(field.family, field);
      }
    }
  }

  private final String fieldName;
  private final FigmaField family;
  private final Kind kind;

  LiveField(FigmaField same, Kind kind) {
    this(same.jsonName(), same, kind);
  }

  LiveField(String fieldName, FigmaField family, Kind kind) {
    this.fieldName = fieldName;
    this.family = family;
    this.kind = kind;
  }

  /// The field of a name, or null for one that tokens have nothing to do with.
  static @Nullable LiveField of(String fieldName) {
    return BY_NAME.get(fieldName);
  }

  /// The field that an edit writes, or null when it takes off a variable or a shared style.
  static @Nullable LiveField written(Edit edit) {
    if (edit.field() == FigmaField.BOUND_VARIABLES || edit.field() == FigmaField.STYLES) {
      return null;
    }
    LiveField field =
        edit.below().isEmpty() ? WHOLE.get(edit.field()) : BY_NAME.get(edit.below().getLast());
    if (field == null) {
      throw new IllegalArgumentException("not a field of the Plugin API: " + edit);
    }
    return field;
  }

  /// The style that a slot of [FigmaField#STYLES] is.
  static LiveField ofSlot(String slot) {
    return switch (slot) {
      case "fill" -> FILL_STYLE_ID;
      case "stroke" -> STROKE_STYLE_ID;
      case "effect" -> EFFECT_STYLE_ID;
      case "text" -> TEXT_STYLE_ID;
      default -> throw new IllegalArgumentException("no slot for shared styles: " + slot);
    };
  }

  /// The name in the Plugin API.
  String fieldName() {
    return fieldName;
  }

  /// The families' field that holds it, or that it is told with.
  FigmaField family() {
    return family;
  }

  Kind kind() {
    return kind;
  }

  /// Whether it is a field of the families by itself, and no member of one.
  private boolean isWhole() {
    return this == DASH_PATTERN || fieldName.equals(family.jsonName());
  }

  /// The member of [#family] that the families expect it to be; empty when it is the whole of it.
  String member() {
    return isWhole() ? "" : fieldName;
  }

  /// Whether it stands for four parts, and is not told when they differ.
  boolean isWholeOfParts() {
    return this == CORNER_RADIUS || this == STROKE_WEIGHT;
  }

  /// Whether it is written only after the text's fonts are there.
  boolean needsFont() {
    return this == CHARACTERS || this == TEXT_AUTO_RESIZE || family == FigmaField.STYLE;
  }
}
