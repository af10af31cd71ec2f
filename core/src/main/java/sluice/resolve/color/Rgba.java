package sluice.resolve.color;

/// A paint's colour in sRGB, as Figma takes it.
///
/// Channels are 0 to 1; a source that says more (`rgb(300, 0, 0)`) isn't clipped, because the
/// plugin doesn't. Never NaN or infinite.
///
/// @param red 0 to 1
/// @param green 0 to 1
/// @param blue 0 to 1
/// @param opacity rounded to two decimals, 1 is opaque
public record Rgba(double red, double green, double blue, double opacity) {
  public Rgba {
    if (!Double.isFinite(red + green + blue + opacity)) {
      throw new IllegalArgumentException("not finite: " + red + ", " + green + ", " + blue);
    }
  }
}
