package sluice.resolve.color;

/// A colour in any space.
///
/// @param space what the coordinates mean
/// @param coordinates the three numbers; a hue may be NaN
/// @param alpha at most 1
/// @param form how the text it was read from makes it behave
/// @param surplus the fourth coordinate of a {@link Form#SURPLUS} colour
record SpaceColor(ColorSpace space, Triple coordinates, double alpha, Form form, double surplus) {

  /// Quirks of the plugin's colour library (npm `colorjs.io` 0.4.5) that depend on how a colour was
  /// written; they are gone once the colour has been converted.
  enum Form {
    /// None.
    NORMAL,
    /// `color(srgb …)`: its hue is taken for missing.
    HUELESS,
    /// Four plain coordinates, as in `rgb(1%, 2%, 3%, 0.5)`: can't be written in its own space, and
    /// HSL takes the fourth for a channel when it looks for the largest and the smallest.
    SURPLUS,
    /// A coordinate is no number, such as `none`: it spoils what is computed from it.
    SPOILT
  }

  SpaceColor(ColorSpace space, Triple coordinates, double alpha) {
    this(space, coordinates, alpha, Form.NORMAL);
  }

  SpaceColor(ColorSpace space, Triple coordinates, double alpha, Form form) {
    this(space, coordinates, alpha, form, 0);
  }

  double x() {
    return coordinates.x();
  }

  double y() {
    return coordinates.y();
  }

  double z() {
    return coordinates.z();
  }

  /// This colour in another space; nothing is clipped.
  SpaceColor to(ColorSpace target) {
    if (target == space) {
      return this;
    }
    return new SpaceColor(target, coordinatesIn(target), alpha);
  }

  /// The coordinates this colour has in another space.
  Triple coordinatesIn(ColorSpace target) {
    if (form == Form.SPOILT) {
      return ColorConversion.convertSpoilt(coordinates, space, target);
    }
    boolean toHue = target.axes() == ColorSpace.Axes.HUE_AND_PERCENTS && space == ColorSpace.SRGB;
    if (toHue && form == Form.SURPLUS) {
      Triple hsl = HueSpaces.rgbToHsl(coordinates.withoutNaN(), surplus);
      return ColorConversion.descend(hsl, ColorSpace.HSL, target);
    }
    Triple converted = ColorConversion.convert(coordinates, space, target);
    return toHue && form == Form.HUELESS ? converted.with(0, Double.NaN) : converted;
  }

  /// This colour with one coordinate of any space replaced; it stays in its own space.
  SpaceColor with(ColorSpace where, int index, double value) {
    Triple changed = coordinatesIn(where).with(index, value);
    if (where == space) {
      return new SpaceColor(space, changed, alpha, form, surplus);
    }
    return new SpaceColor(space, ColorConversion.convert(changed, where, space), alpha);
  }

  /// This colour with other coordinates in its own space.
  SpaceColor with(Triple changed) {
    return new SpaceColor(space, changed, alpha);
  }

  /// This colour with another alpha.
  SpaceColor withAlpha(double changed) {
    return new SpaceColor(space, coordinates, changed, form, surplus);
  }
}
