package sluice.resolve.color;

/// HSL, HSV and HWB: the spaces that turn sRGB's cube around its grey axis. Hue is in degrees, the
/// other two from 0 to 100.
final class HueSpaces {
  private HueSpaces() {}

  static Triple rgbToHsl(Triple rgb) {
    return rgbToHsl(rgb, rgb.x());
  }

  /// The same with a fourth channel that only counts for the extremes; when it is the largest,
  /// there is no hue.
  static Triple rgbToHsl(Triple rgb, double fourth) {
    double max = Math.max(Math.max(rgb.x(), fourth), Math.max(rgb.y(), rgb.z()));
    double min = Math.min(Math.min(rgb.x(), fourth), Math.min(rgb.y(), rgb.z()));
    double lightness = (min + max) / 2;
    double range = max - min;
    if (range == 0) {
      return new Triple(Double.NaN, 0, lightness * 100);
    }
    double saturation =
        lightness == 0 || lightness == 1
            ? 0
            : (max - lightness) / Math.min(lightness, 1 - lightness);
    return new Triple(hue(rgb, max, range), saturation * 100, lightness * 100);
  }

  private static double hue(Triple rgb, double max, double range) {
    double sixths;
    if (max == rgb.x()) {
      sixths = (rgb.y() - rgb.z()) / range + (rgb.y() < rgb.z() ? 6 : 0);
    } else if (max == rgb.y()) {
      sixths = (rgb.z() - rgb.x()) / range + 2;
    } else if (max == rgb.z()) {
      sixths = (rgb.x() - rgb.y()) / range + 4;
    } else {
      sixths = Double.NaN;
    }
    return sixths * 60;
  }

  static Triple hslToRgb(Triple hsl) {
    double hue = hsl.x() % 360;
    if (hue < 0) {
      hue += 360;
    }
    double saturation = hsl.y() / 100;
    double lightness = hsl.z() / 100;
    return new Triple(
        channel(0, hue, saturation, lightness),
        channel(8, hue, saturation, lightness),
        channel(4, hue, saturation, lightness));
  }

  private static double channel(int offset, double hue, double saturation, double lightness) {
    double k = (offset + hue / 30) % 12;
    double reach = saturation * Math.min(lightness, 1 - lightness);
    return lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
  }

  static Triple hslToHsv(Triple hsl) {
    double saturation = hsl.y() / 100;
    double lightness = hsl.z() / 100;
    double value = lightness + saturation * Math.min(lightness, 1 - lightness);
    return new Triple(hsl.x(), value == 0 ? 0 : 200 * (1 - lightness / value), 100 * value);
  }

  static Triple hsvToHsl(Triple hsv) {
    double saturation = hsv.y() / 100;
    double value = hsv.z() / 100;
    double lightness = value * (1 - saturation / 2);
    double hslSaturation =
        lightness == 0 || lightness == 1
            ? 0
            : (value - lightness) / Math.min(lightness, 1 - lightness) * 100;
    return new Triple(hsv.x(), hslSaturation, lightness * 100);
  }

  static Triple hsvToHwb(Triple hsv) {
    return new Triple(hsv.x(), hsv.z() * (100 - hsv.y()) / 100, 100 - hsv.z());
  }

  static Triple hwbToHsv(Triple hwb) {
    double white = hwb.y() / 100;
    double black = hwb.z() / 100;
    double sum = white + black;
    if (sum >= 1) {
      return new Triple(hwb.x(), 0, white / sum * 100);
    }
    double value = 1 - black;
    double saturation = value == 0 ? 0 : 1 - white / value;
    return new Triple(hwb.x(), saturation * 100, value * 100);
  }
}
