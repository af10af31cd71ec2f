package sluice.finding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sluice.json.JsonText;

/// Lines about one node as they are made, in UTF-8. Grows to what the longest need; reused.
public final class LineBuffer {
  private static final int SIZE_BYTES_AT_START = 1024;

  private final StringBuilder quoted = new StringBuilder();
  private byte[] bytes = new byte[SIZE_BYTES_AT_START];
  private int length;

  /// Forgets what is in it.
  public void clear() {
    length = 0;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /// The bytes; those before [#length] count.
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /// Appends bytes as they are.
  public LineBuffer add(byte[] source, int from, int to) {
    int count = to - from;
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    return this;
  }

  /// Appends bytes as they are.
  public LineBuffer add(byte[] source) {
    return add(source, 0, source.length);
  }

  /// Appends text as it is.
  public LineBuffer add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Appends text as a JSON string, quotes included.
  public LineBuffer quote(String text) {
    quoted.setLength(0);
    JsonText.quote(text, quoted);
    return add(quoted.toString());
  }
}
