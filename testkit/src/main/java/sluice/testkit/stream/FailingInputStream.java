package sluice.testkit.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Throws once a fixed number of bytes was read, as a disk or a connection may.
///
/// All bytes before the failure can be read; every read after it fails again. Remembers whether it
/// was closed.
public final class FailingInputStream extends FilterInputStream {
  private final long failAt;
  private long position;
  private boolean closed;

  /// Wraps a stream, which is closed with this one.
  ///
  /// @param failAt offset of the first byte that can't be read, 0 or more
  public FailingInputStream(InputStream in, long failAt) {
    super(in);
    if (failAt < 0) {
      throw new IllegalArgumentException("failAt is negative: " + failAt);
    }
    this.failAt = failAt;
  }

  @Override
  public int read() throws IOException {
    allowed();
    int next = in.read();
    if (next >= 0) {
      position++;
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = in.read(target, offset, (int) Math.min(length, allowed()));
    position += Math.max(count, 0);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    if (count <= 0) {
      return 0;
    }
    long skipped = in.skip(Math.min(count, allowed()));
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
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

  private long allowed() throws IOException {
    if (position == failAt) {
      throw new IOException("reading fails at byte " + failAt);
    }
    return failAt - position;
  }
}
