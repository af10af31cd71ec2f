package sluice.testkit.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Throws once a fixed number of bytes was written, as a full disk or a closed pipe does.
///
/// Exactly the bytes before the failure reach the stream underneath. Remembers whether it was
/// closed.
public final class FailingOutputStream extends FilterOutputStream {
  private long left;
  private final String message;
  private boolean closed;

  /// Wraps a stream, which is closed with this one.
  ///
  /// @param sizeBytesMax how many bytes can be written, 0 or more
  public FailingOutputStream(OutputStream out, long sizeBytesMax) {
    this(out, sizeBytesMax, "No space left on device");
  }

  /// Wraps a stream, which is closed with this one.
  ///
  /// @param sizeBytesMax how many bytes can be written, 0 or more
  /// @param message what the exception says, for example `Broken pipe`
  public FailingOutputStream(OutputStream out, long sizeBytesMax, String message) {
    super(out);
    if (sizeBytesMax < 0) {
      throw new IllegalArgumentException("sizeBytesMax is negative: " + sizeBytesMax);
    }
    this.left = sizeBytesMax;
    this.message = message;
  }

  @Override
  public void write(int value) throws IOException {
    if (left == 0) {
      throw new IOException(message);
    }
    out.write(value);
    left--;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int part = (int) Math.min(length, left);
    out.write(source, offset, part);
    left -= part;
    if (part < length) {
      throw new IOException(message);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }

  /// Whether [#close] was called.
  public boolean isClosed() {
    return closed;
  }
}
