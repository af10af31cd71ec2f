package sluice.format.figma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.json.JsonSpans;
import sluice.json.JsonText;

/// The members of a small object inside a field: where their keys and values lie.
///
/// Keys stay bytes until an edit adds or removes members, which is rarer than replacing a value.
final class ObjectRows {
  private static final int KEY_FROM = 0;
  private static final int KEY_TO = 1;
  private static final int VALUE_FROM = 2;
  private static final int VALUE_TO = 3;
  private static final int STRIDE = 4;
  private static final int ROOM_AT_START = 6;

  private final byte[] bytes;
  private final int from;
  private int[] places = new int[ROOM_AT_START * STRIDE];
  private int count;

  /// Reads the object that starts at `from`.
  ObjectRows(byte[] bytes, int from) {
    this.bytes = bytes;
    this.from = from;
    int at = JsonSpans.skipWhite(bytes, from + 1);
    while (bytes[at] != '}') {
      if (bytes[at] == ',') {
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      int keyEnd = JsonSpans.endOfValue(bytes, at);
      int valueFrom = JsonSpans.skipWhite(bytes, JsonSpans.skipWhite(bytes, keyEnd) + 1);
      int valueTo = JsonSpans.endOfValue(bytes, valueFrom);
      add(at, keyEnd, valueFrom, valueTo);
      at = JsonSpans.skipWhite(bytes, valueTo);
    }
  }

  private void add(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    int start = count * STRIDE;
    if (start == places.length) {
      places = Arrays.copyOf(places, start * 2);
    }
    places[start + KEY_FROM] = keyFrom;
    places[start + KEY_TO] = keyTo;
    places[start + VALUE_FROM] = valueFrom;
    places[start + VALUE_TO] = valueTo;
    count++;
  }

  /// The number of a key's member, of several the last one's, or -1.
  int find(String key) {
    for (int member = count - 1; member >= 0; member--) {
      int start = member * STRIDE;
      if (JsonText.is(key, bytes, places[start + KEY_FROM] + 1, places[start + KEY_TO] - 1)) {
        return member;
      }
    }
    return -1;
  }

  int valueFrom(int member) {
    return places[member * STRIDE + VALUE_FROM];
  }

  int valueTo(int member) {
    return places[member * STRIDE + VALUE_TO];
  }

  /// The object as something to add members to and take members from.
  ///
  /// @param offset what the object's first byte counts as in the splices
  /// @param splices where the splices go
  Edit edit(long offset, List<ObjectEdit.Splice> splices) {
    long shift = offset - from;
    FieldTable rows = new FieldTable();
    List<String> keys = new ArrayList<>();
    long previousEnd = FieldTable.NONE;
    for (int start = 0; start < count * STRIDE; start += STRIDE) {
      String key = JsonText.decode(bytes, places[start] + 1, places[start + KEY_TO] - 1);
      long keyStart = places[start] + shift;
      long valueEnd = places[start + VALUE_TO] + shift;
      rows.nextKey(keyStart, previousEnd);
      rows.add(
          number(keys, key),
          keyStart,
          places[start + VALUE_FROM] + shift,
          valueEnd,
          previousEnd,
          places[start + VALUE_FROM]);
      previousEnd = valueEnd;
    }
    ObjectEdit object = new ObjectEdit(rows, offset, previousEnd, indent(), isSpaced(), splices);
    return new Edit(object, rows, keys);
  }

  private static int number(List<String> keys, String key) {
    int known = keys.indexOf(key);
    if (known >= 0) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  /// White space before the last key.
  private String indent() {
    if (count == 0) {
      return "";
    }
    int keyFrom = places[(count - 1) * STRIDE];
    int start = from + 1;
    if (count > 1) {
      start = JsonSpans.skipWhite(bytes, places[(count - 2) * STRIDE + VALUE_TO]) + 1;
    }
    return JsonText.decode(bytes, start, keyFrom);
  }

  /// Whether a blank follows the last colon.
  private boolean isSpaced() {
    int start = (count - 1) * STRIDE;
    return count > 0 && places[start + VALUE_FROM] > places[start + KEY_TO] + 1;
  }

  /// An edit of the object's members by key.
  record Edit(ObjectEdit object, FieldTable rows, List<String> keys) {
    void remove(String key) {
      int number = keys.indexOf(key);
      int row = number < 0 ? -1 : rows.find(number);
      if (row >= 0) {
        object.remove(row);
      }
    }
  }
}
