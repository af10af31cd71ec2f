package sluice.format.penpot;

import java.util.Arrays;

/// A short text to find in bytes, many times (Horspool, *Practical fast searching in strings*):
/// most bytes are never looked at.
final class BytePattern {
  private static final int ALPHABET = 256;

  private final byte[] text;
  private final int[] skip = new int[ALPHABET];

  BytePattern(byte[] text) {
    this.text = text.clone();
    Arrays.fill(skip, text.length);
    for (int i = 0; i < text.length - 1; i++) {
      skip[text[i] & 0xFF] = text.length - 1 - i;
    }
  }

  /// Whether the first `count` bytes hold it.
  boolean isIn(byte[] bytes, int count) {
    return find(bytes, 0, count) >= 0;
  }

  /// Where it is first from `from` on, before `count`, or -1.
  int find(byte[] bytes, int from, int count) {
    int last = text.length - 1;
    int at = from + last;
    while (at < count) {
      int back = 0;
      while (back <= last && bytes[at - back] == text[last - back]) {
        back++;
      }
      if (back > last) {
        return at - last;
      }
      at += skip[bytes[at] & 0xFF];
    }
    return -1;
  }
}
