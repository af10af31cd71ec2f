package sluice.resolve.color;

import java.util.List;

/// A gradient paint.
///
/// @param kind how the colours run
/// @param stops in written order; may be empty
/// @param transform Figma's plugin form, from the paint's unit square to the gradient's
/// @param handles Figma's REST form, the same fact as `transform`
public record Gradient(Kind kind, List<Stop> stops, Transform transform, Handles handles) {
  public Gradient {
    stops = List.copyOf(stops);
  }

  Gradient(Kind kind, List<Stop> stops, Transform transform) {
    this(kind, stops, transform, Handles.of(kind, transform));
  }

  /// How the colours run.
  public enum Kind {
    /// Along a line.
    LINEAR,
    /// Outwards from a point.
    RADIAL,
    /// Around a point.
    ANGULAR
  }

  /// One colour and where it is.
  ///
  /// @param color its opacity is the stop's alpha
  /// @param position 0 is the start and 1 the end; may lie outside
  public record Stop(Rgba color, double position) {}

  /// A 2×3 matrix `[[a, b, tx], [c, d, ty]]`.
  ///
  /// @param a first row, first column
  /// @param b first row, second column
  /// @param tx first row, third column
  /// @param c second row, first column
  /// @param d second row, second column
  /// @param ty second row, third column
  public record Transform(double a, double b, double tx, double c, double d, double ty) {

    /// Where the inverse of this matrix moves a point.
    Point undo(double x, double y) {
      double determinant = a * d - b * c;
      double dx = x - tx;
      double dy = y - ty;
      return new Point((d * dx - b * dy) / determinant, (a * dy - c * dx) / determinant);
    }

    boolean isFinite() {
      return Double.isFinite(a + b + tx + c + d + ty);
    }
  }

  /// A point in the node's box, 0 to 1 each way.
  ///
  /// @param x from left to right
  /// @param y from top to bottom
  public record Point(double x, double y) {}

  /// The three points of a gradient on the canvas.
  ///
  /// @param start where the first colour is
  /// @param end where the last colour is
  /// @param width how wide it is, at a right angle to the line from start to end
  public record Handles(Point start, Point end, Point width) {
    static Handles of(Kind kind, Transform transform) {
      return switch (kind) {
        case LINEAR ->
            new Handles(transform.undo(0, 0.5), transform.undo(1, 0.5), transform.undo(0, 1));
        case RADIAL, ANGULAR ->
            new Handles(transform.undo(0.5, 0.5), transform.undo(1, 0.5), transform.undo(0.5, 1));
      };
    }
  }
}
