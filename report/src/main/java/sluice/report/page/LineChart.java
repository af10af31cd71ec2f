package sluice.report.page;

import java.util.List;

/// A chart of one or two lines over time, with an axis that begins at zero and, where there is one,
/// a limit.
final class LineChart {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 220;
  private static final double LEFT = 76;
  private static final double RIGHT = 12;
  private static final double TOP = 26;
  private static final double BOTTOM = 28;
  private static final double HEADROOM = 1.08;

  private final double valueMax;
  private final double nanosMax;
  private final Svg svg;
  private final Unit unit;

  /// How values are written beside the axis.
  interface Unit {
    String of(double value);
  }

  /// @param label what it shows, for those who do not see it
  /// @param valueMax the largest value there must be room for
  /// @param nanosMax the end of time
  LineChart(String label, double valueMax, long nanosMax, Unit unit) {
    this.valueMax = Math.max(1, valueMax) * HEADROOM;
    this.nanosMax = Math.max(1, nanosMax);
    this.unit = unit;
    this.svg = Svg.image(label, 0, 0, WIDTH, HEIGHT);
    axes();
  }

  private void axes() {
    double step = step(valueMax);
    for (double value = 0; value <= valueMax; value += step) {
      svg.leaf("path", "class", "grid", "d", level(value));
      svg.words("text", unit.of(value), "x", LEFT - 8, "y", y(value) + 4, "text-anchor", "end");
    }
    for (int i = 0; i <= 4; i++) {
      long nanos = Math.round(nanosMax * i / 4);
      svg.words(
          "text",
          Figures.seconds(nanos),
          "x",
          x(nanos),
          "y",
          HEIGHT - 8,
          "text-anchor",
          i == 0 ? "start" : i == 4 ? "end" : "middle");
    }
  }

  /// 1, 2 or 5 times a power of ten, so that there are three to six of them.
  private static double step(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most / 3)));
    double rest = most / 3 / power;
    return power * (rest >= 5 ? 5 : rest >= 2 ? 2 : 1);
  }

  /// Draws a line and its name at the top.
  ///
  /// @param css its class in the style sheet
  /// @param place 0 for the first line's name, 1 for the second's
  void line(List<Series.Point> points, String name, String css, int place) {
    StringBuilder path = new StringBuilder();
    for (Series.Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L');
      Svg.number(x(point.nanos()), path);
      Svg.number(y(point.value()), path.append(' '));
    }
    svg.leaf("path", "class", "line " + css, "d", path);
    double x = LEFT + place * 180;
    svg.leaf("path", "class", "line " + css, "d", "M" + (int) x + " 10h18");
    svg.words("text", name, "x", x + 24, "y", 14.0);
  }

  /// Draws a limit with its words just above it.
  void limit(double value, String words) {
    svg.leaf("path", "class", "limit", "d", level(value));
    svg.words(
        "text",
        words,
        "class",
        "limit-words",
        "x",
        WIDTH - RIGHT,
        "y",
        y(value) - 6,
        "text-anchor",
        "end");
  }

  Markup done() {
    return svg.done();
  }

  private String level(double value) {
    StringBuilder path = new StringBuilder("M");
    Svg.number(LEFT, path);
    Svg.number(y(value), path.append(' '));
    Svg.number(WIDTH - RIGHT, path.append('H'));
    return path.toString();
  }

  private double x(long nanos) {
    return LEFT + (WIDTH - LEFT - RIGHT) * ((double) nanos / nanosMax);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / valueMax;
  }
}
