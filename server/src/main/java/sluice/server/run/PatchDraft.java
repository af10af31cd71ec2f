package sluice.server.run;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.server.frame.Frame;

/// A patch while operations are put into it. It has no number yet.
final class PatchDraft {
  /// Operations of one patch.
  static final int OPERATIONS_MAX = 200;

  /// Characters of the operations of one patch, so that its frame stays below its bound also where
  /// every character takes three bytes.
  static final int SIZE_CHARS_MAX = (Frame.SIZE_BYTES_MAX - 32 * 1024) / 3;

  private final StringBuilder operations = new StringBuilder();
  private final StringBuilder inverses = new StringBuilder();
  private final Map<String, Integer> fonts = new LinkedHashMap<>();
  private int operationCount;

  /// Whether one more operation of that many characters has room.
  boolean hasRoom(int sizeChars) {
    return operationCount < OPERATIONS_MAX && operations.length() + sizeChars <= SIZE_CHARS_MAX;
  }

  /// The number of a font, `{family, style}` as JSON, in the patch's table.
  int font(String json) {
    return fonts.computeIfAbsent(json, _ -> fonts.size());
  }

  /// Adds an operation and what takes it back, both as JSON.
  void add(String operation, String inverse) {
    operations.append(operationCount > 0 ? "," : "").append(operation);
    inverses.append(operationCount > 0 ? "," : "").append(inverse);
    operationCount++;
  }

  Patch numbered(long number) {
    return new Patch(
        number,
        "\"ops\":[" + operations + "],\"fonts\":[" + String.join(",", fonts.keySet()) + "]");
  }

  /// The operations that take it back, as a JSON array in the same order.
  String inverse() {
    return "[" + inverses + "]";
  }
}
