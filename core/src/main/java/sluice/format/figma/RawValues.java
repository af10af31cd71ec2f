package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.finding.RawValue;
import sluice.finding.ValueKind;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonValue;
import sluice.resolve.color.Rgba;

/// The values of one node that could come from a token and do not: solid paints, spacing of a
/// layout, radii, and the style of texts.
///
/// What comes from elsewhere is no such value: from a style of the file (`styles`), or from a
/// variable (`boundVariables` of the node or the paint). Neither is 0 for spacing, radius and
/// letter spacing, or what is not visible: nobody decided on it.
final class RawValues {
  private final NodeFacts facts;
  private final @Nullable NodeTokens tokens;
  private final List<RawValue> found = new ArrayList<>();

  /// @param tokens what the node's tokens say, or null when it carries none
  RawValues(NodeFacts facts, @Nullable NodeTokens tokens) {
    this.facts = facts;
    this.tokens = tokens;
  }

  List<RawValue> all() {
    paints(FigmaField.FILLS, "fill", PropertyKey.FILL);
    paints(FigmaField.STROKES, "stroke", PropertyKey.BORDER_COLOR, PropertyKey.BORDER);
    spacing();
    radii();
    textStyle();
    return found;
  }

  private void paints(FigmaField field, String style, PropertyKey... keys) {
    String name = field.jsonName();
    if (!(facts.field(field) instanceof JsonValue.Arr(List<JsonValue> paints))
        || takes(keys)
        || isBound(name)
        || has(facts.field(FigmaField.STYLES), style)
        || has(facts.field(FigmaField.STYLES), name)) {
      return;
    }
    for (int i = 0; i < paints.size(); i++) {
      if (paints.get(i) instanceof JsonValue.Obj paint && isSolid(paint)) {
        Rgba color = color(paint);
        if (color != null) {
          found.add(new RawValue.Color(name + "." + i + ".color", color));
        }
      }
    }
  }

  private static boolean isSolid(JsonValue.Obj paint) {
    return paint.member("type") instanceof JsonValue.Str(String type)
        && type.equals("SOLID")
        && !(paint.member("visible") instanceof JsonValue.Bool(boolean visible) && !visible)
        && !has(paint.member("boundVariables"), "color");
  }

  private static @Nullable Rgba color(JsonValue.Obj paint) {
    if (!(paint.member("color") instanceof JsonValue.Obj color)) {
      return null;
    }
    double opacity = number(paint.member("opacity"), 1) * number(color.member("a"), 1);
    double red = number(color.member("r"), 0);
    double green = number(color.member("g"), 0);
    double blue = number(color.member("b"), 0);
    return Double.isFinite(red + green + blue + opacity)
        ? new Rgba(red, green, blue, opacity)
        : null;
  }

  private void spacing() {
    if (!(facts.field(FigmaField.LAYOUT_MODE) instanceof JsonValue.Str(String mode))
        || mode.equals("NONE")) {
      return;
    }
    number(
        FigmaField.ITEM_SPACING, ValueKind.SPACING, PropertyKey.ITEM_SPACING, PropertyKey.SPACING);
    number(FigmaField.COUNTER_AXIS_SPACING, ValueKind.SPACING, PropertyKey.COUNTER_AXIS_SPACING);
    padding(FigmaField.PADDING_LEFT, PropertyKey.PADDING_LEFT, PropertyKey.HORIZONTAL_PADDING);
    padding(FigmaField.PADDING_RIGHT, PropertyKey.PADDING_RIGHT, PropertyKey.HORIZONTAL_PADDING);
    padding(FigmaField.PADDING_TOP, PropertyKey.PADDING_TOP, PropertyKey.VERTICAL_PADDING);
    padding(FigmaField.PADDING_BOTTOM, PropertyKey.PADDING_BOTTOM, PropertyKey.VERTICAL_PADDING);
  }

  private void padding(FigmaField field, PropertyKey side, PropertyKey axis) {
    number(field, ValueKind.SPACING, side, axis, PropertyKey.SPACING);
  }

  private void radii() {
    if (isBound("topLeftRadius") || isBound("rectangleCornerRadii")) {
      return;
    }
    if (!(facts.field(FigmaField.RECTANGLE_CORNER_RADII) instanceof JsonValue.Arr(var radii))) {
      if (!takes(
          PropertyKey.BORDER_RADIUS_TOP_LEFT,
          PropertyKey.BORDER_RADIUS_TOP_RIGHT,
          PropertyKey.BORDER_RADIUS_BOTTOM_RIGHT,
          PropertyKey.BORDER_RADIUS_BOTTOM_LEFT)) {
        number(FigmaField.CORNER_RADIUS, ValueKind.RADIUS, PropertyKey.BORDER_RADIUS);
      }
      return;
    }
    PropertyKey[] corners = {
      PropertyKey.BORDER_RADIUS_TOP_LEFT,
      PropertyKey.BORDER_RADIUS_TOP_RIGHT,
      PropertyKey.BORDER_RADIUS_BOTTOM_RIGHT,
      PropertyKey.BORDER_RADIUS_BOTTOM_LEFT
    };
    for (int i = 0; i < Math.min(corners.length, radii.size()); i++) {
      if (!takes(PropertyKey.BORDER_RADIUS, corners[i])) {
        add(FigmaField.RECTANGLE_CORNER_RADII.jsonName() + "." + i, ValueKind.RADIUS, radii.get(i));
      }
    }
  }

  private void textStyle() {
    if (!facts.type().equals("TEXT")
        || !(facts.field(FigmaField.STYLE) instanceof JsonValue.Obj style)
        || has(facts.field(FigmaField.STYLES), "text")
        || takes(PropertyKey.TYPOGRAPHY)) {
      return;
    }
    if (!takes(PropertyKey.FONT_FAMILIES)
        && !isBound("fontFamily")
        && style.member("fontFamily") instanceof JsonValue.Str(String family)) {
      found.add(new RawValue.Name("style.fontFamily", ValueKind.FONT_FAMILY, family));
    }
    styled(style, "fontWeight", ValueKind.FONT_WEIGHT, PropertyKey.FONT_WEIGHTS);
    styled(style, "fontSize", ValueKind.FONT_SIZE, PropertyKey.FONT_SIZES);
    if (style.member("lineHeightUnit") instanceof JsonValue.Str(String unit)
        && unit.equals("PIXELS")) {
      styled(style, "lineHeightPx", ValueKind.LINE_HEIGHT, PropertyKey.LINE_HEIGHTS);
    }
    styled(style, "letterSpacing", ValueKind.LETTER_SPACING, PropertyKey.LETTER_SPACING);
  }

  private void styled(JsonValue.Obj style, String name, ValueKind kind, PropertyKey key) {
    JsonValue value = style.member(name);
    if (value != null && !takes(key) && !isBound(name)) {
      add("style." + name, kind, value);
    }
  }

  private void number(FigmaField field, ValueKind kind, PropertyKey... keys) {
    JsonValue value = facts.field(field);
    if (value != null && !takes(keys) && !isBound(field.jsonName())) {
      add(field.jsonName(), kind, value);
    }
  }

  private void add(String property, ValueKind kind, JsonValue value) {
    if (value instanceof JsonValue.Num(double number, String _)
        && number != 0
        && Double.isFinite(number)) {
      found.add(new RawValue.Amount(property, kind, number));
    }
  }

  private boolean takes(PropertyKey... keys) {
    if (tokens != null) {
      for (PropertyKey key : keys) {
        if (tokens.refersTo(key)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isBound(String name) {
    return has(facts.field(FigmaField.BOUND_VARIABLES), name);
  }

  private static boolean has(@Nullable JsonValue object, String key) {
    return object instanceof JsonValue.Obj members && members.find(key) >= 0;
  }

  private static double number(@Nullable JsonValue value, double otherwise) {
    return value instanceof JsonValue.Num(double number, String _) ? number : otherwise;
  }
}
