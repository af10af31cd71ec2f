package sluice.format.penpot.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.token.TokenValue;

/// Size, angle and place (Penpot, geometry): size first, about the first corner; then the angle,
/// about the centre; then the place, of whatever box that gives.
///
/// Before that comes what the shapes around it do: a shape goes with the frame it is in.
final class GeometryWriter {
  /// Nothing gets smaller than this.
  private static final double SIZE_MIN = 0.01;

  private final Shape shape;
  private final AppliedValues values;
  private final Surroundings surroundings;
  private final Notices notices;

  GeometryWriter(Shape shape, AppliedValues values, Surroundings surroundings, Notices notices) {
    this.shape = shape;
    this.values = values;
    this.surroundings = surroundings;
    this.notices = notices;
  }

  /// What happens to what is inside the shape, and where its own origin is then.
  ///
  /// @param motion of everything inside
  /// @param origin left and top of its box before turning
  /// @param corners of the shape itself; empty when it has none that can be read
  /// @param changed whether its own tokens change where it is or how large
  record Placed(Motion motion, Point origin, List<Point> corners, boolean changed) {}

  /// Moves the shape.
  ///
  /// @param inherited what the shapes around it do to it
  Placed apply(Motion inherited) {
    Geometry before = Geometry.of(shape);
    if (before == null) {
      return new Placed(inherited, Point.ORIGIN, List.of(), false);
    }
    Geometry at = before.moved(inherited);
    Geometry sized = resized(at);
    Motion own = Motion.NONE;
    Geometry turned = turned(sized);
    if (!turned.equals(sized)) {
      own = Motion.turn(turned.rotation() - sized.rotation(), sized.center());
    }
    Geometry placed = placed(turned);
    if (!placed.equals(turned)) {
      own =
          own.then(
              Motion.shift(
                  placed.topLeft().x() - turned.topLeft().x(),
                  placed.topLeft().y() - turned.topLeft().y()));
    }
    Motion inside = inherited.then(own);
    if (placed.differsFrom(before)) {
      write(before, at, sized, placed, inside);
    }
    return new Placed(
        inside, new Point(placed.x(), placed.y()), placed.corners(), placed.differsFrom(at));
  }

  private void write(Geometry before, Geometry at, Geometry sized, Geometry placed, Motion inside) {
    JsonValue content = shape.get("content");
    boolean outlined = shape.type().equals("path") || shape.type().equals("bool");
    if (outlined && content != null) {
      JsonValue moved = PathContent.moved(content, outline(before, at, sized, inside));
      if (moved == null) {
        notices.notPossible(
            firstOf(
                Attribute.WIDTH, Attribute.HEIGHT, Attribute.ROTATION, Attribute.X, Attribute.Y),
            "the path is not moved",
            "its outline has commands other than M, L, C and Z");
        return;
      }
      shape.set("content", moved);
    }
    placed.write(shape, before);
    if (!sized.equals(at)) {
      growType(at, sized);
    }
    if (firstGiven() != null && surroundings.parent().type().equals("bool")) {
      notices.pending(
          firstOf(Attribute.WIDTH, Attribute.HEIGHT, Attribute.ROTATION, Attribute.X, Attribute.Y),
          "the boolean around it keeps its outline",
          "the outline of a boolean is made of the shapes in it when one is edited in Penpot");
    }
  }

  /// What happens to the outline: the size changes before the shape's own turn and shift.
  private static Motion outline(Geometry before, Geometry at, Geometry sized, Motion inside) {
    if (sized.equals(at)) {
      return inside;
    }
    Motion scale =
        Motion.scale(
            before.corners().getFirst(),
            before.along(),
            ratio(sized.width(), before.width()),
            before.across(),
            ratio(sized.height(), before.height()));
    return scale.then(inside);
  }

  private static double ratio(double after, double before) {
    return before == 0 ? 1 : after / before;
  }

  private Attribute firstOf(Attribute... attributes) {
    for (Attribute attribute : attributes) {
      if (values.get(attribute) != null) {
        return attribute;
      }
    }
    return attributes[0];
  }

  private @Nullable Attribute firstGiven() {
    Attribute first =
        firstOf(Attribute.WIDTH, Attribute.HEIGHT, Attribute.ROTATION, Attribute.X, Attribute.Y);
    return values.get(first) == null ? null : first;
  }

  private double number(Attribute attribute) {
    AppliedValues.Value value = values.get(attribute);
    return value != null && value.value() instanceof TokenValue.Num(double number)
        ? number
        : Double.NaN;
  }

  private Geometry resized(Geometry at) {
    double width = number(Attribute.WIDTH);
    double height = number(Attribute.HEIGHT);
    if (Double.isNaN(width) && Double.isNaN(height)) {
      return at;
    }
    double newWidth = at.width();
    double newHeight = at.height();
    double proportion =
        shape.flag("proportionLock")
            ? Json.number(shape.get("proportion"), Double.NaN)
            : Double.NaN;
    boolean locked = proportion > 0;
    if (!Double.isNaN(width)) {
      newWidth = Math.max(SIZE_MIN, width);
      newHeight = locked ? Math.max(SIZE_MIN, newWidth / proportion) : newHeight;
    }
    if (!Double.isNaN(height)) {
      newHeight = Math.max(SIZE_MIN, height);
      newWidth = locked ? Math.max(SIZE_MIN, newHeight * proportion) : newWidth;
    }
    if (Math.abs(newWidth - at.width()) <= Geometry.TOLERANCE
        && Math.abs(newHeight - at.height()) <= Geometry.TOLERANCE) {
      return at;
    }
    Attribute attribute = firstOf(Attribute.WIDTH, Attribute.HEIGHT);
    String type = shape.type();
    if (type.equals("group") || type.equals("bool")) {
      notices.pending(
          attribute,
          "the size is not applied",
          "the size of a " + type + " comes from the shapes in it, which Penpot scales");
      return at;
    }
    turnTo(attribute);
    if (shape.hasChildren()) {
      notices.pending(
          attribute,
          "what is in the frame stays as it is",
          shape.hasLayout()
              ? "its children stay where they are until Penpot lays the frame out"
              : "its children follow their constraints when the frame is resized in Penpot");
    }
    if (surroundings.parent().hasLayout()) {
      notices.pending(
          attribute,
          "the frame around it is not laid out again",
          "its place and size are up to the layout of its parent");
    }
    return at.resized(newWidth, newHeight);
  }

  private void growType(Geometry before, Geometry after) {
    String grows = shape.text("growType");
    if (shape.type().equals("text") && grows != null) {
      String next =
          nextGrowType(
              grows,
              Math.abs(after.width() - before.width()) > Geometry.TOLERANCE,
              Math.abs(after.height() - before.height()) > Geometry.TOLERANCE);
      shape.set("growType", Json.text(next));
    }
  }

  /// How a text box grows once it has been given a size.
  static String nextGrowType(String grows, boolean widthChanges, boolean heightChanges) {
    if (grows.equals("fixed")) {
      return grows;
    }
    if (heightChanges) {
      return "fixed";
    }
    return grows.equals("auto-width") && widthChanges ? "auto-height" : grows;
  }

  private Geometry turned(Geometry at) {
    double degrees = number(Attribute.ROTATION);
    if (Double.isNaN(degrees) || shape.flag("blocked")) {
      return at;
    }
    double turn = Math.abs(Geometry.normal(degrees) - Geometry.normal(at.rotation()));
    if (Math.min(turn, 360 - turn) <= Geometry.TOLERANCE) {
      return at;
    }
    turnTo(Attribute.ROTATION);
    return at.turnedTo(degrees);
  }

  private Geometry placed(Geometry at) {
    double x = number(Attribute.X);
    double y = number(Attribute.Y);
    if (Double.isNaN(x) && Double.isNaN(y)) {
      return at;
    }
    Attribute attribute = firstOf(Attribute.X, Attribute.Y);
    Point origin = surroundings.frameOrigin();
    Point corner = at.topLeft();
    double dx = Double.isNaN(x) ? 0 : origin.x() + x - corner.x();
    double dy = Double.isNaN(y) ? 0 : origin.y() + y - corner.y();
    if (Math.abs(dx) <= Geometry.TOLERANCE && Math.abs(dy) <= Geometry.TOLERANCE) {
      return at;
    }
    if (surroundings.parent().hasLayout() && !shape.flag("layoutItemAbsolute")) {
      notices.pending(
          attribute, "the place is not applied", "the layout of its parent decides where it is");
      return at;
    }
    turnTo(attribute);
    return at.moved(Motion.shift(dx, dy));
  }

  private void turnTo(Attribute attribute) {
    AppliedValues.Value value = values.get(attribute);
    if (value != null) {
      shape.turnTo(value.token());
    }
  }
}
