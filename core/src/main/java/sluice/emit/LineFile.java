package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Lines of text written to a file through one buffer. Where in the document a line belongs decides
/// its order and is not written.
public final class LineFile implements SpliceSink {
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final FileChannel target;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE_BYTES);

  /// Lines for a file; the caller closes the file.
  public LineFile(FileChannel target) {
    this.target = target;
  }

  @Override
  public void splice(long offset, int deletedBytes, byte[] text, int from, int count)
      throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(left, buffer.remaining());
      buffer.put(text, at, part);
      at += part;
      left -= part;
    }
  }

  @Override
  public void finish() throws IOException {
    flush();
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      target.write(buffer);
    }
    buffer.clear();
  }
}
