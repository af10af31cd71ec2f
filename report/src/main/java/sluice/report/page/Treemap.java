package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.report.Box;

/// Lays out rectangles whose areas are in proportion to weights, as near to squares as they get:
/// the squarified layout of Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000).
///
/// The weights are best given largest first; any order gives areas that are right.
final class Treemap {
  private Treemap() {}

  /// One box for each weight, in the same order; together they cover the frame. A weight that is
  /// not above 0 gets a box without area.
  static List<Box> layout(List<Double> weights, Box frame) {
    double sum = weights.stream().mapToDouble(weight -> Math.max(0, weight)).sum();
    List<Box> boxes = new ArrayList<>(weights.size());
    double scale = sum <= 0 ? 0 : frame.width() * frame.height() / sum;
    Box free = frame;
    int from = 0;
    while (from < weights.size()) {
      double side = Math.min(free.width(), free.height());
      int to = from + 1;
      double area = area(weights, from, scale);
      double smallest = area;
      double largest = area;
      while (to < weights.size()) {
        double next = area(weights, to, scale);
        double worstNow = worst(side, area, smallest, largest);
        double worstThen =
            worst(side, area + next, Math.min(smallest, next), Math.max(largest, next));
        if (worstThen > worstNow) {
          break;
        }
        area += next;
        smallest = Math.min(smallest, next);
        largest = Math.max(largest, next);
        to++;
      }
      free = row(weights, from, to, scale, area, free, boxes);
      from = to;
    }
    return boxes;
  }

  /// The longest shape in a row: how often its shorter side goes into its longer one.
  private static double worst(double side, double area, double smallest, double largest) {
    if (smallest <= 0 || side <= 0) {
      return Double.MAX_VALUE;
    }
    double row = area * area;
    double square = side * side;
    return Math.max(square * largest / row, row / (square * smallest));
  }

  /// Puts a row along the shorter side of what is free.
  ///
  /// @return what is free then
  private static Box row(
      List<Double> weights,
      int from,
      int to,
      double scale,
      double area,
      Box free,
      List<Box> boxes) {
    boolean upright = free.width() >= free.height();
    double side = upright ? free.height() : free.width();
    double depth = side <= 0 ? 0 : Math.min(area / side, upright ? free.width() : free.height());
    double along = 0;
    for (int i = from; i < to; i++) {
      double length = depth <= 0 ? 0 : area(weights, i, scale) / depth;
      boxes.add(
          upright
              ? new Box(free.x(), free.y() + along, depth, length)
              : new Box(free.x() + along, free.y(), length, depth));
      along += length;
    }
    return upright
        ? new Box(free.x() + depth, free.y(), free.width() - depth, free.height())
        : new Box(free.x(), free.y() + depth, free.width(), free.height() - depth);
  }

  private static double area(List<Double> weights, int index, double scale) {
    return Math.max(0, weights.get(index)) * scale;
  }
}
