package sluice.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The new archive, written front to back: what is put waits in a buffer, long stretches of other
/// files go from file to file inside the system.
final class TargetBuffer {
  /// What waits at most, outside the heap.
  static final int SIZE_BYTES = 256 * 1024;

  private final FileChannel target;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE_BYTES);
  private long written;

  TargetBuffer(FileChannel target) {
    this.target = target;
  }

  /// Bytes put and transferred so far, what waits included: the offset of what comes next.
  long position() {
    return written + buffer.position();
  }

  void put(byte[] bytes, int from, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(count - done, buffer.remaining());
      buffer.put(bytes, from + done, part);
      done += part;
    }
  }

  /// Copies a stretch of another file.
  ///
  /// @return the bytes copied; fewer than asked for when the other file ends before
  long transfer(FileChannel source, long from, long count) throws IOException {
    flush();
    long done = 0;
    while (done < count) {
      long part = source.transferTo(from + done, count - done, target);
      if (part <= 0) {
        break;
      }
      done += part;
      written += part;
    }
    return done;
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      written += target.write(buffer);
    }
    buffer.clear();
  }
}
