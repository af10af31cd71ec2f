package sluice.fetch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which ids have been met. Keeps 128 bits of a digest of each, so that the length of ids does not
/// matter; that two ids share them does not happen.
final class IdSet {
  /// Ids that are noted, 16 bytes each, in a table at most half full: 32 MiB.
  static final int IDS_MAX = 1_000_000;

  private static final int SLOTS_AT_START = 1024;

  private final MessageDigest digest;
  private long[] table = new long[2 * SLOTS_AT_START];
  private int count;

  IdSet() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Notes an id.
  ///
  /// @return whether it is new
  boolean add(byte[] bytes, int from, int size) {
    digest.update(bytes, from, size);
    byte[] hash = digest.digest();
    // Never both 0, which marks an empty slot.
    long high = bits(hash, 0) | 1;
    long low = bits(hash, Long.BYTES);
    if (2 * (count + 1) > table.length / 2) {
      grow();
    }
    int slot = slot(table, high, low);
    if (table[slot] != 0) {
      return false;
    }
    table[slot] = high;
    table[slot + 1] = low;
    count++;
    return true;
  }

  /// How many have been noted.
  int count() {
    return count;
  }

  private static long bits(byte[] hash, int from) {
    long value = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      value = (value << 8) | (hash[i] & 0xFF);
    }
    return value;
  }

  private static int slot(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    int slot = (int) (low & mask);
    while (table[2 * slot] != 0 && (table[2 * slot] != high || table[2 * slot + 1] != low)) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0) {
        int slot = slot(larger, table[i], table[i + 1]);
        larger[slot] = table[i];
        larger[slot + 1] = table[i + 1];
      }
    }
    table = larger;
  }
}
