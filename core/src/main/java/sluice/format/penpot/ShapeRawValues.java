package sluice.format.penpot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.finding.RawValue;
import sluice.finding.ValueKind;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonValue;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.token.NumberText;

/// The values of one shape that could come from a token and do not: plain fills and strokes, the
/// spacing of a layout, radii, and the style of texts.
///
/// What comes from a library is no such value: a colour with `fillColorRefId` or
/// `strokeColorRefId`, a text with `typographyRefId`. Neither is 0 for spacing, radius and letter
/// spacing: nobody decided on it.
final class ShapeRawValues {
  private static final String[] TEXT_ATTRIBUTES = {
    "fontFamily", "fontWeight", "fontSize", "lineHeight", "letterSpacing"
  };
  private static final ValueKind[] TEXT_KINDS = {
    ValueKind.FONT_FAMILY,
    ValueKind.FONT_WEIGHT,
    ValueKind.FONT_SIZE,
    ValueKind.LINE_HEIGHT,
    ValueKind.LETTER_SPACING
  };

  private final Shape shape;
  private final @Nullable JsonValue applied;
  private final List<RawValue> found = new ArrayList<>();

  /// A shape as it is stored.
  ShapeRawValues(Shape shape) {
    this.shape = shape;
    this.applied = shape.stored("appliedTokens");
  }

  List<RawValue> all() {
    paints(shape.stored("fills"), "fills.", "fill", "fillColor", "fillOpacity");
    paints(shape.stored("strokes"), "strokes.", "strokeColor", "strokeColor", "strokeOpacity");
    for (String corner : List.of("r1", "r2", "r3", "r4")) {
      number(corner, corner, ValueKind.RADIUS, shape.stored(corner));
    }
    if (shape.hasLayout()) {
      members("layoutGap", "rowGap", "columnGap");
      members("layoutPadding", "p1", "p2", "p3", "p4");
    }
    if (!takes("typography")) {
      text(shape.stored("content"), "content");
    }
    return found;
  }

  private void paints(
      @Nullable JsonValue list, String path, String attribute, String color, String opacity) {
    if (takes(attribute) || !(list instanceof JsonValue.Arr(List<JsonValue> paints))) {
      return;
    }
    for (int i = 0; i < paints.size(); i++) {
      if (paints.get(i) instanceof JsonValue.Obj paint
          && isAbsent(paint.member(color + "RefId"))
          && paint.member(color) instanceof JsonValue.Str(String written)) {
        Rgba read = PaintColor.parse(written);
        double opaque =
            paint.member(opacity) instanceof JsonValue.Num(double number, String _) ? number : 1;
        if (read != null && Double.isFinite(opaque)) {
          found.add(
              new RawValue.Color(
                  path + i + "." + color, new Rgba(read.red(), read.green(), read.blue(), opaque)));
        }
      }
    }
  }

  private void members(String field, String... keys) {
    if (shape.stored(field) instanceof JsonValue.Obj object) {
      for (String key : keys) {
        number(key, field + "." + key, ValueKind.SPACING, object.member(key));
      }
    }
  }

  /// Looks at the leaves of a text, which hold what is written and how it looks.
  private void text(@Nullable JsonValue node, String path) {
    if (!(node instanceof JsonValue.Obj object)) {
      return;
    }
    if (object.member("text") instanceof JsonValue.Str
        && isAbsent(object.member("typographyRefId"))) {
      for (int i = 0; i < TEXT_ATTRIBUTES.length; i++) {
        String key = TEXT_ATTRIBUTES[i];
        if (TEXT_KINDS[i] != ValueKind.FONT_FAMILY) {
          number(key, path + "." + key, TEXT_KINDS[i], object.member(key));
        } else if (!takes(key) && object.member(key) instanceof JsonValue.Str(String family)) {
          found.add(new RawValue.Name(path + "." + key, TEXT_KINDS[i], family));
        }
      }
      paints(object.member("fills"), path + ".fills.", "fill", "fillColor", "fillOpacity");
    }
    if (object.member("children") instanceof JsonValue.Arr(List<JsonValue> children)) {
      for (int i = 0; i < children.size(); i++) {
        text(children.get(i), path + ".children." + i);
      }
    }
  }

  /// Numbers of texts are written as texts.
  private void number(String attribute, String path, ValueKind kind, @Nullable JsonValue value) {
    double number =
        switch (value) {
          case JsonValue.Num(double plain, String _) -> plain;
          case JsonValue.Str(String text) -> text.isBlank() ? 0 : NumberText.toNumber(text);
          case null, default -> 0;
        };
    if (number != 0 && Double.isFinite(number) && !takes(attribute)) {
      found.add(new RawValue.Amount(path, kind, number));
    }
  }

  private boolean takes(String attribute) {
    return applied instanceof JsonValue.Obj tokens && tokens.find(attribute) >= 0;
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || value instanceof JsonValue.Null;
  }
}
