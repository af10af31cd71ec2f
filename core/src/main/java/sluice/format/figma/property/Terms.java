package sluice.format.figma.property;

/// In whose terms fields are read and written.
///
/// In the terms of the Plugin API a field of [FigmaField] that REST keeps in one value may be
/// several fields of the node; it is then an object whose members are those fields:
/// `RECTANGLE_CORNER_RADII` is `{topLeftRadius, …}`, `STYLE` is `{fontName, fontSize, …}`, `SIZE`
/// is `{width, height}`, `RELATIVE_TRANSFORM` is `{x, y}`.
public enum Terms {
  /// Nodes of a file, as the REST API gives them.
  REST,
  /// Nodes of an open file, as the Plugin API has them.
  PLUGIN
}
