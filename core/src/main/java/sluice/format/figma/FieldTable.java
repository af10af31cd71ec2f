package sluice.format.figma;

import java.util.Arrays;

/// The fields of one node that tokens read or write: where each lies in the input, and where its
/// bytes were set aside.
///
/// One row per field, in input order; of a key that occurs twice the last occurrence counts, as in
/// every JSON parser Figma's own files meet.
final class FieldTable {
  /// Stands for "no such byte": the field is its object's first or last member.
  static final long NONE = -1;

  private static final int KEY_START = 0;
  private static final int VALUE_START = 1;
  private static final int VALUE_END = 2;
  private static final int PREVIOUS_END = 3;
  private static final int NEXT_KEY = 4;
  private static final int STRIDE = 5;
  private static final int ROWS_AT_START = 8;

  private int[] fields = new int[ROWS_AT_START];
  private int[] textFrom = new int[ROWS_AT_START];
  private long[] places = new long[ROWS_AT_START * STRIDE];
  private int count;

  /// For each field that has a row the bit of its number, modulo 64: most questions end here.
  private long present;

  int count() {
    return count;
  }

  void clear() {
    count = 0;
    present = 0;
  }

  void add(int field, long keyStart, long valueStart, long valueEnd, long previousEnd, int from) {
    long bit = 1L << field;
    if ((present & bit) != 0) {
      int row = find(field);
      if (row >= 0) {
        remove(row);
      }
    }
    present |= bit;
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, count * 2);
      textFrom = Arrays.copyOf(textFrom, count * 2);
      places = Arrays.copyOf(places, count * 2 * STRIDE);
    }
    fields[count] = field;
    textFrom[count] = from;
    int at = count * STRIDE;
    places[at + KEY_START] = keyStart;
    places[at + VALUE_START] = valueStart;
    places[at + VALUE_END] = valueEnd;
    places[at + PREVIOUS_END] = previousEnd;
    places[at + NEXT_KEY] = NONE;
    count++;
  }

  private void remove(int row) {
    int after = count - row - 1;
    System.arraycopy(fields, row + 1, fields, row, after);
    System.arraycopy(textFrom, row + 1, textFrom, row, after);
    System.arraycopy(places, (row + 1) * STRIDE, places, row * STRIDE, after * STRIDE);
    count--;
  }

  /// Says where the key after the last row is, when that row is the member just before it.
  void nextKey(long keyStart, long previousEnd) {
    if (count > 0 && valueEnd(count - 1) == previousEnd) {
      places[(count - 1) * STRIDE + NEXT_KEY] = keyStart;
    }
  }

  /// Takes over another table, its bytes now `shift` further on.
  void copyFrom(FieldTable other, int shift) {
    count = other.count;
    present = other.present;
    if (fields.length < count) {
      fields = new int[other.fields.length];
      textFrom = new int[other.fields.length];
      places = new long[other.fields.length * STRIDE];
    }
    System.arraycopy(other.fields, 0, fields, 0, count);
    System.arraycopy(other.places, 0, places, 0, count * STRIDE);
    for (int row = 0; row < count; row++) {
      textFrom[row] = other.textFrom[row] + shift;
    }
  }

  /// The row of a field, or -1.
  int find(int field) {
    if ((present & 1L << field) == 0) {
      return -1;
    }
    for (int row = 0; row < count; row++) {
      if (fields[row] == field) {
        return row;
      }
    }
    return -1;
  }

  int field(int row) {
    return fields[row];
  }

  long keyStart(int row) {
    return places[row * STRIDE + KEY_START];
  }

  long valueStart(int row) {
    return places[row * STRIDE + VALUE_START];
  }

  long valueEnd(int row) {
    return places[row * STRIDE + VALUE_END];
  }

  /// End of the member before, or [#NONE].
  long previousEnd(int row) {
    return places[row * STRIDE + PREVIOUS_END];
  }

  /// Start of the key after, or [#NONE].
  long nextKey(int row) {
    return places[row * STRIDE + NEXT_KEY];
  }

  int textFrom(int row) {
    return textFrom[row];
  }

  int textSize(int row) {
    return (int) (valueEnd(row) - valueStart(row));
  }
}
