package sluice.finding.report;

import java.util.Arrays;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A set of keys, 32 bytes each at most.
final class KeyTable {
  /// Keys in it; twice as many places are 32 MB.
  static final int KEYS_MAX = 1_000_000;

  private static final int PLACES_AT_START = 1024;

  /// Two for each place; a key of zeros is none that SHA-256 is known to give, and stands for an
  /// empty place.
  private long[] places = new long[2 * PLACES_AT_START];

  private int count;

  boolean has(FindingKey key) {
    int place = place(places, key);
    return places[place] != 0 || places[place + 1] != 0;
  }

  /// Adds a key that may be there already.
  ///
  /// @throws SluiceException `limit-exceeded` when there are too many
  void add(FindingKey key) {
    int place = place(places, key);
    if (places[place] != 0 || places[place + 1] != 0) {
      return;
    }
    if (count == KEYS_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "a baseline has too many findings")
              .because("at most %,d can be known".formatted(KEYS_MAX))
              .advising("limit it to some documents or pages, or repair the most frequent ones"));
    }
    put(places, place, key);
    if (++count > places.length / 4) {
      grow();
    }
  }

  int count() {
    return count;
  }

  /// All keys in order.
  FindingKey[] sorted() {
    FindingKey[] keys = new FindingKey[count];
    int at = 0;
    for (int i = 0; i < places.length; i += 2) {
      if (places[i] != 0 || places[i + 1] != 0) {
        keys[at++] = new FindingKey(places[i], places[i + 1]);
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  private void grow() {
    long[] larger = new long[places.length * 2];
    for (int i = 0; i < places.length; i += 2) {
      if (places[i] != 0 || places[i + 1] != 0) {
        FindingKey key = new FindingKey(places[i], places[i + 1]);
        put(larger, place(larger, key), key);
      }
    }
    places = larger;
  }

  private static void put(long[] table, int place, FindingKey key) {
    table[place] = key.high();
    table[place + 1] = key.low();
  }

  /// The place of a key, or the empty one where it belongs.
  private static int place(long[] table, FindingKey key) {
    int mask = table.length / 2 - 1;
    int place = (int) key.low() & mask;
    while (true) {
      long high = table[2 * place];
      long low = table[2 * place + 1];
      if ((high == key.high() && low == key.low()) || (high == 0 && low == 0)) {
        return 2 * place;
      }
      place = (place + 1) & mask;
    }
  }
}
