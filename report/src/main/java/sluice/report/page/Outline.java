package sluice.report.page;

import java.util.List;
import sluice.report.Box;

/// Outlines as the `d` of a path.
final class Outline {
  /// How far along a side a curve's handle lies so that four of them look like a circle.
  private static final double HANDLE = 0.5523;

  private Outline() {}

  /// A box with round corners.
  ///
  /// @param radii of the four corners from the top left clockwise; one for all; none for sharp ones
  static String box(Box box, List<Double> radii) {
    double x = box.x();
    double y = box.y();
    double right = x + box.width();
    double bottom = y + box.height();
    double[] r = fitted(radii, box);
    Path path = new Path();
    path.to('M', x + r[0], y).to('L', right - r[1], y);
    corner(path, right, y, -r[1], 0, 0, r[1]);
    path.to('L', right, bottom - r[2]);
    corner(path, right, bottom, 0, -r[2], -r[2], 0);
    path.to('L', x + r[3], bottom);
    corner(path, x, bottom, r[3], 0, 0, -r[3]);
    path.to('L', x, y + r[0]);
    corner(path, x, y, 0, r[0], r[0], 0);
    return path.closed();
  }

  /// The ellipse that touches all sides of a box.
  static String ellipse(Box box) {
    double rx = box.width() / 2;
    double ry = box.height() / 2;
    double x = box.x() + rx;
    double y = box.y() + ry;
    double hx = rx * HANDLE;
    double hy = ry * HANDLE;
    return new Path()
        .to('M', x - rx, y)
        .to('C', x - rx, y - hy, x - hx, y - ry, x, y - ry)
        .to('C', x + hx, y - ry, x + rx, y - hy, x + rx, y)
        .to('C', x + rx, y + hy, x + hx, y + ry, x, y + ry)
        .to('C', x - hx, y + ry, x - rx, y + hy, x - rx, y)
        .closed();
  }

  /// A curve about a corner, from one offset to another.
  private static void corner(
      Path path, double x, double y, double fromX, double fromY, double toX, double toY) {
    if (fromX == 0 && fromY == 0) {
      return;
    }
    double rest = 1 - HANDLE;
    path.to(
        'C', x + fromX * rest, y + fromY * rest, x + toX * rest, y + toY * rest, x + toX, y + toY);
  }

  /// Radii that have room: of two on one side, neither takes more than its half.
  private static double[] fitted(List<Double> radii, Box box) {
    double most = Math.max(0, Math.min(box.width(), box.height()) / 2);
    double[] fitted = new double[4];
    for (int i = 0; i < 4; i++) {
      double radius = radii.isEmpty() ? 0 : radii.get(Math.min(i, radii.size() - 1));
      fitted[i] = Double.isNaN(radius) ? 0 : Math.clamp(radius, 0.0, most);
    }
    return fitted;
  }

  private static final class Path {
    private final StringBuilder out = new StringBuilder();

    Path to(char command, double... numbers) {
      out.append(command);
      for (int i = 0; i < numbers.length; i++) {
        Svg.number(numbers[i], i == 0 ? out : out.append(' '));
      }
      return this;
    }

    String closed() {
      return out.append('Z').toString();
    }
  }
}
