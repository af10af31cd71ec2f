package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks over the entries of an archive in the order of its central directory, forward, through one
/// [FileWindow]. Always has read one record ahead, because an entry ends where the next one starts.
///
/// For one thread; any number of readers may walk over the same archive.
public final class DirectoryReader {
  private final DirectoryCursor cursor;
  private final long directoryStart;
  private final boolean inFileOrder;
  private byte @Nullable [] record;
  private long recordStart;
  private long compressedSize;
  private long size;
  private boolean begun;
  private long position;

  DirectoryReader(ArchiveFile file, EndRecord end, boolean inFileOrder) {
    this.cursor = new DirectoryCursor(file, end);
    this.directoryStart = end.directoryStart();
    this.inFileOrder = inFileOrder;
  }

  /// The next entry, or null behind the last.
  ///
  /// @throws sluice.problem.SluiceException `archive-malformed`, `archive-unsupported`,
  ///   `input-changed`, when the file is no longer the one that was opened
  public @Nullable ArchiveEntry next() throws IOException {
    if (!begun) {
      begun = true;
      readAhead();
    }
    byte[] bytes = record;
    if (bytes == null) {
      return null;
    }
    long start = recordStart;
    long compressed = compressedSize;
    long uncompressed = size;
    readAhead();
    position += bytes.length;
    return new ArchiveEntry(
        new String(
            bytes,
            DIRECTORY_SIZE_BYTES,
            LittleEndian.u16(bytes, DIRECTORY_NAME_LENGTH),
            StandardCharsets.UTF_8),
        LittleEndian.u16(bytes, DIRECTORY_FLAGS),
        LittleEndian.u16(bytes, DIRECTORY_METHOD),
        LittleEndian.u32(bytes, DIRECTORY_CRC),
        compressed,
        uncompressed,
        start,
        inFileOrder && record != null ? recordStart : directoryStart,
        bytes);
  }

  /// Bytes of the central directory passed.
  public long position() {
    return position;
  }

  private void readAhead() throws IOException {
    if (!cursor.next()) {
      record = null;
      return;
    }
    int from = cursor.recordIndex();
    record = Arrays.copyOfRange(cursor.bytes(), from, from + cursor.recordLength());
    recordStart = cursor.recordStart();
    compressedSize = cursor.compressedSize();
    size = cursor.size();
  }
}
