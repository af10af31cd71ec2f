package sluice.report.page;

import java.util.List;
import sluice.report.Look;
import sluice.report.Rgba;

/// A conic gradient, which SVG does not have, as wedges about the middle of a frame.
final class Conic {
  private static final int WEDGES = 48;

  private Conic() {}

  static void draw(Svg svg, Look.Gradient gradient, double width, double height) {
    double reach = Math.hypot(width, height);
    double x = width / 2;
    double y = height / 2;
    // Smoothed edges would let the ground through between two wedges.
    svg.open("g", "shape-rendering", "crispEdges");
    for (int i = 0; i < WEDGES; i++) {
      double from = Math.toRadians(gradient.angleDegrees()) + 2 * Math.PI * i / WEDGES;
      double to = from + 2 * Math.PI / WEDGES;
      Rgba color = at((i + 0.5) / WEDGES, Paints.first(gradient.stops()));
      StringBuilder points = new StringBuilder();
      point(x, y, points);
      point(x + reach * Math.sin(from), y - reach * Math.cos(from), points.append(' '));
      point(x + reach * Math.sin(to), y - reach * Math.cos(to), points.append(' '));
      svg.leaf(
          "polygon",
          "points",
          points,
          "fill",
          ColorText.opaqueHex(color),
          "fill-opacity",
          color.alpha());
    }
    svg.close();
  }

  private static void point(double x, double y, StringBuilder out) {
    Svg.number(x, out);
    Svg.number(y, out.append(','));
  }

  private static Rgba at(double place, List<Look.Gradient.Stop> stops) {
    if (stops.isEmpty()) {
      return new Rgba(0, 0, 0, 0);
    }
    Look.Gradient.Stop before = stops.getFirst();
    for (Look.Gradient.Stop stop : stops) {
      if (stop.at() >= place) {
        double span = stop.at() - before.at();
        double share = span <= 0 ? 1 : Math.clamp((place - before.at()) / span, 0.0, 1.0);
        return between(before.color(), stop.color(), share);
      }
      before = stop;
    }
    return before.color();
  }

  private static Rgba between(Rgba one, Rgba other, double share) {
    return new Rgba(
        one.red() + (other.red() - one.red()) * share,
        one.green() + (other.green() - one.green()) * share,
        one.blue() + (other.blue() - one.blue()) * share,
        one.alpha() + (other.alpha() - one.alpha()) * share);
  }
}
