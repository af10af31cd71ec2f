package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.report.RunGraph;

/// Moments of a run as points of a line, few enough to draw; where several fall together the
/// largest is kept, so that a peak is never drawn lower than it was.
final class Series {
  /// Points of one line.
  static final int POINTS_MAX = 300;

  private static final double NANOS_PER_SECOND = 1e9;

  private Series() {}

  /// A point.
  ///
  /// @param nanos since the start
  record Point(long nanos, double value) {}

  /// What one moment says.
  interface Measure {
    double of(RunGraph.Sample sample);
  }

  /// A measure over time.
  static List<Point> of(List<RunGraph.Sample> samples, Measure measure) {
    List<Point> points = new ArrayList<>();
    for (RunGraph.Sample sample : samples) {
      points.add(new Point(sample.nanos(), measure.of(sample)));
    }
    return thinned(points);
  }

  /// Nodes written in each second, between one moment and the next.
  static List<Point> nodesPerSecond(List<RunGraph.Sample> samples) {
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      RunGraph.Sample from = samples.get(i - 1);
      RunGraph.Sample to = samples.get(i);
      long nanos = to.nanos() - from.nanos();
      if (nanos > 0) {
        double rate = (to.nodes() - from.nodes()) * NANOS_PER_SECOND / nanos;
        points.add(new Point(to.nanos(), Math.max(0, rate)));
      }
    }
    return thinned(points);
  }

  /// The largest value, 0 of none.
  static double peak(List<Point> points) {
    return points.stream().mapToDouble(Point::value).max().orElse(0);
  }

  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= POINTS_MAX) {
      return points;
    }
    List<Point> kept = new ArrayList<>(POINTS_MAX);
    for (int i = 0; i < POINTS_MAX; i++) {
      int from = (int) ((long) points.size() * i / POINTS_MAX);
      int to = (int) ((long) points.size() * (i + 1) / POINTS_MAX);
      Point largest = points.get(from);
      for (Point point : points.subList(from, to)) {
        largest = point.value() > largest.value() ? point : largest;
      }
      kept.add(largest);
    }
    return kept;
  }
}
