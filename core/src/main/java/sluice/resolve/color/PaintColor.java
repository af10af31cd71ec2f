package sluice.resolve.color;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// Reads a resolved colour text into a paint's colour (Tokens Studio, colours to paint).
///
/// Text that begins with lower-case `rgb`, `hsl` or `oklch` is read leniently, everything else
/// strictly: hex of 3, 4, 6 or 8 digits and CSS names in any case. Two quirks are kept because they
/// are definite results of the plugin: an `oklch` text that can't be read is opaque black, and
/// channels of `rgb` aren't clipped.
public final class PaintColor {
  private static final double CHANNEL_MAX = 255;

  private PaintColor() {}

  /// The colour a text stands for; null where the plugin throws or would write NaN.
  public static @Nullable Rgba parse(String text) {
    if (text.startsWith("rgb")) {
      double[] parts = parts(text, false);
      return paint(parts[0], parts[1], parts[2], parts[3]);
    }
    if (text.startsWith("hsl")) {
      double[] parts = parts(text, true);
      HslChannels channels = HslChannels.of(parts[0], parts[1] / 100, parts[2] / 100);
      return paint(channels.red(), channels.green(), channels.blue(), parts[3]);
    }
    if (text.startsWith("oklch")) {
      return oklch(text);
    }
    EightBitColor color = EightBitColor.parse(text);
    if (color == null) {
      return null;
    }
    double alpha = color.alpha() < 1 ? Math.floor(color.alpha() * CHANNEL_MAX + 0.5) : CHANNEL_MAX;
    return paint(
        Math.min(color.red(), CHANNEL_MAX),
        Math.min(color.green(), CHANNEL_MAX),
        Math.min(color.blue(), CHANNEL_MAX),
        alpha / CHANNEL_MAX);
  }

  private static @Nullable Rgba oklch(String text) {
    SpaceColor color = CssColorSyntax.parse(text);
    if (color == null) {
      return new Rgba(0, 0, 0, 1);
    }
    SpaceColor srgb = color.to(ColorSpace.SRGB);
    return finite(unit(srgb.x()), unit(srgb.y()), unit(srgb.z()), twoDecimals(srgb.alpha()));
  }

  private static double unit(double channel) {
    return Math.clamp(channel, 0.0, 1.0);
  }

  private static @Nullable Rgba paint(double red, double green, double blue, double alpha) {
    return finite(red / CHANNEL_MAX, green / CHANNEL_MAX, blue / CHANNEL_MAX, twoDecimals(alpha));
  }

  private static @Nullable Rgba finite(double red, double green, double blue, double opacity) {
    return Double.isFinite(red + green + blue + opacity)
        ? new Rgba(red, green, blue, opacity)
        : null;
  }

  /// Rounds half up in decimal, so 0.005 is 0.01 although its double is a little less.
  private static double twoDecimals(double value) {
    if (value == 1 || value == 0 || !Double.isFinite(value)) {
      return value;
    }
    String text = NumberText.of(value);
    // A tiny opacity is written with an exponent already; it rounds to nothing either way.
    double hundredths = text.indexOf('e') < 0 ? Double.parseDouble(text + "e2") : value * 100;
    return Math.floor(hundredths + 0.5) / 100;
  }

  /// The numbers between the commas: missing ones are NaN, except the fourth, which is 1. White
  /// space goes before they are read, and percent signs too where that is wanted, so `23%1` is 231.
  private static double[] parts(String text, boolean dropsPercent) {
    int start = 3;
    if (start < text.length() && text.charAt(start) == 'a') {
      start++;
    }
    start = start < text.length() && text.charAt(start) == '(' ? start + 1 : 0;
    double[] parts = {Double.NaN, Double.NaN, Double.NaN, 1};
    StringBuilder part = new StringBuilder();
    int index = 0;
    for (int i = start; i < text.length() && index < parts.length; i++) {
      char c = text.charAt(i);
      if (c == ',') {
        parts[index++] = NumberText.parseFloat(part);
        part.setLength(0);
      } else if (!NumberText.isSpace(c) && !(dropsPercent && c == '%')) {
        part.append(c);
      }
    }
    if (index < parts.length) {
      parts[index] = NumberText.parseFloat(part);
    }
    return parts;
  }
}
