package sluice.format.penpot.shape;

/// An affine map of the page: `x' = a x + c y + e`, `y' = b x + d y + f`.
public record Motion(double a, double b, double c, double d, double e, double f) {
  /// Nothing moves.
  public static final Motion NONE = new Motion(1, 0, 0, 1, 0, 0);

  /// Everything moves by the same.
  static Motion shift(double dx, double dy) {
    return new Motion(1, 0, 0, 1, dx, dy);
  }

  /// A turn about a point, clockwise on the screen.
  static Motion turn(double degrees, Point about) {
    Motion turn = turn(degrees);
    return turn.around(about);
  }

  private static Motion turn(double degrees) {
    double quarters = degrees / 90;
    if (quarters == Math.rint(quarters)) {
      // Exact, where cosine and sine would leave 6e-17.
      return switch (Math.floorMod((long) quarters, 4)) {
        case 0 -> NONE;
        case 1 -> new Motion(0, 1, -1, 0, 0, 0);
        case 2 -> new Motion(-1, 0, 0, -1, 0, 0);
        default -> new Motion(0, -1, 1, 0, 0, 0);
      };
    }
    double radians = Math.toRadians(degrees);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    return new Motion(cos, sin, -sin, cos, 0, 0);
  }

  /// The map that leaves a point where it is.
  Motion around(Point point) {
    double x = point.x();
    double y = point.y();
    return new Motion(a, b, c, d, x - a * x - c * y, y - b * x - d * y);
  }

  /// Another scale along two axes through a point.
  ///
  /// @param along unit vector of the first axis
  /// @param across unit vector of the second
  static Motion scale(Point origin, Point along, double sx, Point across, double sy) {
    double det = along.x() * across.y() - across.x() * along.y();
    if (det == 0) {
      return NONE;
    }
    double a = (sx * along.x() * across.y() - sy * across.x() * along.y()) / det;
    double c = (sy - sx) * along.x() * across.x() / det;
    double b = (sx - sy) * along.y() * across.y() / det;
    double d = (sy * along.x() * across.y() - sx * across.x() * along.y()) / det;
    return new Motion(a, b, c, d, 0, 0).around(origin);
  }

  /// What takes everything back, for a map without a shift; the map itself when there is none.
  Motion inverse() {
    double det = a * d - b * c;
    return det == 0
        ? this
        : new Motion(d / det + 0.0, -b / det + 0.0, -c / det + 0.0, a / det + 0.0, 0, 0);
  }

  /// First this, then another.
  Motion then(Motion next) {
    return new Motion(
        next.a * a + next.c * b,
        next.b * a + next.d * b,
        next.a * c + next.c * d,
        next.b * c + next.d * d,
        next.a * e + next.c * f + next.e,
        next.b * e + next.d * f + next.f);
  }

  /// Where a point goes.
  Point of(Point point) {
    return new Point(a * point.x() + c * point.y() + e, b * point.x() + d * point.y() + f);
  }

  /// Whether it moves everything by the same.
  boolean isShift() {
    return a == 1 && b == 0 && c == 0 && d == 1;
  }

  /// Whether nothing moves.
  public boolean isNone() {
    return isShift() && e == 0 && f == 0;
  }

  /// How far it turns, in degrees, for a map that turns and shifts only.
  double degrees() {
    return Math.toDegrees(Math.atan2(b, a));
  }
}
