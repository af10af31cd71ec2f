package sluice.testkit.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Hands over at most a fixed number of bytes for each read, as a slow network may.
public final class DribbleInputStream extends FilterInputStream {
  private final int bytesPerReadMax;

  /// Wraps a stream, which is closed with this one.
  ///
  /// @param bytesPerReadMax at least 1
  public DribbleInputStream(InputStream in, int bytesPerReadMax) {
    super(in);
    if (bytesPerReadMax < 1) {
      throw new IllegalArgumentException("bytesPerReadMax is less than 1: " + bytesPerReadMax);
    }
    this.bytesPerReadMax = bytesPerReadMax;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return in.read(target, offset, Math.min(length, bytesPerReadMax));
  }

  @Override
  public int available() throws IOException {
    return Math.min(in.available(), bytesPerReadMax);
  }
}
