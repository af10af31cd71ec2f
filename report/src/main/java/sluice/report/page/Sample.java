package sluice.report.page;

import java.util.List;
import java.util.Locale;
import sluice.report.Box;
import sluice.report.Look;
import sluice.report.Shadow;
import sluice.report.ValueChange;

/// Draws the two values of a change, both to the same scale, each in a frame of [#WIDTH] by
/// [#HEIGHT].
final class Sample {
  static final double WIDTH = 132;
  static final double HEIGHT = 72;

  /// How much of the frame a length may take.
  private static final double LENGTH_SHOWN_MAX = 108;

  private static final double CORNER_SHOWN_MAX = 44;
  private static final double TYPE_SHOWN_MAX = 44;
  private static final int BARS_MAX = 4;
  private static final double MIDDLE_Y = HEIGHT / 2;

  private final ValueChange change;
  private final String prefix;

  /// The samples of a change.
  ///
  /// @param prefix what ids begin with; no other sample's
  Sample(ValueChange change, String prefix) {
    this.change = change;
    this.prefix = prefix;
  }

  /// Whether lengths are radii, which are drawn as corners: `cornerRadius` and the like of Figma,
  /// `r1` to `r4` of Penpot.
  static boolean isRadius(ValueChange change) {
    String property = change.property().toLowerCase(Locale.ROOT);
    return property.contains("radi") || property.matches("r[1-4]");
  }

  /// What it was.
  Markup before() {
    return draw(change.before(), "before: ", prefix + "a");
  }

  /// What it is.
  Markup after() {
    return draw(change.after(), "after: ", prefix + "b");
  }

  private Markup draw(Look look, String side, String id) {
    Svg svg = Svg.image(side + Words.of(look), 0, 0, WIDTH, HEIGHT);
    Paints paints = new Paints(id);
    switch (look) {
      case Look.Absent() -> absent(svg);
      case Look.Solid solid -> swatch(svg, paints, solid);
      case Look.Gradient gradient -> swatch(svg, paints, gradient);
      case Look.Length(double pixels) -> lengths(svg, List.of(pixels));
      case Look.Lengths(List<Double> pixels) -> lengths(svg, pixels);
      case Look.Share(double share) -> share(svg, share);
      case Look.Shadows(List<Shadow> shadows) -> shadows(svg, paints, shadows);
      case Look.Type type -> type(svg, type);
      case Look.Words(String text) -> words(svg, text);
    }
    paints.write(svg);
    return svg.done();
  }

  private static void absent(Svg svg) {
    svg.leaf("path", "class", "absent", "d", "M8 64L124 8");
    svg.words("text", "nothing", "class", "said", "x", WIDTH / 2, "y", MIDDLE_Y + 5);
  }

  private static void swatch(Svg svg, Paints paints, Look look) {
    if (look instanceof Look.Gradient gradient && gradient.form() == Look.Gradient.Form.CONIC) {
      Conic.draw(svg, gradient, WIDTH, HEIGHT);
    } else {
      svg.leaf(
          "rect",
          "width",
          WIDTH,
          "height",
          HEIGHT,
          "fill",
          paints.of(look),
          "fill-opacity",
          Paints.opacity(look));
    }
  }

  private void lengths(Svg svg, List<Double> pixels) {
    if (isRadius(change)) {
      corners(svg, pixels);
    } else {
      bars(svg, pixels);
    }
  }

  /// One bar for each extent; drawn as it is while the longest of both values fits.
  private void bars(Svg svg, List<Double> pixels) {
    double scale = Math.min(1, LENGTH_SHOWN_MAX / Math.max(1, longest()));
    int count = Math.min(BARS_MAX, pixels.size());
    double step = 14;
    double y = MIDDLE_Y - count * step / 2 + 1;
    for (int i = 0; i < count; i++) {
      double length = Math.abs(pixels.get(i)) * scale;
      svg.leaf(
          "rect", "class", "bar", "x", 12.0, "y", y + i * step, "width", length, "height", 12.0);
      svg.leaf("path", "class", "end", "d", "M12 " + (y + i * step - 1) + "v14");
    }
  }

  private double longest() {
    return Math.max(longest(change.before()), longest(change.after()));
  }

  private static double longest(Look look) {
    return switch (look) {
      case Look.Length(double pixels) -> Math.abs(pixels);
      case Look.Lengths(List<Double> pixels) ->
          pixels.stream().mapToDouble(Math::abs).max().orElse(0);
      default -> 0;
    };
  }

  private void corners(Svg svg, List<Double> radii) {
    double scale = Math.min(1, CORNER_SHOWN_MAX / 2 / Math.max(1, Math.min(longest(), 999)));
    Box box = new Box(WIDTH / 2 - 42, MIDDLE_Y - 24, 84, 48);
    List<Double> shown = radii.stream().map(radius -> radius * scale).toList();
    svg.leaf("path", "class", "corner", "d", Outline.box(box, shown));
  }

  private static void share(Svg svg, double share) {
    svg.leaf(
        "rect",
        "class",
        "bar",
        "x",
        12.0,
        "y",
        10.0,
        "width",
        LENGTH_SHOWN_MAX,
        "height",
        52.0,
        "fill-opacity",
        Math.clamp(share, 0.0, 1.0));
    svg.leaf(
        "rect", "class", "frame", "x", 12.0, "y", 10.0, "width", LENGTH_SHOWN_MAX, "height", 52.0);
  }

  private static void shadows(Svg svg, Paints paints, List<Shadow> shadows) {
    Box box = new Box(WIDTH / 2 - 28, MIDDLE_Y - 18, 56, 36);
    svg.leaf("rect", "class", "paper", "width", WIDTH, "height", HEIGHT);
    Shadows.outer(svg, paints, shadows, box, List.of(6.0), false);
    svg.leaf("path", "class", "sheet", "d", Outline.box(box, List.of(6.0)));
    Shadows.inner(svg, paints, shadows, box, List.of(6.0), false);
  }

  private void type(Svg svg, Look.Type type) {
    double size = type.sizePixels() == 0 ? 24 : type.sizePixels();
    double largest = Math.max(size(change.before()), size(change.after()));
    double scale = Math.min(1, TYPE_SHOWN_MAX / Math.max(1, largest));
    svg.words(
        "text",
        "Aa",
        "class",
        "type",
        "x",
        WIDTH / 2,
        "y",
        MIDDLE_Y + size * scale * 0.35,
        "font-family",
        Fonts.family(type.family()),
        "font-size",
        size * scale,
        "font-weight",
        Integer.toString(type.weight() == 0 ? 400 : type.weight()),
        "font-style",
        type.italic() ? "italic" : "normal",
        "letter-spacing",
        type.letterSpacingPixels() * scale);
  }

  private static double size(Look look) {
    return look instanceof Look.Type type ? type.sizePixels() : 0;
  }

  private static void words(Svg svg, String text) {
    svg.words("text", Shown.of(text, 18), "class", "said", "x", WIDTH / 2, "y", MIDDLE_Y + 5);
  }
}
