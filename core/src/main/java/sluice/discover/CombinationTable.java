package sluice.discover;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What was worked out once per combination of applied tokens, found again by the bytes that say
/// which combination it is. Bounded; safe for use by several threads.
///
/// When [#entriesMax] combinations are known, further ones are worked out each time they are met,
/// and so are those written in more than [#KEY_SIZE_BYTES_MAX] bytes: that costs time, never memory
/// and never another result.
///
/// @param <V> what is worked out; must not change
public final class CombinationTable<V> {
  /// Combinations kept unless a run says otherwise.
  public static final int ENTRIES_MAX = 10_000;

  /// Longer lists are worked out each time; a usual one takes a tenth of this.
  public static final int KEY_SIZE_BYTES_MAX = 4 * 1024;

  /// Combinations a large document usually has.
  public static final long ENTRIES_USUAL = 2_000;

  /// What one combination takes with its plans, an estimate.
  public static final long ENTRY_SIZE_BYTES = 2_048;

  private final int entriesMax;
  private final ConcurrentHashMap<Key, Found<V>> entries = new ConcurrentHashMap<>();

  /// What was found for a combination.
  ///
  /// @param value what belongs to it
  /// @param known whether it had been worked out before
  /// @param <V> what is worked out
  public record Found<V>(V value, boolean known) {}

  /// Bytes and their hash. A key used to look up may point into a larger array.
  private static final class Key {
    final byte[] bytes;
    final int from;
    final int to;
    final int hash;

    Key(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      int code = 1;
      for (int i = from; i < to; i++) {
        code = 31 * code + bytes[i];
      }
      this.hash = code;
    }

    Key copied() {
      return new Key(Arrays.copyOfRange(bytes, from, to), 0, to - from);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && hash == key.hash
          && Arrays.equals(bytes, from, to, key.bytes, key.from, key.to);
    }
  }

  /// A table for at most `entriesMax` combinations; 0 keeps none.
  public CombinationTable(int entriesMax) {
    this.entriesMax = entriesMax;
  }

  /// What belongs to the combination written as `bytes[from..to)`, worked out if it is not known.
  /// Two threads that meet a new combination at once work it out once, and one of them waits.
  public Found<V> get(byte[] bytes, int from, int to, Supplier<V> workOut) {
    Key key = new Key(bytes, from, to);
    Found<V> known = entries.get(key);
    if (known != null) {
      return known;
    }
    if (entries.size() >= entriesMax || to - from > KEY_SIZE_BYTES_MAX) {
      return new Found<>(workOut.get(), false);
    }
    boolean[] made = new boolean[1];
    Found<V> entry =
        entries.computeIfAbsent(
            key.copied(),
            _ -> {
              made[0] = true;
              return new Found<>(workOut.get(), true);
            });
    return made[0] ? new Found<>(entry.value(), false) : entry;
  }

  /// Combinations kept now.
  public int size() {
    return entries.size();
  }
}
