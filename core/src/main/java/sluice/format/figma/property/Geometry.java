package sluice.format.figma.property;

import org.jspecify.annotations.Nullable;

/// The box of one node while tokens resize, turn and move it; writes what came of it at the end.
abstract class Geometry {
  final FigmaNode node;
  final NodeEditor editor;

  /// The size as it is to be; NaN when nothing says it.
  double width = Double.NaN;

  double height = Double.NaN;
  @Nullable Source widthBy;
  @Nullable Source heightBy;
  @Nullable Source stretchedBy;
  @Nullable Setting turn;

  /// The size when it was turned.
  double turnedWidth;

  double turnedHeight;
  @Nullable Setting x;
  @Nullable Setting y;

  Geometry(FigmaNode node, NodeEditor editor) {
    this.node = node;
    this.editor = editor;
  }

  final void width(double px, Source source) {
    width = px;
    widthBy = source;
  }

  final void height(double px, Source source) {
    height = px;
    heightBy = source;
  }

  /// Whether the node can fill its parent.
  abstract boolean canStretch();

  /// Makes the node fill its parent across the parent's direction.
  final void stretch(Source source) {
    stretchedBy = source;
  }

  /// Tells that 100% can't be worked out.
  abstract void parentSizeUnknown(Source source);

  final void rotate(Setting degrees) {
    turn = degrees;
    turnedWidth = width;
    turnedHeight = height;
  }

  final void moveX(Setting px) {
    x = px;
  }

  final void moveY(Setting px) {
    y = px;
  }

  /// Emits the edits.
  ///
  /// @param isContainer whether other layers lie inside the node
  abstract void write(boolean isContainer);

  /// Whether an auto layout frame decides where the node is.
  final boolean isArranged() {
    return node.parent() != null
        && node.parent().autoLayout()
        && !"ABSOLUTE".equals(Json.text(node.field(FigmaField.LAYOUT_POSITIONING)));
  }

  /// Forgets the place asked for if it is not the node's to choose.
  final void stayIfArranged() {
    Source source = x != null ? x.source() : y == null ? null : y.source();
    if (source != null && isArranged()) {
      editor.problem(
          source,
          Notices.quirk(
              source,
              "the place of the layer stays",
              "it lies in an auto layout frame, which decides where it is"));
      x = null;
      y = null;
    }
  }

  /// Turns a transform (two rows of three) so that the middle of the node stays where it is. Figma
  /// counts degrees against the clock.
  final void turn(double[] matrix, double degrees) {
    double middleX = matrix[0] * turnedWidth / 2 + matrix[1] * turnedHeight / 2 + matrix[2];
    double middleY = matrix[3] * turnedWidth / 2 + matrix[4] * turnedHeight / 2 + matrix[5];
    double radians = Math.toRadians(degrees);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    matrix[0] = cos;
    matrix[1] = sin;
    matrix[3] = -sin;
    matrix[4] = cos;
    matrix[2] = middleX - cos * turnedWidth / 2 - sin * turnedHeight / 2;
    matrix[5] = middleY + sin * turnedWidth / 2 - cos * turnedHeight / 2;
  }
}
