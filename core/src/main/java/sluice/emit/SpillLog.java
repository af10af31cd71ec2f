package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes that can be appended, patched and read back; the first [#MEMORY_SIZE_BYTES_MAX] stay in
/// memory, the rest goes to a temporary file that disappears with the run.
final class SpillLog implements AutoCloseable {
  /// How much stays in memory.
  static final int MEMORY_SIZE_BYTES_MAX = 1024 * 1024;

  private final Path folder;
  private byte[] memory = new byte[64 * 1024];
  private final ByteBuffer tail = ByteBuffer.allocate(64 * 1024);
  private int inMemory;
  private long inFile;
  private long spilledBytes;
  private @Nullable FileChannel file;

  SpillLog(Path folder) {
    this.folder = folder;
  }

  long size() {
    return inMemory + inFile + tail.position();
  }

  /// Bytes that ever went to the file.
  long spilledBytes() {
    return spilledBytes;
  }

  void append(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    int left = count;
    if (inFile == 0 && tail.position() == 0) {
      int fits = Math.min(left, MEMORY_SIZE_BYTES_MAX - inMemory);
      if (fits > memory.length - inMemory) {
        int wanted = Math.max(inMemory + fits, memory.length * 2);
        memory = Arrays.copyOf(memory, Math.min(MEMORY_SIZE_BYTES_MAX, wanted));
      }
      System.arraycopy(bytes, at, memory, inMemory, fits);
      inMemory += fits;
      at += fits;
      left -= fits;
    }
    while (left > 0) {
      if (!tail.hasRemaining()) {
        flushTail();
      }
      int part = Math.min(left, tail.remaining());
      tail.put(bytes, at, part);
      at += part;
      left -= part;
    }
  }

  /// Overwrites bytes appended before.
  void patch(long position, byte[] bytes) throws IOException {
    for (int i = 0; i < bytes.length; i++) {
      long at = position + i;
      if (at < inMemory) {
        memory[(int) at] = bytes[i];
      } else {
        FileChannel spilled = flushTail();
        ByteBuffer rest = ByteBuffer.wrap(bytes, i, bytes.length - i);
        long filePosition = at - inMemory;
        while (rest.hasRemaining()) {
          filePosition += spilled.write(rest, filePosition);
        }
        return;
      }
    }
  }

  /// Reads bytes appended before.
  void read(long position, byte[] into, int count) throws IOException {
    int done = 0;
    if (position < inMemory) {
      done = (int) Math.min(count, inMemory - position);
      System.arraycopy(memory, (int) position, into, 0, done);
    }
    if (done < count) {
      FileChannel spilled = flushTail();
      ByteBuffer rest = ByteBuffer.wrap(into, done, count - done);
      long filePosition = position + done - inMemory;
      while (rest.hasRemaining()) {
        int got = spilled.read(rest, filePosition);
        if (got < 0) {
          throw new IllegalStateException("read past the end of the spilled splices");
        }
        filePosition += got;
      }
    }
  }

  /// Forgets everything; the file keeps its place for the next time.
  void clear() throws IOException {
    inMemory = 0;
    tail.clear();
    if (file != null && inFile > 0) {
      file.truncate(0);
      inFile = 0;
    }
  }

  private FileChannel flushTail() throws IOException {
    FileChannel spilled = file;
    if (spilled == null) {
      Path path = Files.createTempFile(folder, ".sluice-splices-", ".tmp");
      spilled =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = spilled;
    }
    tail.flip();
    while (tail.hasRemaining()) {
      int count = spilled.write(tail, inFile);
      inFile += count;
      spilledBytes += count;
    }
    tail.clear();
    return spilled;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
