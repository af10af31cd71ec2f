package sluice.testkit.generate;

/// A colour as a token library spells it.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
/// @param alpha 0 to 255
record Rgba(int red, int green, int blue, int alpha) {
  /// From hue 0 to 360, saturation and lightness 0 to 1, opaque.
  static Rgba ofHsl(double hue, double saturation, double lightness) {
    double reach = saturation * Math.min(lightness, 1 - lightness);
    return new Rgba(
        hslChannel(0, hue, reach, lightness),
        hslChannel(8, hue, reach, lightness),
        hslChannel(4, hue, reach, lightness),
        255);
  }

  /// `#rrggbb`, with `aa` only when not opaque.
  String hex() {
    String opaque = "#%02x%02x%02x".formatted(red, green, blue);
    return alpha == 255 ? opaque : opaque + "%02x".formatted(alpha);
  }

  /// The same colour with another alpha, 0 to 1.
  Rgba withAlpha(double share) {
    return new Rgba(red, green, blue, (int) Math.round(share * 255));
  }

  /// Alpha as the plugin stores it: 0 to 1, two decimals.
  double opacity() {
    return Math.round(alpha / 255.0 * 100) / 100.0;
  }

  /// Each channel moved by a share of its way to white (positive) or to black (negative), rounded
  /// to a tenth of a percent on the way (Tokens Studio, modifiers, space srgb).
  Rgba moved(double share) {
    return new Rgba(moved(red, share), moved(green, share), moved(blue, share), alpha);
  }

  private static int moved(int channel, double share) {
    double from = channel / 255.0;
    double to = share >= 0 ? from + share * (1 - from) : from * (1 + share);
    double percent = to * 100;
    double scale = percent < 10 ? 100 : percent < 100 ? 10 : 1;
    return (int) Math.round(Math.round(percent * scale) / scale / 100 * 255);
  }

  private static int hslChannel(int offset, double hue, double reach, double lightness) {
    double k = (offset + hue / 30) % 12;
    double value = lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    return (int) Math.round(value * 255);
  }
}
