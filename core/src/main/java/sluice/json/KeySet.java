package sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A fixed set of object keys that can be told apart straight from bytes, without making a string.
public final class KeySet {
  private final byte[][] keys;
  private final long[] firstEight;
  private final int[] table;
  private final int mask;

  /// The keys, numbered from 0 in the given order.
  public KeySet(List<String> names) {
    keys = new byte[names.size()][];
    firstEight = new long[keys.length];
    int size = Integer.highestOneBit(Math.max(4, names.size() * 4)) * 2;
    mask = size - 1;
    table = new int[size];
    for (int i = 0; i < keys.length; i++) {
      byte[] key = names.get(i).getBytes(StandardCharsets.UTF_8);
      keys[i] = key;
      firstEight[i] = Bytes.firstEight(key, 0, key.length);
      int slot = slot(firstEight[i], key, 0, key.length);
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = i + 1;
    }
  }

  /// The number of the key in `bytes[from..to)`, or -1.
  public int find(byte[] bytes, int from, int to) {
    long eight = Bytes.firstEight(bytes, from, to);
    int size = to - from;
    int slot = slot(eight, bytes, from, to);
    for (int entry = table[slot]; entry != 0; entry = table[slot]) {
      byte[] key = keys[entry - 1];
      if (key.length == size
          && firstEight[entry - 1] == eight
          && (size <= Long.BYTES || Bytes.same(bytes, from, key))) {
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

  /// Length, first eight and last bytes tell field names apart well; reading all would cost more.
  private int slot(long eight, byte[] bytes, int from, int to) {
    if (to == from) {
      return 0;
    }
    long mixed =
        (eight ^ ((long) (to - from) << 59) ^ ((long) bytes[to - 1] << 51)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }
}
