package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import sluice.json.JsonSpans;
import sluice.json.JsonText;

/// The members of a small object inside a field, with their places in the input.
final class ObjectRows {
  final FieldTable rows = new FieldTable();
  final List<String> keys = new ArrayList<>();
  final long lastValueEnd;
  final boolean spaced;
  final String indent;

  /// Reads the object that starts at `from`.
  ///
  /// @param offset where that byte lies in the input
  ObjectRows(byte[] bytes, int from, long offset) {
    long shift = offset - from;
    int at = JsonSpans.skipWhite(bytes, from + 1);
    int indentFrom = from + 1;
    long previousEnd = FieldTable.NONE;
    boolean space = false;
    String white = "";
    while (bytes[at] != '}') {
      if (bytes[at] == ',') {
        indentFrom = at + 1;
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      white = JsonText.decode(bytes, indentFrom, at);
      int keyEnd = JsonSpans.endOfValue(bytes, at);
      int valueStart = JsonSpans.skipWhite(bytes, JsonSpans.skipWhite(bytes, keyEnd) + 1);
      int valueEnd = JsonSpans.endOfValue(bytes, valueStart);
      space = valueStart > keyEnd + 1;
      String key = JsonText.decode(bytes, at + 1, keyEnd - 1);
      rows.nextKey(at + shift, previousEnd);
      rows.add(
          number(key), at + shift, valueStart + shift, valueEnd + shift, previousEnd, valueStart);
      previousEnd = valueEnd + shift;
      at = JsonSpans.skipWhite(bytes, valueEnd);
    }
    lastValueEnd = previousEnd;
    spaced = space;
    indent = white;
  }

  private int number(String key) {
    int known = keys.indexOf(key);
    if (known >= 0) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  /// The row of a key, or -1.
  int find(String key) {
    int number = keys.indexOf(key);
    return number < 0 ? -1 : rows.find(number);
  }
}
