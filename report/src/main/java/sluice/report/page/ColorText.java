package sluice.report.page;

import sluice.report.Rgba;
import sluice.resolve.color.PerceivedColor;

/// A colour in words: as hex, and in OKLCH, whose numbers say what an eye sees.
final class ColorText {
  /// Below this a colour is grey and its hue says nothing.
  private static final double CHROMA_MIN = 0.002;

  private ColorText() {}

  /// `#rrggbb`, without opacity, as SVG wants it.
  static String opaqueHex(Rgba color) {
    StringBuilder text = new StringBuilder(7).append('#');
    append(color.red(), text);
    append(color.green(), text);
    append(color.blue(), text);
    return text.toString();
  }

  /// `#rrggbb`, and the opacity where there is one.
  static String hex(Rgba color) {
    String text = opaqueHex(color);
    return color.alpha() < 1 ? text + " · " + Figures.percent(color.alpha()) : text;
  }

  /// `oklch(62 % 0.19 259°)`.
  static String oklch(Rgba color) {
    PerceivedColor seen = perceived(color);
    double chroma = Math.hypot(seen.a(), seen.b());
    String hue =
        chroma < CHROMA_MIN
            ? "none"
            : Figures.decimal((Math.toDegrees(Math.atan2(seen.b(), seen.a())) + 360) % 360, 0)
                + "°";
    return "oklch("
        + Figures.decimal(seen.lightness() * 100, 1)
        + " % "
        + Figures.decimal(chroma < CHROMA_MIN ? 0 : chroma, 3)
        + " "
        + hue
        + ")";
  }

  /// How different two colours look, opacity included; 0 is the same, 1 black and white.
  static double difference(Rgba one, Rgba other) {
    return perceived(one).distance(perceived(other));
  }

  private static PerceivedColor perceived(Rgba color) {
    return PerceivedColor.of(
        new sluice.resolve.color.Rgba(
            finite(color.red()),
            finite(color.green()),
            finite(color.blue()),
            finite(color.alpha())));
  }

  private static double finite(double channel) {
    return Double.isNaN(channel) ? 0 : Math.clamp(channel, 0.0, 1.0);
  }

  private static void append(double channel, StringBuilder text) {
    int value = (int) Math.round(finite(channel) * 255);
    text.append(value < 16 ? "0" : "").append(Integer.toString(value, 16));
  }
}
