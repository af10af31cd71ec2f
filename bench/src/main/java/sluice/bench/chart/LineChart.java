package sluice.bench.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/// A chart of up to four lines, each named where it ends, so that no legend and no colour is needed
/// to tell them apart; points have a shape for each line.
public final class LineChart {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 440;
  private static final int LEFT = 76;
  private static final int RIGHT = 186;
  private static final int TOP = 76;
  private static final int BOTTOM = 56;
  private static final int LABEL_GAP = 10;
  private static final int LABEL_HEIGHT = 34;
  private static final int COLUMN_GAP = 22;
  private static final int AWAY_MAX = 6;

  /// A line that ends this near the right edge is named in the column there.
  private static final int EDGE = 60;

  /// As bad as covering so many points of a line.
  private static final int COVERS_LABEL = 1_000;

  /// Colours are told apart also by people who do not see red or green, on both grounds.
  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
        .ground { fill: #ffffff; stroke: #d8dee4; }
        .ink { fill: #1f2328; }
        .dim { fill: #59636e; }
        .title { font-size: 17px; font-weight: 600; }
        .name { font-weight: 600; }
        .label { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
        .small { font-size: 12px; }
        .grid { stroke: #e6eaef; }
        .axis { stroke: #8c959f; }
        .leader { stroke: #afb8c1; }
        .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
        .s0 { stroke: #c4314b; } .f0 { fill: #c4314b; }
        .s1 { stroke: #b35900; } .f1 { fill: #b35900; }
        .s2 { stroke: #6f4bbd; } .f2 { fill: #6f4bbd; }
        .s3 { stroke: #00756f; } .f3 { fill: #00756f; }
        @media (prefers-color-scheme: dark) {
          .ground { fill: #0d1117; stroke: #30363d; }
          .label { stroke: #0d1117; }
          .ink { fill: #e6edf3; }
          .dim { fill: #9198a1; }
          .grid { stroke: #21262d; }
          .axis { stroke: #656c76; }
          .leader { stroke: #3d444d; }
          .s0 { stroke: #ff7b8b; } .f0 { fill: #ff7b8b; }
          .s1 { stroke: #f0a04b; } .f1 { fill: #f0a04b; }
          .s2 { stroke: #b9a0ff; } .f2 { fill: #b9a0ff; }
          .s3 { stroke: #3fd0c4; } .f3 { fill: #3fd0c4; }
        }
      </style>
      """;

  private final String title;
  private final String subtitle;
  private final Axis x;
  private final Axis y;
  private final List<Line> lines;
  private final Scale xScale;
  private final Scale yScale;

  /// An axis.
  ///
  /// @param label what it shows, with its unit
  /// @param logarithmic whether equal factors are equally far apart
  /// @param text how a value is written
  public record Axis(String label, boolean logarithmic, DoubleFunction<String> text) {}

  /// A point.
  public record Point(double x, double y) {}

  /// One line.
  ///
  /// @param name written where it ends
  /// @param remark written below the name, may be empty
  /// @param points ascending in x, at least one
  /// @param marked whether each point is shown
  /// @param colour 0 to 3
  public record Line(String name, String remark, List<Point> points, boolean marked, int colour) {
    public Line {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a line without points: " + name);
      }
    }

    Point last() {
      return points.getLast();
    }
  }

  /// A label and where it is: its left end and half its height.
  private record Label(Line line, double left, double middle) {}

  /// A chart.
  ///
  /// @param subtitle what was measured, in a sentence; read out to people who do not see the chart,
  ///   together with every line's last value
  public LineChart(String title, String subtitle, Axis x, Axis y, List<Line> lines) {
    this.title = title;
    this.subtitle = subtitle;
    this.x = x;
    this.y = y;
    this.lines = List.copyOf(lines);
    double xMin = Double.MAX_VALUE;
    double xMax = 0;
    double yMin = Double.MAX_VALUE;
    double yMax = 0;
    for (Line line : lines) {
      for (Point point : line.points()) {
        xMin = Math.min(xMin, point.x());
        xMax = Math.max(xMax, point.x());
        yMin = Math.min(yMin, point.y());
        yMax = Math.max(yMax, point.y());
      }
    }
    if (x.logarithmic() && xMin == xMax) {
      xMax = 10 * xMin;
    }
    xScale = x.logarithmic() ? Scale.logarithmic(xMin, xMax, false) : Scale.linear(xMax, false);
    yScale = y.logarithmic() ? Scale.logarithmic(yMin, yMax, true) : Scale.linear(yMax, true);
  }

  /// The chart as SVG.
  public String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    out.append("role=\"img\" aria-labelledby=\"title desc\">\n");
    out.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
    out.append("<desc id=\"desc\">").append(escaped(description())).append("</desc>\n");
    out.append(STYLE);
    out.append(
        "<rect class=\"ground\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n"
            .formatted(WIDTH - 1, HEIGHT - 1));
    text(out, "ink title", 24, 32, "start", title);
    text(out, "dim", 24, 53, "start", subtitle);
    axes(out);
    for (Line line : lines) {
      path(out, line);
    }
    for (Label label : labels()) {
      label(out, label);
    }
    return out.append("</svg>\n").toString();
  }

  private String description() {
    StringBuilder text =
        new StringBuilder(subtitle)
            .append(". At the end of each line, ")
            .append(y.label())
            .append(':');
    for (Line line : lines) {
      Point last = line.last();
      text.append(" %s: %s at %s".formatted(line.name(), yText(last), x.text().apply(last.x())));
      text.append(line.remark().isEmpty() ? "." : ", " + line.remark() + ".");
    }
    return text.toString();
  }

  private String yText(Point point) {
    return y.text().apply(point.y());
  }

  private void axes(StringBuilder out) {
    for (double tick : yScale.ticks()) {
      double at = yPlace(tick);
      line(out, "grid", LEFT, at, WIDTH - RIGHT, at);
      text(out, "dim small", LEFT - 8, at + 4, "end", y.text().apply(tick));
    }
    for (double tick : xScale.ticks()) {
      double at = xPlace(tick);
      line(out, "axis", at, HEIGHT - BOTTOM, at, HEIGHT - BOTTOM + 5);
      text(out, "dim small", at, HEIGHT - BOTTOM + 20, "middle", x.text().apply(tick));
    }
    line(out, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    double middle = (LEFT + WIDTH - RIGHT) / 2.0;
    text(out, "dim", middle, HEIGHT - 14, "middle", x.label());
  }

  private void path(StringBuilder out, Line line) {
    out.append("<path class=\"line s%d\" d=\"".formatted(line.colour()));
    char command = 'M';
    for (Point point : line.points()) {
      out.append(
          String.format(
              Locale.ROOT, "%c%.1f %.1f ", command, xPlace(point.x()), yPlace(point.y())));
      command = 'L';
    }
    out.setLength(out.length() - 1);
    out.append("\"/>\n");
    if (line.marked()) {
      for (Point point : line.points()) {
        mark(out, line.colour(), xPlace(point.x()), yPlace(point.y()));
      }
    } else {
      mark(out, line.colour(), xPlace(line.last().x()), yPlace(line.last().y()));
    }
  }

  private static void mark(StringBuilder out, int colour, double cx, double cy) {
    String shape =
        switch (colour) {
          case 0 ->
              String.format(
                  Locale.ROOT, "<circle class=\"f0\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", cx, cy);
          case 1 ->
              String.format(
                  Locale.ROOT,
                  "<rect class=\"f1\" x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\"/>",
                  cx - 4,
                  cy - 4);
          case 2 ->
              String.format(
                  Locale.ROOT, "<path class=\"f2\" d=\"M%.1f %.1fl5.5 9.5h-11z\"/>", cx, cy - 6.3);
          default ->
              String.format(
                  Locale.ROOT,
                  "<path class=\"f3\" d=\"M%.1f %.1fl5.5 5.5l-5.5 5.5l-5.5 -5.5z\"/>",
                  cx,
                  cy - 5.5);
        };
    out.append(shape).append('\n');
  }

  /// Where every label goes: beside the end of its line, in a column at the right for lines that
  /// reach the edge, else wherever near the end it covers least.
  private List<Label> labels() {
    List<Label> placed = column();
    for (Line line : lines) {
      if (!reachesEdge(line)) {
        placed.add(freest(line, placed));
      }
    }
    return placed;
  }

  /// Labels from top to bottom, none on another.
  private List<Label> column() {
    List<Line> byHeight = new ArrayList<>(lines);
    byHeight.removeIf(line -> !reachesEdge(line));
    byHeight.sort(Comparator.comparingDouble(line -> yPlace(line.last().y())));
    List<Label> placed = new ArrayList<>();
    double from = TOP;
    for (Line line : byHeight) {
      double middle = Math.max(from, yPlace(line.last().y()));
      placed.add(new Label(line, WIDTH - RIGHT + COLUMN_GAP, middle));
      from = middle + LABEL_HEIGHT;
    }
    double to = HEIGHT - BOTTOM - LABEL_GAP;
    for (int i = placed.size() - 1; i >= 0; i--) {
      Label label = placed.get(i);
      placed.set(i, new Label(label.line(), label.left(), Math.min(to, label.middle())));
      to = placed.get(i).middle() - LABEL_HEIGHT;
    }
    return placed;
  }

  private Label freest(Line line, List<Label> placed) {
    double x = xPlace(line.last().x());
    double y = yPlace(line.last().y());
    double width = width(line);
    Label best = new Label(line, x + LABEL_GAP, y);
    double least = Double.MAX_VALUE;
    for (double left : new double[] {x + LABEL_GAP, x - width - LABEL_GAP, x - width / 2}) {
      for (int away = 0; away <= AWAY_MAX; away++) {
        for (int side : new int[] {-1, 1}) {
          Label label = new Label(line, left, y + side * away * LABEL_HEIGHT / 2.0);
          double covered = away + covered(label, placed);
          if (covered < least) {
            least = covered;
            best = label;
          }
        }
      }
    }
    return best;
  }

  /// How much lies under a label: points of lines, many for another label or the edge.
  private double covered(Label label, List<Label> placed) {
    double right = label.left() + width(label.line());
    double top = label.middle() - LABEL_HEIGHT / 2.0;
    double bottom = label.middle() + LABEL_HEIGHT / 2.0;
    double count = 0;
    if (label.left() < LEFT
        || right > WIDTH - LABEL_GAP
        || top < TOP - LABEL_GAP
        || bottom > HEIGHT - BOTTOM) {
      count += COVERS_LABEL;
    }
    for (Label other : placed) {
      if (Math.abs(other.middle() - label.middle()) < LABEL_HEIGHT
          && other.left() < right
          && label.left() < other.left() + width(other.line())) {
        count += COVERS_LABEL;
      }
    }
    for (Line line : lines) {
      for (int i = 0; i < line.points().size(); i++) {
        Point to = line.points().get(i);
        Point from = line.points().get(Math.max(0, i - 1));
        double length =
            Math.hypot(xPlace(to.x()) - xPlace(from.x()), yPlace(to.y()) - yPlace(from.y()));
        for (double at = 0; at <= length; at += 3) {
          double share = length == 0 ? 0 : at / length;
          double x = xPlace(from.x()) + share * (xPlace(to.x()) - xPlace(from.x()));
          double y = yPlace(from.y()) + share * (yPlace(to.y()) - yPlace(from.y()));
          if (x > label.left() - 6 && x < right + 6 && y > top - 4 && y < bottom + 4) {
            count++;
          }
        }
      }
    }
    return count;
  }

  private boolean reachesEdge(Line line) {
    return xPlace(line.last().x()) > WIDTH - RIGHT - EDGE;
  }

  /// About how wide a label is.
  private double width(Line line) {
    int first = line.name().length() + 1 + yText(line.last()).length();
    return Math.max(first * 8.0, line.remark().length() * 6.6);
  }

  private void label(StringBuilder out, Label label) {
    Line line = label.line();
    double x = xPlace(line.last().x());
    double y = yPlace(line.last().y());
    boolean atEdge = reachesEdge(line);
    if (atEdge) {
      line(out, "leader", x + 7, y, label.left() - 4, label.middle());
    } else if (Math.abs(label.middle() - y) > LABEL_HEIGHT) {
      double side = label.middle() > y ? -1 : 1;
      double end = Math.clamp(x, label.left(), label.left() + width(line));
      line(out, "leader", x, y - side * 7, end, label.middle() + side * LABEL_HEIGHT / 2.0);
    }
    boolean withRemark = !line.remark().isEmpty();
    double base = label.middle() + (withRemark ? -3 : 4.5);
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"label\" x=\"%.1f\" y=\"%.1f\"><tspan class=\"f%d name\">%s</tspan>"
                + "<tspan class=\"ink\" dx=\"7\">%s</tspan></text>%n",
            label.left(),
            base,
            line.colour(),
            escaped(line.name()),
            escaped(yText(line.last()))));
    if (withRemark) {
      text(out, "label dim small", label.left(), base + 15, "start", line.remark());
    }
  }

  private double xPlace(double value) {
    return LEFT + xScale.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double yPlace(double value) {
    return HEIGHT - BOTTOM - yScale.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static void line(
      StringBuilder out, String style, double x1, double y1, double x2, double y2) {
    out.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
            style,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(
      StringBuilder out, String style, double x, double y, String anchor, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            style,
            x,
            y,
            anchor,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
