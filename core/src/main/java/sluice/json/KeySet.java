package sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A fixed set of object keys that can be told apart straight from bytes, without making a string.
public final class KeySet {
  private final byte[][] keys;
  private final int[] table;
  private final int mask;

  /// The keys, numbered from 0 in the given order.
  public KeySet(List<String> names) {
    keys = new byte[names.size()][];
    int size = Integer.highestOneBit(Math.max(4, names.size() * 4)) * 2;
    mask = size - 1;
    table = new int[size];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
      int slot = hash(keys[i], 0, keys[i].length) & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = i + 1;
    }
  }

  /// The number of the key in `bytes[from..to)`, or -1.
  public int find(byte[] bytes, int from, int to) {
    int slot = hash(bytes, from, to) & mask;
    for (int entry = table[slot]; entry != 0; entry = table[slot]) {
      if (same(keys[entry - 1], bytes, from, to)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /// The number of a key given as text, or -1.
  public int find(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return find(bytes, 0, bytes.length);
  }

  private static boolean same(byte[] key, byte[] bytes, int from, int to) {
    if (key.length != to - from) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /// Length, first, middle and last bytes tell field names apart well; reading all would cost more.
  private static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return 0;
    }
    int hash = length * 31 + bytes[from];
    hash = hash * 31 + bytes[from + (length >> 1)];
    hash = hash * 31 + bytes[to - 1];
    return hash ^ hash >>> 7;
  }
}
