package sluice.format.figma;

import org.jspecify.annotations.Nullable;
import sluice.json.JsonNumber;
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
    NodeBox plain = plain(bytes, from);
    if (plain != null) {
      return plain;
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

  /// The same for a box as programs write it: four numbers, in any order, with any white space.
  ///
  /// @return null for anything else
  private static @Nullable NodeBox plain(byte[] bytes, int from) {
    double x = Double.NaN;
    double y = Double.NaN;
    double width = Double.NaN;
    double height = Double.NaN;
    int at = from;
    for (int i = 0; i < 4; i++) {
      at = after(i == 0 ? '{' : ',', bytes, at);
      int key = at + 1;
      if (at < 0 || bytes[at] != '"') {
        return null;
      }
      int keyEnd = bytes[key + 1] == '"' ? key + 1 : bytes[key] == 'w' ? key + 5 : key + 6;
      if (keyEnd + 2 >= bytes.length || bytes[keyEnd] != '"') {
        return null;
      }
      at = after(':', bytes, white(bytes, keyEnd + 1));
      int end = at < 0 ? -1 : JsonNumber.end(bytes, at);
      if (end <= at) {
        return null;
      }
      double number = JsonNumber.parse(bytes, at, end);
      at = white(bytes, end);
      if (is("x", bytes, key, keyEnd)) {
        x = number;
      } else if (is("y", bytes, key, keyEnd)) {
        y = number;
      } else if (is("width", bytes, key, keyEnd)) {
        width = number;
      } else if (is("height", bytes, key, keyEnd)) {
        height = number;
      } else {
        return null;
      }
    }
    boolean isWhole = bytes[at] == '}' && !Double.isNaN(x + y + width + height);
    return isWhole ? new NodeBox(x, y, width, height) : null;
  }

  /// The first byte that is no white space after a mark, or -1 when the mark is not there.
  private static int after(char mark, byte[] bytes, int at) {
    return at < 0 || bytes[at] != mark ? -1 : white(bytes, at + 1);
  }

  /// The text was scanned, so something follows.
  private static int white(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
    return at;
  }

  private static boolean is(String name, byte[] bytes, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
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
