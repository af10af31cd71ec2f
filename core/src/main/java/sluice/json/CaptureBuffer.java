package sluice.json;

import java.util.Arrays;

/// Bytes set aside while the scanner passes over them, used as a stack: what is captured last is
/// let go first. Grows to a fixed bound; beyond it bytes are dropped and [#overflowed] says so.
public final class CaptureBuffer {
  private static final int SIZE_BYTES_AT_START = 16 * 1024;

  private final int sizeBytesMax;
  private byte[] bytes;
  private int length;
  private boolean overflowed;

  /// A buffer that holds at most `sizeBytesMax` bytes.
  public CaptureBuffer(int sizeBytesMax) {
    this.sizeBytesMax = sizeBytesMax;
    this.bytes = new byte[Math.min(SIZE_BYTES_AT_START, sizeBytesMax)];
  }

  /// Appends bytes; drops all of them when they do not fit under the bound.
  public void append(byte[] source, int from, int count) {
    if (count > sizeBytesMax - length) {
      overflowed = true;
      return;
    }
    if (count > bytes.length - length) {
      int wanted = Math.max(length + count, Math.min(sizeBytesMax, bytes.length * 2));
      bytes = Arrays.copyOf(bytes, wanted);
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /// Appends one byte; drops it when it does not fit under the bound.
  public void append(byte single) {
    if (length < bytes.length) {
      bytes[length++] = single;
    } else {
      append(new byte[] {single}, 0, 1);
    }
  }

  /// The storage; valid up to [#length] and until the next append.
  public byte[] bytes() {
    return bytes;
  }

  /// Bytes held now.
  public int length() {
    return length;
  }

  /// Lets go of everything from `newLength` on.
  public void truncate(int newLength) {
    length = newLength;
  }

  /// Whether bytes were dropped since the flag was last cleared.
  public boolean overflowed() {
    return overflowed;
  }

  /// Forgets that bytes were dropped.
  public void clearOverflow() {
    overflowed = false;
  }
}
