package sluice.resolve.color;

/// Red, green and blue of an HSL colour, rounded to whole numbers from 0 to 255.
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
record HslChannels(double red, double green, double blue) {

  /// Converts; a hue outside 0 (inclusive) to 360 (exclusive) has no colour and gives the shade
  /// that lightness minus half the chroma stands for.
  ///
  /// @param hue in degrees
  /// @param saturation 0 to 1
  /// @param lightness 0 to 1
  static HslChannels of(double hue, double saturation, double lightness) {
    double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    double sector = hue / 60;
    double second = chroma * (1 - Math.abs(sector % 2 - 1));
    double base = lightness - chroma / 2;
    if (!(sector >= 0 && sector < 6)) {
      return rounded(base, base, base);
    }
    return switch ((int) sector) {
      case 0 -> rounded(base + chroma, base + second, base);
      case 1 -> rounded(base + second, base + chroma, base);
      case 2 -> rounded(base, base + chroma, base + second);
      case 3 -> rounded(base, base + second, base + chroma);
      case 4 -> rounded(base + second, base, base + chroma);
      default -> rounded(base + chroma, base, base + second);
    };
  }

  private static HslChannels rounded(double red, double green, double blue) {
    return new HslChannels(whole(red), whole(green), whole(blue));
  }

  private static double whole(double channel) {
    return Math.floor(channel * 255 + 0.5);
  }
}
