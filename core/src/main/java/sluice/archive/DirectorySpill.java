package sluice.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The new central directory while entries are written: the last bytes in memory, those before in a
/// temporary file that disappears with the writer.
final class DirectorySpill implements AutoCloseable {
  /// What stays in memory: a directory of about 1,500 entries needs no file.
  static final int MEMORY_SIZE_BYTES_MAX = 256 * 1024;

  private final Path folder;
  private final byte[] memory = new byte[MEMORY_SIZE_BYTES_MAX];
  private int inMemory;
  private long inFile;
  private @Nullable FileChannel file;

  DirectorySpill(Path folder) {
    this.folder = folder;
  }

  void append(byte[] bytes, int from, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (inMemory == memory.length) {
        spill();
      }
      int part = Math.min(count - done, memory.length - inMemory);
      System.arraycopy(bytes, from + done, memory, inMemory, part);
      inMemory += part;
      done += part;
    }
  }

  private void spill() throws IOException {
    FileChannel spilled = file;
    if (spilled == null) {
      spilled =
          FileChannel.open(
              Files.createTempFile(folder, ".sluice-directory-", ".tmp"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = spilled;
    }
    ByteBuffer bytes = ByteBuffer.wrap(memory, 0, inMemory);
    while (bytes.hasRemaining()) {
      inFile += spilled.write(bytes, inFile);
    }
    inMemory = 0;
  }

  /// Puts the whole directory behind what has been written.
  void moveTo(TargetBuffer target) throws IOException {
    FileChannel spilled = file;
    if (spilled != null && target.transfer(spilled, 0, inFile) != inFile) {
      throw new IllegalStateException("the spilled directory is shorter than what was written");
    }
    target.put(memory, 0, inMemory);
    inMemory = 0;
  }

  /// Bytes that went to the file.
  long spilledBytes() {
    return inFile;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
