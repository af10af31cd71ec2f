package sluice.format.penpot.shape;

/// A place on a page in pixels, y downwards.
public record Point(double x, double y) {
  /// The page's own origin.
  public static final Point ORIGIN = new Point(0, 0);
}
