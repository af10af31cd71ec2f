package sluice.testkit.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A seekable, read-only view of a channel that hands over at most a fixed number of bytes for each
/// read and, on request, ends early or fails.
///
/// Counts the bytes it handed over, so a test can tell how often a file was read.
public final class DribbleChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private final int bytesPerReadMax;
  private final long sizeBytes;
  private final long failAt;
  private long readBytes;

  private DribbleChannel(
      SeekableByteChannel channel, int bytesPerReadMax, long sizeBytes, long failAt) {
    if (bytesPerReadMax < 1) {
      throw new IllegalArgumentException("bytesPerReadMax is less than 1: " + bytesPerReadMax);
    }
    this.channel = channel;
    this.bytesPerReadMax = bytesPerReadMax;
    this.sizeBytes = sizeBytes;
    this.failAt = failAt;
  }

  /// At most `bytesPerReadMax` bytes for each read.
  public static DribbleChannel of(SeekableByteChannel channel, int bytesPerReadMax) {
    return new DribbleChannel(channel, bytesPerReadMax, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /// The same channel as if it ended after `sizeBytes` bytes.
  public DribbleChannel truncatedTo(long size) {
    return new DribbleChannel(channel, bytesPerReadMax, size, failAt);
  }

  /// The same channel, throwing when the byte at `offset` is read.
  public DribbleChannel failingAt(long offset) {
    return new DribbleChannel(channel, bytesPerReadMax, sizeBytes, offset);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    long end = size();
    long position = channel.position();
    if (position >= end) {
      return -1;
    }
    if (position >= failAt) {
      throw new IOException("reading fails at byte " + position);
    }
    long most = Math.min(Math.min(end, failAt) - position, bytesPerReadMax);
    int limit = target.limit();
    target.limit(target.position() + (int) Math.min(most, target.remaining()));
    try {
      int count = channel.read(target);
      readBytes += Math.max(count, 0);
      return count;
    } finally {
      target.limit(limit);
    }
  }

  /// Bytes handed over so far, those read twice counted twice.
  public long readBytes() {
    return readBytes;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long newPosition) throws IOException {
    channel.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return Math.min(channel.size(), sizeBytes);
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
