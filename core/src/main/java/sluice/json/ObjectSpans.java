package sluice.json;

import java.util.Arrays;

/// The members of a small object in bytes that are known to be valid JSON: where their keys and
/// values lie.
///
/// Keys stay bytes until somebody asks for their text, which is rarer than replacing a value.
public final class ObjectSpans {
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
  public ObjectSpans(byte[] bytes, int from) {
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

  /// How many members there are, those with a key that occurs again included.
  public int count() {
    return count;
  }

  /// The number of a key's member, of several the last one's, or -1.
  public int find(String key) {
    for (int member = count - 1; member >= 0; member--) {
      int start = member * STRIDE;
      if (JsonText.is(key, bytes, places[start + KEY_FROM] + 1, places[start + KEY_TO] - 1)) {
        return member;
      }
    }
    return -1;
  }

  /// The key of a member, escapes decoded.
  public String key(int member) {
    return JsonText.decode(bytes, keyFrom(member) + 1, keyTo(member) - 1);
  }

  /// Whether a member has a key.
  public boolean is(int member, String key) {
    return JsonText.is(key, bytes, keyFrom(member) + 1, keyTo(member) - 1);
  }

  /// The opening brace.
  public int from() {
    return from;
  }

  /// The opening quote of a member's key.
  public int keyFrom(int member) {
    return places[member * STRIDE + KEY_FROM];
  }

  /// The byte behind the closing quote of a member's key.
  public int keyTo(int member) {
    return places[member * STRIDE + KEY_TO];
  }

  /// The first byte of a member's value.
  public int valueFrom(int member) {
    return places[member * STRIDE + VALUE_FROM];
  }

  /// The byte behind a member's value.
  public int valueTo(int member) {
    return places[member * STRIDE + VALUE_TO];
  }

  /// White space before the last key.
  public String indent() {
    if (count == 0) {
      return "";
    }
    int start = from + 1;
    if (count > 1) {
      start = JsonSpans.skipWhite(bytes, valueTo(count - 2)) + 1;
    }
    return JsonText.decode(bytes, start, keyFrom(count - 1));
  }

  /// Whether a blank follows the last colon.
  public boolean isSpaced() {
    return count > 0 && valueFrom(count - 1) > keyTo(count - 1) + 1;
  }
}
