package sluice.archive;

import java.io.IOException;

/// A stretch of a file in memory that moves to wherever bytes are asked for. Going forward it costs
/// one read for each [#SIZE_BYTES]; going back, one for each step.
final class FileWindow {
  /// Size of a window. The largest directory record (46 bytes and three times 65,535) fits, and so
  /// does the largest local header.
  static final int SIZE_BYTES = 256 * 1024;

  private final ArchiveFile file;
  private final byte[] bytes;
  private long start;
  private int filled;

  FileWindow(ArchiveFile file) {
    this.file = file;
    this.bytes = new byte[(int) Math.min(SIZE_BYTES, file.sizeBytes())];
  }

  /// The window's bytes; those asked for begin at the index [#at] gave.
  byte[] bytes() {
    return bytes;
  }

  /// Bytes that fit, fewer than [#SIZE_BYTES] when the file is smaller.
  int capacity() {
    return bytes.length;
  }

  /// Makes sure that bytes of the file are in the window.
  ///
  /// @param position offset in the file
  /// @param count at most [#SIZE_BYTES]
  /// @return index of the first in [#bytes], valid until the next call
  /// @throws sluice.problem.SluiceException `input-changed` when the file has no such bytes
  int at(long position, int count) throws IOException {
    long index = position - start;
    if (index >= 0 && index + count <= filled) {
      return (int) index;
    }
    filled = 0;
    if (count > bytes.length) {
      throw file.faults().shortened();
    }
    start = position;
    filled = file.read(position, bytes, 0, count, bytes.length);
    return 0;
  }

  /// Copies bytes of the file, however many; those beyond a window's size do not pass it.
  void copy(long position, byte[] target, int from, int count) throws IOException {
    if (count <= bytes.length) {
      int index = at(position, count);
      System.arraycopy(bytes, index, target, from, count);
    } else {
      file.read(position, target, from, count, count);
    }
  }
}
