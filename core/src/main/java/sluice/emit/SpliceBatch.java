package sluice.emit;

import java.util.Arrays;

/// Splices of one chunk: "at this offset, leave out so many bytes and put these in". Reused from
/// chunk to chunk; grows to what the largest chunk needs.
public final class SpliceBatch {
  private static final int COUNT_AT_START = 256;

  private long[] offsets = new long[COUNT_AT_START];
  private int[] deleted = new int[COUNT_AT_START];
  private int[] textEnds = new int[COUNT_AT_START];
  private byte[] text = new byte[COUNT_AT_START * 32];
  private int count;

  /// Appends a splice.
  ///
  /// @param offset first byte left out, from 0 in the input
  /// @param deletedBytes how many bytes are left out, may be 0
  /// @param insert the bytes put in their place, may be empty
  public void add(long offset, int deletedBytes, byte[] insert) {
    add(offset, deletedBytes, insert, insert.length);
  }

  /// Appends a splice.
  ///
  /// @param offset first byte left out, from 0 in the input
  /// @param deletedBytes how many bytes are left out, may be 0
  /// @param insert holds the bytes put in their place
  /// @param insertCount how many of its first bytes are meant
  public void add(long offset, int deletedBytes, byte[] insert, int insertCount) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      deleted = Arrays.copyOf(deleted, count * 2);
      textEnds = Arrays.copyOf(textEnds, count * 2);
    }
    int from = textStart(count);
    if (insertCount > text.length - from) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, from + insertCount));
    }
    System.arraycopy(insert, 0, text, from, insertCount);
    offsets[count] = offset;
    deleted[count] = deletedBytes;
    textEnds[count] = from + insertCount;
    count++;
  }

  /// How many splices there are.
  public int count() {
    return count;
  }

  /// Forgets all splices.
  public void clear() {
    count = 0;
  }

  /// First byte left out by a splice.
  public long offset(int index) {
    return offsets[index];
  }

  /// How many bytes a splice leaves out.
  public int deletedBytes(int index) {
    return deleted[index];
  }

  /// The bytes that all splices put in, one after the other. Not to be changed.
  public byte[] text() {
    return text;
  }

  /// Where in [#text] the bytes begin that a splice puts in.
  public int textStart(int index) {
    return index == 0 ? 0 : textEnds[index - 1];
  }

  /// How many bytes a splice puts in.
  public int textSize(int index) {
    return textEnds[index] - textStart(index);
  }
}
