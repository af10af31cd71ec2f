package sluice.json;

import java.util.Arrays;

/// The items of a small array in bytes that are known to be valid JSON: where they lie.
public final class ArraySpans {
  private static final int ROOM_AT_START = 4;

  private int[] places = new int[2 * ROOM_AT_START];
  private int count;

  /// Reads the array that starts at `from`.
  public ArraySpans(byte[] bytes, int from) {
    int at = JsonSpans.skipWhite(bytes, from + 1);
    while (bytes[at] != ']') {
      if (bytes[at] == ',') {
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      int end = JsonSpans.endOfValue(bytes, at);
      add(at, end);
      at = JsonSpans.skipWhite(bytes, end);
    }
  }

  private void add(int from, int to) {
    if (2 * count == places.length) {
      places = Arrays.copyOf(places, 4 * count);
    }
    places[2 * count] = from;
    places[2 * count + 1] = to;
    count++;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// The first byte of an item.
  public int from(int item) {
    return places[2 * item];
  }

  /// The byte behind an item.
  public int to(int item) {
    return places[2 * item + 1];
  }
}
