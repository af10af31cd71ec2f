package sluice.format.figma;

import java.util.concurrent.atomic.AtomicInteger;
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

  /// What the memo takes when it is full of usual outcomes, about a kilobyte each.
  static final long SIZE_BYTES_MAX = ENTRIES_MAX * 1024L;

  /// Hashes met once are remembered in so many places.
  private static final int MET_ONCE_MAX = 32 * 1024;

  /// One newcomer in so many takes the place of an older entry.
  private static final int DISPLACED_EVERY = 16;

  // Read and written without a lock. An entry never changes, so whoever sees one sees all of it;
  // whoever misses one, or a hash, or loses one to another thread, works an outcome out once more.
  private final int[] metOnce = new int[MET_ONCE_MAX];
  private final @Nullable Entry[] entries = new Entry[ENTRIES_MAX];
  private final AtomicInteger displaced = new AtomicInteger();
  private final boolean enabled;

  /// One outcome and what it belongs to.
  private static final class Entry {
    final PropertyFamily family;
    final int hash;
    final byte[] key;
    final Outcome outcome;

    Entry(PropertyFamily family, int hash, byte[] key, Outcome outcome) {
      this.family = family;
      this.hash = hash;
      this.key = key;
      this.outcome = outcome;
    }
  }

  OutcomeMemo(boolean enabled) {
    this.enabled = enabled;
  }

  /// The outcome of a family for a key, or null when it is not known.
  @Nullable Outcome find(MemoFamily family, MemoKey key) {
    if (!enabled) {
      return null;
    }
    int hash = key.hash();
    int place = place(hash);
    for (int i = place; i < place + 2; i++) {
      Entry entry = entries[i];
      if (entry != null
          && entry.hash == hash
          && entry.family == family.family()
          && key.equalTo(entry.key)) {
        return entry.outcome;
      }
    }
    return null;
  }

  void keep(MemoFamily family, MemoKey key, Outcome outcome) {
    int hash = key.hash();
    if (!enabled || !metBefore(hash)) {
      return;
    }
    int place = place(hash);
    if (entries[place] != null) {
      if (entries[place + 1] == null) {
        place++;
      } else if (displaced.incrementAndGet() % DISPLACED_EVERY != 0) {
        return;
      }
    }
    entries[place] = new Entry(family.family(), hash, key.copy(), outcome);
  }

  private boolean metBefore(int hash) {
    int place = hash & (MET_ONCE_MAX - 1);
    boolean met = metOnce[place] == hash;
    metOnce[place] = hash;
    return met;
  }

  private static int place(int hash) {
    return (hash ^ hash >>> 13) & (ENTRIES_MAX - 2);
  }
}
