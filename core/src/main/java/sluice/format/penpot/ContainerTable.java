package sluice.format.penpot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.report.gather.Counts;

/// What is counted in shapes that hold others, and which shape each of them is in.
///
/// Shapes come in any order, so a row may be made by what is inside before the shape itself comes.
/// A row is found by a hash of page and id in 128 bits, so large that two are never the same. At
/// most [#ROWS_MAX] rows; what belongs to a further one is counted on its page only.
final class ContainerTable {
  /// Shapes that hold others, and shapes directly on a page.
  static final int ROWS_MAX = 32_768;

  /// Shapes inside each other; in a circle there is no end.
  private static final int DEPTH_MAX = PenpotLimits.ANCESTRY_DEPTH_MAX;

  private static final int ROWS_AT_START = 256;
  private static final int NONE = -1;

  private long[] high = new long[ROWS_AT_START];
  private long[] low = new long[ROWS_AT_START];

  /// The row of the shape it is in, or [#NONE] while that is not known.
  private int[] parents = new int[ROWS_AT_START];

  private Counts[] counts = new Counts[ROWS_AT_START];

  /// Row number plus one by hash, 0 for an empty place; half of the places stay empty.
  private int[] places = new int[4 * ROWS_AT_START];

  private int rowCount;

  /// The row of a shape, made if need be, or -1 when there are too many.
  int row(String page, String id) {
    long first = hash(page, id, 0xcbf29ce484222325L);
    long second = hash(page, id, 0x9ae16a3b2f90404fL);
    int place = place(first, second);
    if (places[place] != 0) {
      return places[place] - 1;
    }
    if (rowCount == ROWS_MAX) {
      return NONE;
    }
    if (rowCount == high.length) {
      grow();
      place = place(first, second);
    }
    high[rowCount] = first;
    low[rowCount] = second;
    parents[rowCount] = NONE;
    counts[rowCount] = new Counts();
    places[place] = ++rowCount;
    return rowCount - 1;
  }

  private int place(long first, long second) {
    int mask = places.length - 1;
    int place = (int) first & mask;
    while (places[place] != 0) {
      int row = places[place] - 1;
      if (high[row] == first && low[row] == second) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    int size = 2 * rowCount;
    high = Arrays.copyOf(high, size);
    low = Arrays.copyOf(low, size);
    parents = Arrays.copyOf(parents, size);
    counts = Arrays.copyOf(counts, size);
    places = new int[4 * size];
    for (int row = 0; row < rowCount; row++) {
      places[place(high[row], low[row])] = row + 1;
    }
  }

  int rowCount() {
    return rowCount;
  }

  /// What is counted in a shape, those inside its shapes not included.
  Counts counts(int row) {
    return counts[row];
  }

  /// Says which shape another one is in.
  void parent(int row, int parent) {
    parents[row] = parent;
  }

  /// Adds everything up.
  ///
  /// @return by row what is counted in a shape that is in no other, with all inside; null for other
  ///   rows
  @Nullable Counts[] sums() {
    @Nullable Counts[] sums = new Counts[rowCount];
    for (int row = 0; row < rowCount; row++) {
      int top = row;
      for (int depth = 0; parents[top] != NONE && depth < DEPTH_MAX; depth++) {
        top = parents[top];
      }
      Counts sum = sums[top];
      if (sum == null) {
        sum = new Counts();
        sums[top] = sum;
      }
      sum.add(counts[row]);
    }
    return sums;
  }

  /// FNV-1a over page and id, then spread.
  private static long hash(String page, String id, long seed) {
    long hash = seed;
    for (int i = 0; i < page.length(); i++) {
      hash = (hash ^ page.charAt(i)) * 0x100000001b3L;
    }
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
  }
}
