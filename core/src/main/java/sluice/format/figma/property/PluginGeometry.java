package sluice.format.figma.property;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// The box of a node of an open file: `width`, `height`, `rotation` in degrees, and `x` and `y` of
/// its top left corner, which it is turned around.
final class PluginGeometry extends Geometry {
  /// Figma works the angle out of a matrix of 32-bit floats.
  private static final double DEGREES_TOLERANCE = 1e-4;

  private final double currentWidth;
  private final double currentHeight;

  PluginGeometry(FigmaNode node, NodeEditor editor) {
    super(node, editor);
    this.currentWidth = current(FigmaField.SIZE, "width");
    this.currentHeight = current(FigmaField.SIZE, "height");
    this.width = currentWidth;
    this.height = currentHeight;
  }

  private double current(FigmaField group, String name) {
    return Json.number(Json.member(node.field(group), name), Double.NaN);
  }

  @Override
  boolean canStretch() {
    return node.field(FigmaField.LAYOUT_ALIGN) != null;
  }

  @Override
  void parentSizeUnknown(Source source) {
    editor.problem(
        source,
        Notices.notWritable(
            source, "it is a share of the parent's size, which is not known", "give it in pixels"));
  }

  @Override
  void write(boolean isContainer) {
    if (stretchedBy != null && !"STRETCH".equals(Json.text(node.field(FigmaField.LAYOUT_ALIGN)))) {
      editor.set(FigmaField.LAYOUT_ALIGN, new JsonValue.Str("STRETCH"), stretchedBy);
    }
    writeSize("width", currentWidth, width, widthBy);
    writeSize("height", currentHeight, height, heightBy);
    stayIfArranged();
    double[] place = {
      current(FigmaField.RELATIVE_TRANSFORM, "x"), current(FigmaField.RELATIVE_TRANSFORM, "y")
    };
    Source turnedBy = writeTurn(place);
    writePlace("x", place[0], x, turnedBy);
    writePlace("y", place[1], y, turnedBy);
  }

  private void writeSize(String side, double current, double px, @Nullable Source by) {
    if (by != null && !Json.same(current, px)) {
      editor.set(FigmaField.SIZE, side, Json.number(px), by);
      editor.unbind(by, side);
    }
  }

  /// Turns the node around its middle.
  ///
  /// @param place the corner's x and y, which move with it
  /// @return what turned it, or null when it stays
  private @Nullable Source writeTurn(double[] place) {
    Setting wanted = turn;
    if (wanted == null) {
      return null;
    }
    double current = editor.number(FigmaField.ROTATION, Double.NaN);
    // Adding nothing makes 0 of -0.
    double degrees = Math.IEEEremainder(wanted.value(), 360) + 0.0;
    if (Math.abs(Math.IEEEremainder(degrees - current, 360)) <= DEGREES_TOLERANCE) {
      return null;
    }
    double radians = Math.toRadians(current);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    double[] matrix = {cos, sin, place[0], -sin, cos, place[1]};
    turn(matrix, degrees);
    editor.set(FigmaField.ROTATION, Json.number(degrees), wanted.source());
    place[0] = matrix[2];
    place[1] = matrix[5];
    return wanted.source();
  }

  /// Writes one coordinate if it is asked for, or moves with a turn.
  private void writePlace(
      String axis, double turned, @Nullable Setting wanted, @Nullable Source turnedBy) {
    Source by = wanted == null ? turnedBy : wanted.source();
    double px = wanted == null ? turned : wanted.value();
    boolean moves = wanted != null || (turnedBy != null && !isArranged());
    if (by != null
        && moves
        && Double.isFinite(px)
        && !Json.same(current(FigmaField.RELATIVE_TRANSFORM, axis), px)) {
      editor.set(FigmaField.RELATIVE_TRANSFORM, axis, Json.number(px), by);
    }
  }
}
