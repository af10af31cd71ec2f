package sluice.discover;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// What was worked out once per combination of applied tokens, found again by the bytes that say
/// which combination it is. Bounded; safe for use by several threads.
///
/// When [#entriesMax] combinations are known, further ones are worked out each time they are met,
/// and so are those written in more than [#KEY_SIZE_BYTES_MAX] bytes: that costs time, never memory
/// and never another result.
///
/// Looking up is done for each node and makes no objects but a checksum: places are tried one after
/// the other from the hash on, without a lock. An entry never changes and is never taken away, so
/// whoever does not see it yet looks again under the lock.
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

  private static final int PLACES_AT_START = 1_024;

  /// Combinations that may be worked out at once; those of one lock wait for each other.
  private static final int LOCK_COUNT = 16;

  private final int entriesMax;
  private final Object[] locks = new Object[LOCK_COUNT];

  /// A power of two of places, at least twice as many as there are entries.
  private volatile @Nullable Entry<V>[] entries = places(PLACES_AT_START);

  private volatile int size;

  /// What was found for a combination.
  ///
  /// @param value what belongs to it
  /// @param known whether it had been worked out before
  /// @param <V> what is worked out
  public record Found<V>(V value, boolean known) {}

  private static final class Entry<V> {
    final int hash;
    final byte[] key;
    final Found<V> found;

    Entry(int hash, byte[] key, Found<V> found) {
      this.hash = hash;
      this.key = key;
      this.found = found;
    }
  }

  /// A table for at most `entriesMax` combinations; 0 keeps none.
  public CombinationTable(int entriesMax) {
    this.entriesMax = entriesMax;
    Arrays.setAll(locks, _ -> new Object());
  }

  /// What belongs to the combination written as `bytes[from..to)`, or null when it is not known.
  public @Nullable V find(byte[] bytes, int from, int to) {
    Found<V> known = find(hash(bytes, from, to), bytes, from, to);
    return known == null ? null : known.value();
  }

  /// What belongs to the combination written as `bytes[from..to)`, worked out if it is not known.
  /// Two threads that meet a new combination at once work it out once, and one of them waits.
  public Found<V> get(byte[] bytes, int from, int to, Supplier<V> workOut) {
    int hash = hash(bytes, from, to);
    Found<V> known = find(hash, bytes, from, to);
    if (known != null) {
      return known;
    }
    if (size >= entriesMax || to - from > KEY_SIZE_BYTES_MAX) {
      return new Found<>(workOut.get(), false);
    }
    synchronized (locks[hash & (LOCK_COUNT - 1)]) {
      known = find(hash, bytes, from, to);
      if (known != null) {
        return known;
      }
      V made = workOut.get();
      keep(new Entry<>(hash, Arrays.copyOfRange(bytes, from, to), new Found<>(made, true)));
      return new Found<>(made, false);
    }
  }

  /// Combinations kept now.
  public int size() {
    return size;
  }

  private @Nullable Found<V> find(int hash, byte[] bytes, int from, int to) {
    @Nullable Entry<V>[] places = entries;
    int mask = places.length - 1;
    int place = hash & mask;
    for (Entry<V> entry = places[place]; entry != null; entry = places[place]) {
      if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, bytes, from, to)) {
        return entry.found;
      }
      place = (place + 1) & mask;
    }
    return null;
  }

  private synchronized void keep(Entry<V> entry) {
    if (size >= entriesMax) {
      return;
    }
    if (size * 2 >= entries.length) {
      entries = grown(entries);
    }
    put(entries, entry);
    size++;
  }

  @SuppressWarnings("unchecked")
  private static <V> @Nullable Entry<V>[] places(int count) {
    return (Entry<V>[]) new Entry<?>[count];
  }

  private static <V> @Nullable Entry<V>[] grown(@Nullable Entry<V>[] few) {
    @Nullable Entry<V>[] more = places(few.length * 2);
    for (Entry<V> entry : few) {
      if (entry != null) {
        put(more, entry);
      }
    }
    return more;
  }

  private static <V> void put(@Nullable Entry<V>[] places, Entry<V> entry) {
    int mask = places.length - 1;
    int place = entry.hash & mask;
    while (places[place] != null) {
      place = (place + 1) & mask;
    }
    places[place] = entry;
  }

  /// A checksum: the platform works it out many bytes at a time, whichever compiler is at work.
  private static int hash(byte[] bytes, int from, int to) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, to - from);
    return (int) sum.getValue();
  }
}
