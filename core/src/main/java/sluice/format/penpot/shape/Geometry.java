package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// Where a shape is (Penpot, geometry): its four corners, the box it has before it is turned, the
/// angle, and the matrix of that turn.
///
/// @param corners top left, top right, bottom right, bottom left in the shape's own frame
/// @param x left of the box before turning
/// @param y top of it
/// @param width its width
/// @param height its height
/// @param rotation degrees, clockwise on the screen
/// @param matrix `transform` without its shift
record Geometry(
    List<Point> corners,
    double x,
    double y,
    double width,
    double height,
    double rotation,
    Motion matrix) {
  /// Pixels and degrees that make no difference.
  static final double TOLERANCE = 0.01;

  private static final int CORNERS = 4;

  Geometry {
    corners = List.copyOf(corners);
  }

  /// The geometry of a shape, or null when it has none that can be read.
  static @Nullable Geometry of(Shape shape) {
    JsonValue box = shape.get("selrect");
    double x = Json.number(Json.member(box, "x"), Json.number(shape.get("x"), Double.NaN));
    double y = Json.number(Json.member(box, "y"), Json.number(shape.get("y"), Double.NaN));
    double width =
        Json.number(Json.member(box, "width"), Json.number(shape.get("width"), Double.NaN));
    double height =
        Json.number(Json.member(box, "height"), Json.number(shape.get("height"), Double.NaN));
    if (!Double.isFinite(x + y + width + height)) {
      return null;
    }
    double rotation = Json.number(shape.get("rotation"), 0);
    Motion matrix = matrix(shape.get("transform"), rotation);
    Geometry plain = new Geometry(List.of(), x, y, width, height, rotation, matrix);
    List<Point> corners = corners(shape.get("points"));
    return plain.withCorners(corners == null ? plain.turnedBox() : corners);
  }

  private static @Nullable List<Point> corners(@Nullable JsonValue points) {
    List<JsonValue> items = Json.items(points);
    List<Point> corners = new ArrayList<>(CORNERS);
    for (JsonValue item : items) {
      Point point = point(item);
      if (point == null) {
        return null;
      }
      corners.add(point);
    }
    return corners.size() == CORNERS ? corners : null;
  }

  /// A point as an object or as `x,y`.
  private static @Nullable Point point(JsonValue value) {
    double[] pair =
        value instanceof JsonValue.Str(String text)
            ? numbers(text, 2)
            : new double[] {
              Json.number(Json.member(value, "x"), Double.NaN),
              Json.number(Json.member(value, "y"), Double.NaN)
            };
    return pair == null || !Double.isFinite(pair[0] + pair[1]) ? null : new Point(pair[0], pair[1]);
  }

  private static double @Nullable [] numbers(String text, int count) {
    String[] parts = text.split(",", -1);
    if (parts.length != count) {
      return null;
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i]);
      } catch (NumberFormatException _) {
        return null;
      }
    }
    return numbers;
  }

  private static Motion matrix(@Nullable JsonValue transform, double rotation) {
    if (transform instanceof JsonValue.Str(String text)) {
      double[] six = numbers(text, 6);
      return six == null
          ? Motion.turn(rotation, Point.ORIGIN)
          : new Motion(six[0], six[1], six[2], six[3], 0, 0);
    }
    if (transform == null) {
      return Motion.turn(rotation, Point.ORIGIN);
    }
    return new Motion(
        Json.number(Json.member(transform, "a"), 1),
        Json.number(Json.member(transform, "b"), 0),
        Json.number(Json.member(transform, "c"), 0),
        Json.number(Json.member(transform, "d"), 1),
        0,
        0);
  }

  private Geometry withCorners(List<Point> others) {
    return new Geometry(others, x, y, width, height, rotation, matrix);
  }

  Point center() {
    return new Point(x + width / 2, y + height / 2);
  }

  /// The corners that the box has when it is turned by the angle.
  private List<Point> turnedBox() {
    Motion turn = Motion.turn(rotation, center());
    return List.of(
        turn.of(new Point(x, y)),
        turn.of(new Point(x + width, y)),
        turn.of(new Point(x + width, y + height)),
        turn.of(new Point(x, y + height)));
  }

  /// Whether box and angle say all there is: no mirroring, no slant.
  private boolean isPlain() {
    List<Point> expected = turnedBox();
    for (int i = 0; i < CORNERS; i++) {
      if (Math.abs(expected.get(i).x() - corners.get(i).x()) > TOLERANCE
          || Math.abs(expected.get(i).y() - corners.get(i).y()) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /// Left and top of the box around the corners.
  Point topLeft() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    for (Point corner : corners) {
      left = Math.min(left, corner.x());
      top = Math.min(top, corner.y());
    }
    return new Point(left, top);
  }

  /// After a map that turns and shifts.
  Geometry moved(Motion motion) {
    List<Point> moved = corners.stream().map(motion::of).toList();
    if (motion.isShift()) {
      return new Geometry(moved, x + motion.e(), y + motion.f(), width, height, rotation, matrix);
    }
    Point center = motion.of(center());
    Motion turn = new Motion(motion.a(), motion.b(), motion.c(), motion.d(), 0, 0);
    return new Geometry(
        moved,
        center.x() - width / 2,
        center.y() - height / 2,
        width,
        height,
        normal(rotation + motion.degrees()),
        matrix.then(turn));
  }

  /// Turned about its centre to an angle.
  Geometry turnedTo(double degrees) {
    if (isPlain()) {
      Geometry turned =
          new Geometry(
              corners,
              x,
              y,
              width,
              height,
              normal(degrees),
              Motion.turn(normal(degrees), Point.ORIGIN));
      return turned.withCorners(turned.turnedBox());
    }
    Geometry turned = moved(Motion.turn(degrees - rotation, center()));
    return new Geometry(turned.corners, x, y, width, height, normal(degrees), turned.matrix);
  }

  /// With another size, its first corner staying where it is.
  Geometry resized(double newWidth, double newHeight) {
    Point origin = corners.getFirst();
    Point along = along();
    Point across = across();
    Point second = new Point(origin.x() + along.x() * newWidth, origin.y() + along.y() * newWidth);
    double downX = across.x() * newHeight;
    double downY = across.y() * newHeight;
    List<Point> made =
        List.of(
            origin,
            second,
            new Point(second.x() + downX, second.y() + downY),
            new Point(origin.x() + downX, origin.y() + downY));
    boolean upright = along.x() == 1 && along.y() == 0 && across.x() == 0 && across.y() == 1;
    Point opposite = made.get(2);
    return new Geometry(
        made,
        upright ? origin.x() : (origin.x() + opposite.x()) / 2 - newWidth / 2,
        upright ? origin.y() : (origin.y() + opposite.y()) / 2 - newHeight / 2,
        newWidth,
        newHeight,
        rotation,
        matrix);
  }

  /// Around some points, turned as it is.
  Geometry around(List<Point> points) {
    Motion turned = matrix.around(center());
    Motion back = matrix.inverse().around(center());
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      Point upright = back.of(point);
      left = Math.min(left, upright.x());
      top = Math.min(top, upright.y());
      right = Math.max(right, upright.x());
      bottom = Math.max(bottom, upright.y());
    }
    List<Point> made =
        List.of(
            turned.of(new Point(left, top)),
            turned.of(new Point(right, top)),
            turned.of(new Point(right, bottom)),
            turned.of(new Point(left, bottom)));
    Point middle = turned.of(new Point((left + right) / 2, (top + bottom) / 2));
    double newWidth = right - left;
    double newHeight = bottom - top;
    boolean upright = matrix.isShift();
    return new Geometry(
        made,
        upright ? left : middle.x() - newWidth / 2,
        upright ? top : middle.y() - newHeight / 2,
        newWidth,
        newHeight,
        rotation,
        matrix);
  }

  /// Unit vector of the upper side.
  Point along() {
    return unit(corners.get(0), corners.get(1), matrix.a(), matrix.b());
  }

  /// Unit vector of the left side.
  Point across() {
    return unit(corners.get(0), corners.get(3), matrix.c(), matrix.d());
  }

  private static Point unit(Point from, Point to, double otherX, double otherY) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.hypot(dx, dy);
    return length == 0 ? new Point(otherX, otherY) : new Point(dx / length, dy / length);
  }

  /// An angle from 0 to below 360.
  static double normal(double degrees) {
    double rest = degrees % 360;
    return rest < 0 ? rest + 360 : rest + 0.0;
  }

  /// Whether it is somewhere else than another.
  boolean differsFrom(Geometry other) {
    if (Math.abs(width - other.width) > TOLERANCE || Math.abs(height - other.height) > TOLERANCE) {
      return true;
    }
    double turn = Math.abs(normal(rotation) - normal(other.rotation));
    if (Math.min(turn, 360 - turn) > TOLERANCE) {
      return true;
    }
    for (int i = 0; i < CORNERS; i++) {
      if (Math.abs(corners.get(i).x() - other.corners.get(i).x()) > TOLERANCE
          || Math.abs(corners.get(i).y() - other.corners.get(i).y()) > TOLERANCE) {
        return true;
      }
    }
    return false;
  }

  /// Sets the fields that are different from what the shape had.
  ///
  /// `x`, `y`, `width` and `height` stay null where they are, as on paths.
  void write(Shape shape, Geometry before) {
    shape.set("points", new JsonValue.Arr(corners.stream().map(Geometry::json).toList()));
    Map<String, JsonValue> box = Json.members(shape.get("selrect"));
    number(box, "x", x);
    number(box, "y", y);
    number(box, "width", width);
    number(box, "height", height);
    number(box, "x1", x);
    number(box, "y1", y);
    number(box, "x2", x + width);
    number(box, "y2", y + height);
    shape.set("selrect", new JsonValue.Obj(box));
    setIfThere(shape, "x", x);
    setIfThere(shape, "y", y);
    setIfThere(shape, "width", width);
    setIfThere(shape, "height", height);
    if (rotation != before.rotation || !matrix.equals(before.matrix)) {
      shape.set("rotation", Json.number(rotation));
      shape.set("transform", json(matrix));
      shape.set("transformInverse", json(matrix.inverse()));
    }
  }

  private static void number(Map<String, JsonValue> box, String key, double value) {
    box.put(key, Json.number(value));
  }

  private static void setIfThere(Shape shape, String key, double value) {
    if (shape.get(key) instanceof JsonValue.Num) {
      shape.set(key, Json.number(value));
    }
  }

  private static JsonValue json(Point point) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("x", Json.number(point.x()));
    members.put("y", Json.number(point.y()));
    return new JsonValue.Obj(members);
  }

  private static JsonValue json(Motion matrix) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("a", Json.number(matrix.a()));
    members.put("b", Json.number(matrix.b()));
    members.put("c", Json.number(matrix.c()));
    members.put("d", Json.number(matrix.d()));
    members.put("e", Json.number(0));
    members.put("f", Json.number(0));
    return new JsonValue.Obj(members);
  }
}
