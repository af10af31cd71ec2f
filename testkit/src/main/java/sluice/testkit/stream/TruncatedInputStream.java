package sluice.testkit.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends after a fixed number of bytes, as a file does whose writing was interrupted.
public final class TruncatedInputStream extends FilterInputStream {
  private long left;

  /// Wraps a stream, which is closed with this one.
  ///
  /// @param sizeBytes how many bytes can be read, 0 or more
  public TruncatedInputStream(InputStream in, long sizeBytes) {
    super(in);
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is negative: " + sizeBytes);
    }
    left = sizeBytes;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int next = in.read();
    if (next >= 0) {
      left--;
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
