package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.report.gather.ReportLimits;

/// Paints and effects of REST nodes as they look (Figma REST API, types `Paint` and `Effect`).
final class FigmaPaints {
  private FigmaPaints() {}

  /// The visible paints of a list, the lowest first; a picture or pattern is a word.
  static List<Look> looks(@Nullable JsonValue paints) {
    List<Look> looks = new ArrayList<>();
    if (paints instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj paint
            && isVisible(paint)
            && looks.size() < ReportLimits.LOOK_PARTS_MAX) {
          looks.add(paint(paint));
        }
      }
    }
    return looks;
  }

  private static boolean isVisible(JsonValue.Obj object) {
    return !(object.member("visible") instanceof JsonValue.Bool(boolean visible)) || visible;
  }

  private static Look paint(JsonValue.Obj paint) {
    double opacity = number(paint.member("opacity"), 1);
    String type = text(paint.member("type"));
    return switch (type) {
      case "SOLID" -> new Look.Solid(color(paint.member("color"), opacity));
      case "GRADIENT_LINEAR" -> gradient(paint, Look.Gradient.Form.LINEAR, opacity);
      case "GRADIENT_RADIAL", "GRADIENT_DIAMOND" ->
          gradient(paint, Look.Gradient.Form.RADIAL, opacity);
      case "GRADIENT_ANGULAR" -> gradient(paint, Look.Gradient.Form.CONIC, opacity);
      default -> new Look.Words(FigmaLook.words(type.toLowerCase(Locale.ROOT)));
    };
  }

  /// A colour of `r`, `g`, `b` and, if there, `a`.
  static Rgba color(@Nullable JsonValue value, double opacity) {
    return value instanceof JsonValue.Obj color
        ? new Rgba(
            number(color.member("r"), 0),
            number(color.member("g"), 0),
            number(color.member("b"), 0),
            Math.clamp(number(color.member("a"), 1) * opacity, 0.0, 1.0))
        : new Rgba(0, 0, 0, Math.clamp(opacity, 0.0, 1.0));
  }

  private static Look gradient(JsonValue.Obj paint, Look.Gradient.Form form, double opacity) {
    List<Look.Gradient.Stop> stops = new ArrayList<>();
    if (paint.member("gradientStops") instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj stop && stops.size() < ReportLimits.LOOK_PARTS_MAX) {
          stops.add(
              new Look.Gradient.Stop(
                  Math.clamp(number(stop.member("position"), 0), 0.0, 1.0),
                  color(stop.member("color"), opacity)));
        }
      }
    }
    return new Look.Gradient(form, angle(paint.member("gradientHandlePositions")), stops);
  }

  /// From the first handle to the second, in degrees; 0 is upwards, 90 to the right.
  private static double angle(@Nullable JsonValue handles) {
    if (handles instanceof JsonValue.Arr(List<JsonValue> points)
        && points.size() >= 2
        && points.get(0) instanceof JsonValue.Obj from
        && points.get(1) instanceof JsonValue.Obj to) {
      double x = number(to.member("x"), 0) - number(from.member("x"), 0);
      double y = number(to.member("y"), 0) - number(from.member("y"), 0);
      return Look.Gradient.angle(x, y);
    }
    return Look.Gradient.DOWNWARDS_DEGREES;
  }

  /// The visible shadows of a list of effects, the topmost first.
  static List<Shadow> shadows(@Nullable JsonValue effects) {
    List<Shadow> shadows = new ArrayList<>();
    if (effects instanceof JsonValue.Arr(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonValue.Obj effect
            && isVisible(effect)
            && text(effect.member("type")).endsWith("_SHADOW")
            && shadows.size() < ReportLimits.LOOK_PARTS_MAX) {
          shadows.addFirst(shadow(effect));
        }
      }
    }
    return shadows;
  }

  private static Shadow shadow(JsonValue.Obj effect) {
    JsonValue.@Nullable Obj offset =
        effect.member("offset") instanceof JsonValue.Obj place ? place : null;
    return new Shadow(
        text(effect.member("type")).startsWith("INNER"),
        offset == null ? 0 : number(offset.member("x"), 0),
        offset == null ? 0 : number(offset.member("y"), 0),
        number(effect.member("radius"), 0),
        number(effect.member("spread"), 0),
        color(effect.member("color"), 1));
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
