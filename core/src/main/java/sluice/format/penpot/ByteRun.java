package sluice.format.penpot;

import java.util.Arrays;

/// Bytes appended one after the other in a buffer that grows to what the largest chunk needs.
final class ByteRun {
  private byte[] bytes = new byte[16 * 1024];
  private int length;

  /// Room for so many bytes at the end, which count as appended.
  ///
  /// @return where they start
  int extend(int count) {
    int from = length;
    if (count > bytes.length - from) {
      bytes = Arrays.copyOf(bytes, Math.max(from + count, 2 * bytes.length));
    }
    length += count;
    return from;
  }

  int append(byte[] source, int from, int count) {
    int at = extend(count);
    System.arraycopy(source, from, bytes, at, count);
    return at;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }
}
