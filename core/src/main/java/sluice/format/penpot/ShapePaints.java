package sluice.format.penpot;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonValue;
import sluice.report.Box;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.report.gather.ReportLimits;

/// Fills, strokes and shadows of shapes as they look.
final class ShapePaints {
  /// Stands for a place that is not known.
  static final Box NOWHERE = new Box(0, 0, 0, 0);

  private static final int HEX_SIZE = 6;
  private static final int CHANNEL_MAX = 255;

  private ShapePaints() {}

  /// Where a shape is before it is turned, as it is stored.
  static Box box(Shape shape) {
    return shape.stored("selrect") instanceof JsonValue.Obj box
        ? new Box(
            number(box.member("x"), 0),
            number(box.member("y"), 0),
            Math.max(0, number(box.member("width"), 0)),
            Math.max(0, number(box.member("height"), 0)))
        : NOWHERE;
  }

  /// Paints of a list, the lowest first; the list has the topmost first.
  ///
  /// @param kind `fill` or `stroke`, what the members' names begin with
  static List<Look> looks(@Nullable JsonValue paints, String kind) {
    List<Look> looks = new ArrayList<>();
    if (paints instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj paint
            && !(paint.member("hidden") instanceof JsonValue.Bool(boolean hidden) && hidden)
            && looks.size() < ReportLimits.LOOK_PARTS_MAX) {
          looks.addFirst(paint(paint, kind));
        }
      }
    }
    return looks;
  }

  /// One paint.
  static Look paint(JsonValue.Obj paint, String kind) {
    double opacity = number(paint.member(kind + "Opacity"), 1);
    if (paint.member(kind + "ColorGradient") instanceof JsonValue.Obj gradient) {
      return gradient(gradient, opacity);
    }
    Rgba color = color(text(paint.member(kind + "Color")), opacity);
    if (color != null) {
      return new Look.Solid(color);
    }
    return paint.find(kind + "Image") >= 0 ? new Look.Words("image") : new Look.Absent();
  }

  private static Look gradient(JsonValue.Obj gradient, double opacity) {
    List<Look.Gradient.Stop> stops = new ArrayList<>();
    if (gradient.member("stops") instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj stop && stops.size() < ReportLimits.LOOK_PARTS_MAX) {
          Rgba color =
              color(text(stop.member("color")), opacity * number(stop.member("opacity"), 1));
          stops.add(
              new Look.Gradient.Stop(
                  Math.clamp(number(stop.member("offset"), 0), 0.0, 1.0),
                  color == null ? new Rgba(0, 0, 0, 0) : color));
        }
      }
    }
    double x = number(gradient.member("endX"), 0) - number(gradient.member("startX"), 0);
    double y = number(gradient.member("endY"), 1) - number(gradient.member("startY"), 0);
    return new Look.Gradient(
        text(gradient.member("type")).equals("radial")
            ? Look.Gradient.Form.RADIAL
            : Look.Gradient.Form.LINEAR,
        Look.Gradient.angle(x, y),
        stops);
  }

  /// A colour of `#rrggbb`, null for anything else.
  static @Nullable Rgba color(String text, double opacity) {
    if (text.length() != HEX_SIZE + 1 || text.charAt(0) != '#') {
      return null;
    }
    double[] channels = new double[3];
    for (int i = 0; i < channels.length; i++) {
      int at = 1 + 2 * i;
      if (!HexFormat.isHexDigit(text.charAt(at)) || !HexFormat.isHexDigit(text.charAt(at + 1))) {
        return null;
      }
      channels[i] = (double) HexFormat.fromHexDigits(text, at, at + 2) / CHANNEL_MAX;
    }
    return new Rgba(channels[0], channels[1], channels[2], Math.clamp(opacity, 0.0, 1.0));
  }

  /// Shadows of a list, the topmost first.
  static List<Shadow> shadows(@Nullable JsonValue shadows) {
    List<Shadow> looks = new ArrayList<>();
    if (shadows instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj shadow
            && !(shadow.member("hidden") instanceof JsonValue.Bool(boolean hidden) && hidden)
            && looks.size() < ReportLimits.LOOK_PARTS_MAX) {
          looks.add(shadow(shadow));
        }
      }
    }
    return looks;
  }

  private static Shadow shadow(JsonValue.Obj shadow) {
    Rgba color =
        shadow.member("color") instanceof JsonValue.Obj said
            ? color(text(said.member("color")), number(said.member("opacity"), 1))
            : null;
    return new Shadow(
        text(shadow.member("style")).equals("inner-shadow"),
        number(shadow.member("offsetX"), 0),
        number(shadow.member("offsetY"), 0),
        number(shadow.member("blur"), 0),
        number(shadow.member("spread"), 0),
        color == null ? new Rgba(0, 0, 0, 0) : color);
  }

  static double number(@Nullable JsonValue value, double otherwise) {
    return value instanceof JsonValue.Num(double number, String _) && Double.isFinite(number)
        ? number
        : otherwise;
  }

  static String text(@Nullable JsonValue value) {
    return value instanceof JsonValue.Str(String text) ? text : "";
  }
}
