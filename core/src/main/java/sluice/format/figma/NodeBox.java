package sluice.format.figma;

import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.report.Box;

/// Where a node is on its page, pixels; NaN where not known.
///
/// @param x left edge
/// @param y top edge
/// @param width extent to the right
/// @param height extent downwards
record NodeBox(double x, double y, double width, double height) {
  /// Stands for a place that is not known.
  static final Box NOWHERE = new Box(0, 0, 0, 0);

  static final NodeBox UNKNOWN = new NodeBox(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /// The box in the JSON of an `absoluteBoundingBox`, which may be `null` or nonsense.
  static NodeBox of(byte[] bytes, int from) {
    if (bytes[from] != '{') {
      return UNKNOWN;
    }
    try {
      return JsonTree.read(bytes, from) instanceof JsonValue.Obj box
          ? new NodeBox(
              number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height"))
          : UNKNOWN;
    } catch (JsonTree.TooDeepException e) {
      return UNKNOWN;
    }
  }

  boolean isKnown() {
    return !Double.isNaN(width) && !Double.isNaN(height);
  }

  /// The same for a report; nothing at the page's origin where it is not known.
  Box onPage() {
    return isKnown() && !Double.isNaN(x) && !Double.isNaN(y)
        ? new Box(x, y, Math.max(0, width), Math.max(0, height))
        : NOWHERE;
  }

  private static double number(JsonValue.Obj box, String key) {
    return box.members().get(key) instanceof JsonValue.Num number ? number.value() : Double.NaN;
  }
}
