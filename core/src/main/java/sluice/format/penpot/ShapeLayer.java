package sluice.format.penpot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonValue;
import sluice.report.Layer;
import sluice.report.Look;
import sluice.report.gather.ReportLimits;

/// One shape as it is painted.
///
/// A shape that is hidden is a layer without opacity. Masks, blurs and blend modes are left out.
final class ShapeLayer {
  private static final int WEIGHT_USUAL = 400;
  private static final double SIZE_USUAL_PIXELS = 14;
  private static final double LINE_HEIGHT_USUAL = 1.2;

  private ShapeLayer() {}

  /// @param depth 0 for the frame itself, 1 for what it holds, and so on
  /// @param changed whether anything of it changed
  static Layer of(String id, Shape shape, int depth, boolean changed) {
    Layer.Text text = shape.type().equals("text") ? text(shape) : null;
    JsonValue.@Nullable Obj letters =
        text == null ? null : firstLetters(shape.stored("content"), 0);
    List<Look> strokes = ShapePaints.looks(shape.stored("strokes"), "stroke");
    return new Layer(
        id,
        ReportLimits.cut(ShapePaints.text(shape.stored("name")), ReportLimits.NAME_CHARS_MAX),
        depth,
        form(shape.type()),
        ShapePaints.box(shape),
        ShapePaints.number(shape.stored("rotation"), 0),
        radii(shape),
        isTrue(shape, "hidden")
            ? 0
            : Math.clamp(ShapePaints.number(shape.stored("opacity"), 1), 0.0, 1.0),
        shape.type().equals("frame") && !isTrue(shape, "showContent"),
        ShapePaints.looks(
            letters == null ? shape.stored("fills") : letters.member("fills"), "fill"),
        strokes,
        strokes.isEmpty() ? 0 : strokeWidth(shape),
        ShapePaints.shadows(shape.stored("shadow")),
        text,
        changed);
  }

  private static Layer.Form form(String type) {
    return switch (type) {
      case "circle" -> Layer.Form.ELLIPSE;
      case "text" -> Layer.Form.TEXT;
      case "path", "bool", "svg-raw" -> Layer.Form.OTHER;
      default -> Layer.Form.BOX;
    };
  }

  private static boolean isTrue(Shape shape, String key) {
    return shape.stored(key) instanceof JsonValue.Bool(boolean flag) && flag;
  }

  private static List<Double> radii(Shape shape) {
    List<Double> radii = new ArrayList<>();
    boolean any = false;
    for (String key : List.of("r1", "r2", "r3", "r4")) {
      double radius = Math.max(0, ShapePaints.number(shape.stored(key), 0));
      any |= radius > 0;
      radii.add(radius);
    }
    return any ? radii : List.of();
  }

  private static double strokeWidth(Shape shape) {
    return shape.stored("strokes") instanceof JsonValue.Arr(List<JsonValue> items)
            && items.getFirst() instanceof JsonValue.Obj stroke
        ? Math.max(0, ShapePaints.number(stroke.member("strokeWidth"), 1))
        : 0;
  }

  // ---------------------------------------------------------------- text

  private static Layer.Text text(Shape shape) {
    JsonValue content = shape.stored("content");
    StringBuilder characters = new StringBuilder();
    append(content, characters, 0);
    JsonValue.Obj letters = firstLetters(content, 0);
    return new Layer.Text(
        ReportLimits.cut(characters.toString(), ReportLimits.TEXT_CHARS_MAX),
        type(letters),
        align(member(letters, "textAlign")));
  }

  /// A content is a root of paragraph sets of paragraphs of texts.
  private static void append(@Nullable JsonValue node, StringBuilder out, int depth) {
    if (!(node instanceof JsonValue.Obj object) || out.length() > ReportLimits.TEXT_CHARS_MAX) {
      return;
    }
    if (object.member("text") instanceof JsonValue.Str(String text)) {
      out.append(text);
    }
    boolean isParagraph = ShapePaints.text(object.member("type")).equals("paragraph");
    if (isParagraph && !out.isEmpty()) {
      out.append('\n');
    }
    if (object.member("children") instanceof JsonValue.Arr(List<JsonValue> children)
        && depth < PenpotLimits.NESTING_MAX) {
      for (JsonValue child : children) {
        append(child, out, depth + 1);
      }
    }
  }

  /// The first text, or null.
  private static JsonValue.@Nullable Obj firstLetters(@Nullable JsonValue node, int depth) {
    if (!(node instanceof JsonValue.Obj object) || depth > PenpotLimits.NESTING_MAX) {
      return null;
    }
    if (object.member("children") instanceof JsonValue.Arr(List<JsonValue> children)) {
      for (JsonValue child : children) {
        JsonValue.Obj found = firstLetters(child, depth + 1);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    return object.find("text") >= 0 ? object : null;
  }

  private static @Nullable JsonValue member(JsonValue.@Nullable Obj object, String key) {
    return object == null ? null : object.member(key);
  }

  private static Look.Type type(JsonValue.@Nullable Obj letters) {
    double size = number(member(letters, "fontSize"), SIZE_USUAL_PIXELS);
    return new Look.Type(
        ReportLimits.cut(
            ShapePaints.text(member(letters, "fontFamily")), ReportLimits.NAME_CHARS_MAX),
        ShapePaints.text(member(letters, "fontStyle")).equals("italic"),
        (int) Math.clamp(number(member(letters, "fontWeight"), WEIGHT_USUAL), 1.0, 1000.0),
        size,
        size * number(member(letters, "lineHeight"), LINE_HEIGHT_USUAL),
        number(member(letters, "letterSpacing"), 0));
  }

  private static Layer.Align align(@Nullable JsonValue value) {
    return switch (ShapePaints.text(value)) {
      case "center" -> Layer.Align.CENTER;
      case "right" -> Layer.Align.RIGHT;
      default -> Layer.Align.LEFT;
    };
  }

  /// A number, which texts have in quotes.
  private static double number(@Nullable JsonValue value, double otherwise) {
    if (value instanceof JsonValue.Str(String text)) {
      try {
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : otherwise;
      } catch (NumberFormatException _) {
        return otherwise;
      }
    }
    return ShapePaints.number(value, otherwise);
  }
}
