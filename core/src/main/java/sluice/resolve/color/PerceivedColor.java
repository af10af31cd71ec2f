package sluice.resolve.color;

/// A colour in Oklab with its opacity: equal distances look equally different.
///
/// @param lightness 0 to 1
/// @param a green to red, about -0.4 to 0.4
/// @param b blue to yellow, about -0.4 to 0.4
/// @param opacity 0 to 1
public record PerceivedColor(double lightness, double a, double b, double opacity) {
  /// The same colour in Oklab (CSS Color 4, conversion from sRGB).
  public static PerceivedColor of(Rgba color) {
    Triple lab =
        ColorConversion.convert(
            new Triple(color.red(), color.green(), color.blue()),
            ColorSpace.SRGB,
            ColorSpace.OKLAB);
    return new PerceivedColor(lab.x(), lab.y(), lab.z(), color.opacity());
  }

  /// ΔE in OKLCH (CSS Color 4, ΔEOK), which is the straight line between two colours in Oklab;
  /// opacity counts as one more axis. 0 is the same, 1 is black and white; 0.02 is about what an
  /// eye can tell.
  public double distance(PerceivedColor other) {
    double l = lightness - other.lightness;
    double da = a - other.a;
    double db = b - other.b;
    double o = opacity - other.opacity;
    return Math.sqrt(l * l + da * da + db * db + o * o);
  }
}
