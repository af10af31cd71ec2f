package sluice.report.page;

import java.util.List;
import sluice.report.Box;
import sluice.report.Shadow;

/// Shadows of one outline, as blurred copies of it: outer ones below, inner ones as a blurred ring
/// that is cut at the outline.
final class Shadows {
  /// Shadows of one layer that are drawn.
  static final int DRAWN_MAX = 4;

  /// How far beyond the outline the ring of an inner shadow begins.
  private static final double RING = 100;

  private Shadows() {}

  /// Draws what falls outside, the lowest first.
  static void outer(
      Svg svg, Paints paints, List<Shadow> shadows, Box box, List<Double> radii, boolean ellipse) {
    for (Shadow shadow : drawn(shadows, false)) {
      Box place = moved(box, shadow, shadow.spread());
      svg.leaf(
          "path",
          "d",
          ellipse ? Outline.ellipse(place) : Outline.box(place, radii),
          "fill",
          ColorText.opaqueHex(shadow.color()),
          "fill-opacity",
          shadow.color().alpha(),
          "filter",
          paints.blur(shadow.blur()));
    }
  }

  /// Draws what falls inside, the lowest first.
  static void inner(
      Svg svg, Paints paints, List<Shadow> shadows, Box box, List<Double> radii, boolean ellipse) {
    List<Shadow> drawn = drawn(shadows, true);
    if (drawn.isEmpty()) {
      return;
    }
    String outline = ellipse ? Outline.ellipse(box) : Outline.box(box, radii);
    svg.open("g", "clip-path", paints.clip(outline, ""));
    for (Shadow shadow : drawn) {
      Box hole = moved(box, shadow, -shadow.spread());
      Box ring =
          new Box(box.x() - RING, box.y() - RING, box.width() + 2 * RING, box.height() + 2 * RING);
      svg.leaf(
          "path",
          "d",
          Outline.box(ring, List.of())
              + (ellipse ? Outline.ellipse(hole) : Outline.box(hole, radii)),
          "fill-rule",
          "evenodd",
          "fill",
          ColorText.opaqueHex(shadow.color()),
          "fill-opacity",
          shadow.color().alpha(),
          "filter",
          paints.blur(shadow.blur()));
    }
    svg.close();
  }

  private static List<Shadow> drawn(List<Shadow> shadows, boolean inner) {
    return shadows.stream()
        .filter(shadow -> shadow.inner() == inner)
        .limit(DRAWN_MAX)
        .toList()
        .reversed();
  }

  private static Box moved(Box box, Shadow shadow, double grown) {
    return new Box(
        box.x() + shadow.x() - grown,
        box.y() + shadow.y() - grown,
        Math.max(0, box.width() + 2 * grown),
        Math.max(0, box.height() + 2 * grown));
  }
}
