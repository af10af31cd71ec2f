package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.report.Box;
import sluice.report.Layer;
import sluice.report.Look;
import sluice.report.Shadow;
import sluice.report.gather.ReportLimits;

/// One node as it is painted, but for the turns of the nodes around it.
///
/// A node that is not visible is a layer without opacity. Masks, blurs, blend modes and pictures
/// are left out; what has an outline of its own is there as its box.
///
/// @param offset where the node starts in what it was read from
/// @param depth 0 for the outermost layer
/// @param turnRadians how far it is turned clockwise in what it lies in
/// @param size width and height before turning, zeros where the document does not say
/// @param upright the layer as if it were not turned, in the box around what is seen of it
record FigmaLayer(long offset, int depth, double turnRadians, Box size, Layer upright) {
  private static final double TURNED_RADIANS_MIN = 1e-4;
  private static final double SIZE_USUAL_PIXELS = 12;
  private static final int WEIGHT_USUAL = 400;
  private static final double FULL_DEGREES = 360;

  /// @param field the value of a field by name, or null
  static FigmaLayer of(long offset, int depth, Function<String, @Nullable JsonValue> field) {
    String type = FigmaPaints.text(field.apply("type"));
    List<Look> strokes = FigmaPaints.looks(field.apply("strokes"));
    List<Shadow> shadows = FigmaPaints.shadows(field.apply("effects"));
    boolean hidden = isFlag(field.apply("visible"), false);
    Layer upright =
        new Layer(
            cut(field.apply("id"), ReportLimits.NAME_CHARS_MAX),
            cut(field.apply("name"), ReportLimits.NAME_CHARS_MAX),
            depth,
            form(type),
            box(field.apply("absoluteBoundingBox")),
            0,
            radii(field),
            hidden ? 0 : Math.clamp(FigmaPaints.number(field.apply("opacity"), 1), 0.0, 1.0),
            isFlag(field.apply("clipsContent"), true),
            FigmaPaints.looks(field.apply("fills")),
            strokes,
            strokes.isEmpty() ? 0 : Math.max(0, FigmaPaints.number(field.apply("strokeWeight"), 1)),
            shadows,
            type.equals("TEXT") ? text(field) : null,
            false);
    return new FigmaLayer(offset, depth, turn(field), size(field.apply("size")), upright);
  }

  private static boolean isFlag(@Nullable JsonValue value, boolean wanted) {
    return value instanceof JsonValue.Bool(boolean flag) && flag == wanted;
  }

  private static String cut(@Nullable JsonValue text, int charsMax) {
    return ReportLimits.cut(FigmaPaints.text(text), charsMax);
  }

  private static Layer.Form form(String type) {
    return switch (type) {
      case "ELLIPSE" -> Layer.Form.ELLIPSE;
      case "LINE" -> Layer.Form.LINE;
      case "TEXT" -> Layer.Form.TEXT;
      case "VECTOR", "STAR", "REGULAR_POLYGON", "BOOLEAN_OPERATION" -> Layer.Form.OTHER;
      default -> Layer.Form.BOX;
    };
  }

  private static Box box(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj box
        ? new Box(
            FigmaPaints.number(box.member("x"), 0),
            FigmaPaints.number(box.member("y"), 0),
            Math.max(0, FigmaPaints.number(box.member("width"), 0)),
            Math.max(0, FigmaPaints.number(box.member("height"), 0)))
        : NodeBox.NOWHERE;
  }

  private static Box size(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj size
        ? new Box(
            0,
            0,
            Math.max(0, FigmaPaints.number(size.member("x"), 0)),
            Math.max(0, FigmaPaints.number(size.member("y"), 0)))
        : NodeBox.NOWHERE;
  }

  /// REST gives `rotation` in radians, clockwise, which the matrix says too where it is there.
  private static double turn(Function<String, @Nullable JsonValue> field) {
    if (field.apply("relativeTransform") instanceof JsonValue.Arr(List<JsonValue> rows)
        && rows.size() == 2
        && rows.get(0) instanceof JsonValue.Arr(List<JsonValue> first)
        && rows.get(1) instanceof JsonValue.Arr(List<JsonValue> second)
        && !first.isEmpty()
        && !second.isEmpty()) {
      return Math.atan2(
          FigmaPaints.number(second.getFirst(), 0), FigmaPaints.number(first.getFirst(), 1));
    }
    return FigmaPaints.number(field.apply("rotation"), 0);
  }

  private static List<Double> radii(Function<String, @Nullable JsonValue> field) {
    List<Double> radii = new ArrayList<>();
    if (field.apply("rectangleCornerRadii") instanceof JsonValue.Arr(List<JsonValue> corners)
        && corners.size() == 4) {
      corners.forEach(corner -> radii.add(Math.max(0, FigmaPaints.number(corner, 0))));
      return radii;
    }
    double radius = Math.max(0, FigmaPaints.number(field.apply("cornerRadius"), 0));
    return radius == 0 ? List.of() : List.of(radius, radius, radius, radius);
  }

  private static Layer.Text text(Function<String, @Nullable JsonValue> field) {
    JsonValue style = field.apply("style");
    Function<String, @Nullable JsonValue> said =
        name -> style instanceof JsonValue.Obj object ? object.member(name) : null;
    double size = FigmaPaints.number(said.apply("fontSize"), SIZE_USUAL_PIXELS);
    return new Layer.Text(
        cut(field.apply("characters"), ReportLimits.TEXT_CHARS_MAX),
        new Look.Type(
            cut(said.apply("fontFamily"), ReportLimits.NAME_CHARS_MAX),
            isFlag(said.apply("italic"), true),
            (int)
                Math.clamp(FigmaPaints.number(said.apply("fontWeight"), WEIGHT_USUAL), 1.0, 1000.0),
            size,
            FigmaPaints.number(said.apply("lineHeightPx"), 0),
            FigmaPaints.number(said.apply("letterSpacing"), 0)),
        switch (FigmaPaints.text(said.apply("textAlignHorizontal"))) {
          case "CENTER" -> Layer.Align.CENTER;
          case "RIGHT" -> Layer.Align.RIGHT;
          default -> Layer.Align.LEFT;
        });
  }

  /// The layer as it is painted.
  ///
  /// @param turn how far it is turned on the page, radians, clockwise
  Layer painted(double turn, boolean changed) {
    boolean turned = Math.abs(Math.sin(turn)) > TURNED_RADIANS_MIN || Math.cos(turn) < 0;
    double degrees = turned ? Math.toDegrees(turn) % FULL_DEGREES : 0;
    return new Layer(
        upright.id(),
        upright.name(),
        depth,
        upright.form(),
        turned ? before(turn) : upright.box(),
        degrees,
        upright.radii(),
        upright.opacity(),
        upright.clips(),
        upright.fills(),
        upright.strokes(),
        upright.strokePixels(),
        upright.shadows(),
        upright.text(),
        changed);
  }

  /// The box before turning: about the same middle, of the size the document says. Where it says
  /// none, the size whose turned box is the one seen; near 45° many are, and the seen box has to
  /// do.
  private Box before(double turn) {
    Box seen = upright.box();
    double width = size.width();
    double height = size.height();
    if (width == 0 && height == 0) {
      double cos = Math.abs(Math.cos(turn));
      double sin = Math.abs(Math.sin(turn));
      double determinant = cos * cos - sin * sin;
      if (Math.abs(determinant) < 0.1) {
        return seen;
      }
      width = Math.max(0, (seen.width() * cos - seen.height() * sin) / determinant);
      height = Math.max(0, (seen.height() * cos - seen.width() * sin) / determinant);
    }
    double x = seen.x() + seen.width() / 2;
    double y = seen.y() + seen.height() / 2;
    return new Box(x - width / 2, y - height / 2, width, height);
  }
}
