package sluice.format.figma;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.PropertyFamily;

/// Outcomes met before, found again by the family of properties and the bytes of the fields it
/// reads.
///
/// Designs repeat themselves: most nodes with one combination of tokens also have the same old
/// values. A fixed number of places, two for each hash; a newcomer takes the place of an older one,
/// so the memo costs bounded memory and a lost entry costs only time. Safe for use by several
/// threads.
final class OutcomeMemo {
  /// Outcomes kept at most.
  static final int ENTRIES_MAX = 4096;

  /// Outcomes that depend on more bytes than this are not kept; they rarely come again.
  private static final int FIELDS_SIZE_BYTES_MAX = 4 * 1024;

  /// What the memo takes when it is full of usual outcomes, about a kilobyte each.
  static final long SIZE_BYTES_MAX = ENTRIES_MAX * 1024L;

  /// Hashes met once are remembered in so many places.
  private static final int MET_ONCE_MAX = 32 * 1024;

  /// One newcomer in so many takes the place of an older entry.
  private static final int DISPLACED_EVERY = 16;

  /// One byte in so many goes into the hash; all are compared.
  private static final int HASH_STRIDE = 4;

  private final AtomicInteger displaced = new AtomicInteger();
  private final AtomicIntegerArray metOnce = new AtomicIntegerArray(MET_ONCE_MAX);
  private final AtomicReferenceArray<@Nullable Entry> entries =
      new AtomicReferenceArray<>(ENTRIES_MAX);
  private final boolean enabled;

  /// One outcome and what it belongs to: the numbers of the fields that decide, in input order,
  /// their bytes in one piece, and where each field's end in it.
  private static final class Entry {
    final PropertyFamily family;
    final int hash;
    final int[] fields;
    final int[] ends;
    final byte[] bytes;
    final Outcome outcome;

    Entry(
        PropertyFamily family, int hash, int[] fields, int[] ends, byte[] bytes, Outcome outcome) {
      this.family = family;
      this.hash = hash;
      this.fields = fields;
      this.ends = ends;
      this.bytes = bytes;
      this.outcome = outcome;
    }
  }

  OutcomeMemo(boolean enabled) {
    this.enabled = enabled;
  }

  /// The hash of what decides.
  int hash(PropertyFamily family, FieldTable fields, byte[] bytes) {
    long reads = family.reads();
    int hash = System.identityHashCode(family);
    for (int row = 0; row < fields.count(); row++) {
      if ((reads & 1L << fields.field(row)) != 0) {
        hash = 31 * hash + fields.field(row);
        int from = fields.textFrom(row);
        int to = from + fields.textSize(row);
        hash = 31 * hash + to - from;
        for (int i = to - 1; i >= from; i -= HASH_STRIDE) {
          hash = 31 * hash + bytes[i];
        }
      }
    }
    return hash;
  }

  @Nullable Outcome find(PropertyFamily family, int hash, FieldTable fields, byte[] bytes) {
    if (!enabled) {
      return null;
    }
    int place = place(hash);
    for (int i = place; i < place + 2; i++) {
      Entry entry = entries.get(i);
      if (entry != null
          && entry.hash == hash
          && entry.family == family
          && sameFields(entry, fields, bytes)) {
        return entry.outcome;
      }
    }
    return null;
  }

  void keep(PropertyFamily family, int hash, FieldTable fields, byte[] bytes, Outcome outcome) {
    if (!enabled || metOnce.getAndSet(hash & (MET_ONCE_MAX - 1), hash) != hash) {
      return;
    }
    long reads = family.reads();
    int count = 0;
    int size = 0;
    for (int row = 0; row < fields.count(); row++) {
      if ((reads & 1L << fields.field(row)) != 0) {
        count++;
        size += fields.textSize(row);
      }
    }
    if (size > FIELDS_SIZE_BYTES_MAX) {
      return;
    }
    int[] numbers = new int[count];
    int[] ends = new int[count];
    byte[] copy = new byte[size];
    int at = 0;
    int next = 0;
    for (int row = 0; row < fields.count(); row++) {
      if ((reads & 1L << fields.field(row)) != 0) {
        System.arraycopy(bytes, fields.textFrom(row), copy, at, fields.textSize(row));
        at += fields.textSize(row);
        numbers[next] = fields.field(row);
        ends[next++] = at;
      }
    }
    Entry entry = new Entry(family, hash, numbers, ends, copy, outcome);
    int place = place(hash);
    if (!entries.compareAndSet(place, null, entry)
        && !entries.compareAndSet(place + 1, null, entry)
        && displaced.incrementAndGet() % DISPLACED_EVERY == 0) {
      entries.set(place, entry);
    }
  }

  private static int place(int hash) {
    return (hash ^ hash >>> 13) & (ENTRIES_MAX - 2);
  }

  private static boolean sameFields(Entry entry, FieldTable fields, byte[] bytes) {
    long reads = entry.family.reads();
    int next = 0;
    int start = 0;
    for (int row = 0; row < fields.count(); row++) {
      if ((reads & 1L << fields.field(row)) == 0) {
        continue;
      }
      if (next == entry.fields.length || entry.fields[next] != fields.field(row)) {
        return false;
      }
      int from = fields.textFrom(row);
      int end = entry.ends[next++];
      if (!Arrays.equals(entry.bytes, start, end, bytes, from, from + fields.textSize(row))) {
        return false;
      }
      start = end;
    }
    return next == entry.fields.length;
  }
}
