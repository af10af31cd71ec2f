package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Text appended to a file through one buffer, as UTF-8.
public final class LineFile {
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final FileChannel target;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE_BYTES);
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

  /// Text for a file; the caller closes the file.
  public LineFile(FileChannel target) {
    this.target = target;
  }

  /// Appends whole lines.
  public void append(CharSequence lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    CharBuffer text = CharBuffer.wrap(lines);
    encoder.reset();
    CoderResult result;
    do {
      result = encoder.encode(text, buffer, true);
      if (result.isOverflow()) {
        flush();
      } else if (result.isError()) {
        result.throwException();
      }
    } while (result.isOverflow());
  }

  /// Hands what waits in the buffer to the system.
  public void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      target.write(buffer);
    }
    buffer.clear();
  }
}
