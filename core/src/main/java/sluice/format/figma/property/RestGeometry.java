package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// The box of a node of a file.
///
/// A node's transform maps its own coordinates (origin top left) to its parent's. The bounding box
/// is in page coordinates and stops being the node's size once the node is turned.
final class RestGeometry extends Geometry {
  private static final double TURNED_RADIANS_MIN = 1e-6;

  private final @Nullable JsonValue size;
  private final @Nullable JsonValue box;
  private final @Nullable JsonValue transform;
  private final double rotation;

  RestGeometry(FigmaNode node, NodeEditor editor) {
    super(node, editor);
    this.size = objectOrNull(node.field(FigmaField.SIZE));
    this.box = objectOrNull(node.field(FigmaField.ABSOLUTE_BOUNDING_BOX));
    this.transform = node.field(FigmaField.RELATIVE_TRANSFORM);
    this.rotation = Json.number(node.field(FigmaField.ROTATION), 0);
    this.width = currentWidth();
    this.height = currentHeight();
  }

  private static @Nullable JsonValue objectOrNull(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj ? value : null;
  }

  private boolean isTurned() {
    return Math.abs(rotation) > TURNED_RADIANS_MIN;
  }

  /// NaN when nothing says it.
  private double currentWidth() {
    return size != null
        ? Json.number(Json.member(size, "x"), Double.NaN)
        : isTurned() ? Double.NaN : Json.number(Json.member(box, "width"), Double.NaN);
  }

  /// NaN when nothing says it.
  private double currentHeight() {
    return size != null
        ? Json.number(Json.member(size, "y"), Double.NaN)
        : isTurned() ? Double.NaN : Json.number(Json.member(box, "height"), Double.NaN);
  }

  @Override
  boolean canStretch() {
    return true;
  }

  @Override
  void parentSizeUnknown(Source source) {
    editor.problem(
        source,
        Notices.layoutPending(
            "100% was not applied because the parent's size is not known",
            "the parent has no bounding box in this file"));
  }

  @Override
  void write(boolean isContainer) {
    if (stretchedBy != null && !"STRETCH".equals(Json.text(node.field(FigmaField.LAYOUT_ALIGN)))) {
      editor.set(FigmaField.LAYOUT_ALIGN, new JsonValue.Str("STRETCH"), stretchedBy);
      editor.problem(stretchedBy, Layout.STRETCH_LATER);
    }
    Source changed = writeSize();
    Source moved = writePlace();
    // Whether the parent really arranges its layers may be known only after them, and a report is
    // not worth a second reading.
    boolean parentMayArrange =
        node.parent() != null && NodeTypes.isAutoLayout(node.parent().type());
    if (changed != null && (isContainer || parentMayArrange)) {
      editor.problem(changed, Layout.OTHERS_FOLLOW);
    } else if (moved != null && isContainer) {
      editor.problem(moved, Layout.OTHERS_FOLLOW);
    }
  }

  private @Nullable Source writeSize() {
    Source changed = null;
    Source by = widthBy == null ? heightBy : widthBy;
    if (by == null) {
      return null;
    }
    if ((size == null && box == null) || (size == null && isTurned())) {
      editor.problem(
          by,
          Notices.notRepresentable(
              by,
              isTurned()
                  ? "the layer is turned, and this file holds no size but its bounding box"
                  : "this file holds neither a size nor a bounding box for the layer",
              "fetch the file with geometry=paths"));
      return null;
    }
    if (widthBy != null && !Json.same(currentWidth(), width)) {
      changed = widthBy;
      writeSize("x", "width", width, widthBy);
    }
    if (heightBy != null && !Json.same(currentHeight(), height)) {
      changed = heightBy;
      writeSize("y", "height", height, heightBy);
    }
    return changed;
  }

  private void writeSize(String axis, String side, double px, Source source) {
    if (size != null) {
      editor.set(FigmaField.SIZE, axis, Json.number(px), source);
    }
    if (box != null && !isTurned()) {
      if (!Json.same(Json.number(Json.member(box, side), Double.NaN), px)) {
        editor.set(FigmaField.ABSOLUTE_BOUNDING_BOX, side, Json.number(px), source);
      }
    }
    editor.unbind(source, "size", axis);
    editor.unbind(source, side);
  }

  private @Nullable Source writePlace() {
    Source source = x != null ? x.source() : y == null ? null : y.source();
    if (source == null && turn == null) {
      return null;
    }
    stayIfArranged();
    double[] matrix = matrix();
    if (matrix != null) {
      return writeTransform(matrix);
    }
    if (turn != null) {
      editor.problem(
          turn.source(),
          Notices.notRepresentable(
              turn.source(),
              "this file holds no transform for the layer",
              "fetch the file with geometry=paths"));
    }
    return x == null && y == null ? null : writeBoxPlace();
  }

  private @Nullable Source writeTransform(double[] current) {
    double[] matrix = current.clone();
    Source source = null;
    if (turn != null && !Double.isNaN(turnedWidth + turnedHeight)) {
      turn(matrix, turn);
      source = turn.source();
    }
    if (x != null) {
      matrix[2] = x.value();
      source = x.source();
    }
    if (y != null) {
      matrix[5] = y.value();
      source = y.source();
    }
    boolean same = true;
    for (int i = 0; i < matrix.length; i++) {
      same &= Json.same(matrix[i], current[i]);
    }
    if (same || source == null) {
      return null;
    }
    editor.set(
        FigmaField.RELATIVE_TRANSFORM,
        new JsonValue.Arr(
            List.of(
                Json.numbers(matrix[0], matrix[1], matrix[2]),
                Json.numbers(matrix[3], matrix[4], matrix[5]))),
        source);
    if (turn == null) {
      shiftBox("x", matrix[2] - current[2], x);
      shiftBox("y", matrix[5] - current[5], y);
    } else {
      editor.problem(
          source,
          Problem.of(ProblemCode.LAYOUT_PENDING, "the layer's bounding box is still the old one")
              .because("the layer was turned, and its box depends on everything around it"));
    }
    return source;
  }

  /// Figma counts degrees against the clock, and its field in radians with it.
  private void turn(double[] matrix, Setting degrees) {
    turn(matrix, degrees.value());
    double radians = Math.toRadians(degrees.value());
    if (!Json.same(rotation, -radians)) {
      editor.set(FigmaField.ROTATION, Json.number(radians == 0 ? 0 : -radians), degrees.source());
    }
  }

  private void shiftBox(String axis, double by, @Nullable Setting setting) {
    double current = Json.number(Json.member(box, axis), Double.NaN);
    if (setting != null && !Double.isNaN(current) && !Json.same(current, current + by)) {
      editor.set(
          FigmaField.ABSOLUTE_BOUNDING_BOX, axis, Json.number(current + by), setting.source());
    }
  }

  /// Without a transform the place in the parent shows only as a distance between two boxes.
  private @Nullable Source writeBoxPlace() {
    ParentFacts parent = node.parent();
    ParentFacts.Box origin = parent == null ? null : origin(parent);
    Source source = x != null ? x.source() : y == null ? null : y.source();
    if (source == null) {
      return null;
    }
    if (origin == null || box == null || isTurned()) {
      editor.problem(
          source,
          Notices.notRepresentable(
              source,
              "this file holds no transform for the layer, and its boxes don't tell its place",
              "fetch the file with geometry=paths"));
      return null;
    }
    Source moved = null;
    if (x != null && writeBoxPlace("x", origin.x() + x.value(), x.source())) {
      moved = x.source();
    }
    if (y != null && writeBoxPlace("y", origin.y() + y.value(), y.source())) {
      moved = y.source();
    }
    return moved;
  }

  private boolean writeBoxPlace(String axis, double px, Source source) {
    if (Json.same(Json.number(Json.member(box, axis), Double.NaN), px)) {
      return false;
    }
    editor.set(FigmaField.ABSOLUTE_BOUNDING_BOX, axis, Json.number(px), source);
    return true;
  }

  /// Where the parent's coordinates begin; null for a parent that has none of its own.
  private static ParentFacts.@Nullable Box origin(ParentFacts parent) {
    if (parent.type().equals("CANVAS")) {
      return new ParentFacts.Box(0, 0, 0, 0);
    }
    return NodeTypes.isAutoLayout(parent.type()) || parent.type().equals("SECTION")
        ? parent.box()
        : null;
  }

  /// The transform's six numbers, row by row, or null when it isn't there.
  private double @Nullable [] matrix() {
    List<Double> numbers = new ArrayList<>(6);
    for (JsonValue row : Json.items(transform)) {
      for (JsonValue cell : Json.items(row)) {
        numbers.add(Json.number(cell, Double.NaN));
      }
    }
    if (numbers.size() != 6) {
      return null;
    }
    double[] matrix = new double[6];
    for (int i = 0; i < 6; i++) {
      matrix[i] = numbers.get(i);
      if (Double.isNaN(matrix[i])) {
        return null;
      }
    }
    return matrix;
  }
}
