package sluice.resolve.color;

/// Brings a colour into its own space's bounds: by clipping when nobody sees the difference, else
/// by taking chroma away (CSS Color 4, gamut mapping, as npm `colorjs.io` 0.4.5 does it).
final class GamutMapping {
  /// How far outside the bounds a coordinate still counts as inside.
  private static final double TOLERANCE = 0.000075;

  /// The largest difference that is taken for none.
  private static final double JUST_NOTICEABLE = 2;

  private static final double DIFFERENCE_TOLERANCE = 0.01;
  private static final double CHROMA_TOLERANCE = 0.01;
  private static final int BISECTIONS_MAX = 200;
  private static final int CHROMA = 1;

  private GamutMapping() {}

  /// Whether a colour is in its own space's bounds, with a small tolerance.
  static boolean isInside(SpaceColor color) {
    return isInside(color.space(), color.coordinates(), TOLERANCE);
  }

  /// The colour with coordinates inside the bounds of its space.
  static SpaceColor map(SpaceColor color) {
    if (isInside(color.space(), color.coordinates(), 0)) {
      return color;
    }
    SpaceColor mapped = color;
    if (!isInside(color)) {
      SpaceColor clipped = clip(color);
      mapped =
          DeltaE2000.between(color, clipped) > JUST_NOTICEABLE ? withLessChroma(color) : clipped;
    }
    return isInside(mapped.space(), mapped.coordinates(), 0) ? mapped : clip(mapped);
  }

  private static SpaceColor withLessChroma(SpaceColor color) {
    SpaceColor lch = color.to(ColorSpace.LCH);
    double low = 0;
    double high = lch.y();
    for (int i = 0; i < BISECTIONS_MAX && high - low > CHROMA_TOLERANCE; i++) {
      SpaceColor clipped = clippedIn(color.space(), lch);
      if (DeltaE2000.between(lch, clipped) - JUST_NOTICEABLE < DIFFERENCE_TOLERANCE) {
        low = lch.y();
      } else {
        high = lch.y();
      }
      lch = lch.with(ColorSpace.LCH, CHROMA, (low + high) / 2);
    }
    return lch.to(color.space());
  }

  /// An LCH colour clipped to another space's bounds.
  private static SpaceColor clippedIn(ColorSpace space, SpaceColor lch) {
    SpaceColor inSpace = lch.to(space);
    return isInside(space, inSpace.coordinates(), 0) ? lch : clip(inSpace).to(ColorSpace.LCH);
  }

  private static boolean isInside(ColorSpace space, Triple coordinates, double tolerance) {
    ColorSpace bounded = space;
    Triple current = coordinates;
    ColorSpace base = bounded.base();
    // The bounds of a space with a hue are those of the space it turns.
    while (bounded.hueIndex() >= 0 && base != null) {
      current = ColorConversion.toBase(bounded, current);
      bounded = base;
      base = bounded.base();
    }
    for (int i = 0; i < 3; i++) {
      double bound = bounded.boundOf(i);
      double value = current.get(i);
      if (!Double.isNaN(bound) && (value < -tolerance || value > bound + tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static SpaceColor clip(SpaceColor color) {
    Triple coordinates = color.coordinates();
    for (int i = 0; i < 3; i++) {
      double bound = color.space().boundOf(i);
      if (!Double.isNaN(bound)) {
        coordinates = coordinates.with(i, Math.min(Math.max(0, coordinates.get(i)), bound));
      }
    }
    return color.with(coordinates);
  }
}
