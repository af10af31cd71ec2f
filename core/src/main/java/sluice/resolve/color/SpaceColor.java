package sluice.resolve.color;

/// A colour in any space.
///
/// @param space what the coordinates mean
/// @param coordinates the three numbers; a hue may be NaN
/// @param alpha at most 1
/// @param form how the text it was read from makes it behave
record SpaceColor(ColorSpace space, Triple coordinates, double alpha, Form form) {

  /// Quirks of the plugin's colour library (npm `colorjs.io` 0.4.5) that depend on how a colour was
  /// written; they are gone once the colour has been converted.
  enum Form {
    /// None.
    NORMAL,
    /// `color(srgb …)`: its hue is taken for missing.
    HUELESS,
    /// Four plain coordinates, as in `rgb(1%, 2%, 3%, 0.5)`: can't be written in its own space.
    SURPLUS
  }

  SpaceColor(ColorSpace space, Triple coordinates, double alpha) {
    this(space, coordinates, alpha, Form.NORMAL);
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
    Triple converted = ColorConversion.convert(coordinates, space, target);
    boolean hueLost =
        form == Form.HUELESS
            && target.axes() == ColorSpace.Axes.HUE_AND_PERCENTS
            && space == ColorSpace.SRGB;
    return hueLost ? converted.with(0, Double.NaN) : converted;
  }

  /// This colour with one coordinate of any space replaced; it stays in its own space.
  SpaceColor with(ColorSpace where, int index, double value) {
    Triple changed = coordinatesIn(where).with(index, value);
    if (where == space) {
      return new SpaceColor(space, changed, alpha, form);
    }
    return new SpaceColor(space, ColorConversion.convert(changed, where, space), alpha);
  }

  /// This colour with other coordinates in its own space.
  SpaceColor with(Triple changed) {
    return new SpaceColor(space, changed, alpha);
  }

  /// This colour with another alpha.
  SpaceColor withAlpha(double changed) {
    return new SpaceColor(space, coordinates, changed, form);
  }
}
