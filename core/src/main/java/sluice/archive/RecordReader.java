package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;
import java.util.Arrays;
import sluice.problem.SluiceException;

/// Finds local records and reads their bytes through one [FileWindow]. Entries in the order of the
/// file cost one read of the file for each window, not one for each entry.
///
/// For one thread; any number of readers may read the same archive.
public final class RecordReader {
  /// Flags that must be the same in the local header and in the directory. Bit 11 is not among
  /// them: names are compared byte by byte.
  private static final int FLAGS_COMPARED =
      FLAG_ENCRYPTED | FLAG_DESCRIPTOR | FLAG_PATCHED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED_HEADER;

  private final FileWindow window;
  private final ArchiveFaults faults;

  RecordReader(ArchiveFile file) {
    this.window = new FileWindow(file);
    this.faults = file.faults();
  }

  /// Finds an entry's local record and compares its header with the directory: signature, name,
  /// method, flags, CRC and sizes. With a data descriptor (bit 3) CRC and sizes are compared there
  /// and not in the header, which may have zeros.
  ///
  /// @throws SluiceException `archive-malformed` when they differ, or the record reaches into what
  ///   follows
  public LocalRecord locate(ArchiveEntry entry) throws IOException {
    long start = entry.recordStart();
    int nameLength = entry.nameLength();
    int fixed = LOCAL_SIZE_BYTES + nameLength;
    // The whole record at once where it fits, so that it is not read in two halves.
    long whole = Math.min(entry.recordLimit() - start, window.capacity());
    long likely = fixed + entry.compressedSize() + DESCRIPTOR_SIZE_BYTES_MAX;
    int at = window.at(start, (int) Math.max(fixed, likely < whole ? likely : fixed));
    byte[] bytes = window.bytes();
    if (LittleEndian.i32(bytes, at) != LOCAL_SIGNATURE) {
      throw faults.malformed(
          entry.name(),
          "at byte %,d, where its local record should begin, is none".formatted(start));
    }
    int extraLength = LittleEndian.u16(bytes, at + LOCAL_EXTRA_LENGTH);
    compareHeader(entry, bytes, at, nameLength);
    long dataStart = start + fixed + extraLength;
    long dataEnd = dataStart + entry.compressedSize();
    if (dataEnd > entry.recordLimit()) {
      throw faults.malformed(
          entry.name(),
          "its local record from byte %,d to byte %,d reaches into what begins at byte %,d"
              .formatted(start, dataEnd, entry.recordLimit()));
    }
    if (entry.hasDescriptor()) {
      return new LocalRecord(start, dataStart, dataEnd, dataEnd + descriptorSize(entry, dataEnd));
    }
    compareSizes(entry, start, fixed, extraLength);
    return new LocalRecord(start, dataStart, dataEnd, dataEnd);
  }

  private void compareHeader(ArchiveEntry entry, byte[] bytes, int at, int nameLength) {
    byte[] record = entry.directoryRecord();
    int localNameLength = LittleEndian.u16(bytes, at + LOCAL_NAME_LENGTH);
    int nameFrom = at + LOCAL_SIZE_BYTES;
    if (localNameLength != nameLength
        || !Arrays.equals(
            bytes,
            nameFrom,
            nameFrom + nameLength,
            record,
            DIRECTORY_SIZE_BYTES,
            DIRECTORY_SIZE_BYTES + nameLength)) {
      throw differs(entry, "name");
    }
    if (LittleEndian.u16(bytes, at + LOCAL_METHOD) != entry.method()) {
      throw differs(entry, "compression method");
    }
    if (((LittleEndian.u16(bytes, at + LOCAL_FLAGS) ^ entry.flags()) & FLAGS_COMPARED) != 0) {
      throw differs(entry, "flags");
    }
  }

  private void compareSizes(ArchiveEntry entry, long start, int fixed, int extraLength)
      throws IOException {
    int at = window.at(start, fixed + extraLength);
    byte[] bytes = window.bytes();
    long compressed = LittleEndian.u32(bytes, at + LOCAL_COMPRESSED_SIZE);
    long size = LittleEndian.u32(bytes, at + LOCAL_SIZE);
    if (compressed == IN_ZIP64_32 || size == IN_ZIP64_32) {
      Zip64Field field = new Zip64Field(bytes, at + fixed, at + fixed + extraLength);
      size = field.value(size, IN_ZIP64_32);
      compressed = field.value(compressed, IN_ZIP64_32);
    }
    if (compressed != entry.compressedSize() || size != entry.size()) {
      throw differs(entry, "sizes");
    }
    if (LittleEndian.u32(bytes, at + LOCAL_CRC) != entry.crc()) {
      throw differs(entry, "checksum");
    }
  }

  private SluiceException differs(ArchiveEntry entry, String what) {
    return faults.malformed(
        entry.name(),
        "its %s in the local record at byte %,d is not that in the central directory"
            .formatted(what, entry.recordStart()));
  }

  /// The data descriptor's length (4.3.9): with or without a signature, which writers may leave
  /// out, sizes of eight bytes or of four. What the directory says tells which, the longest form
  /// that fits wins: without contents the shorter one is its beginning.
  private int descriptorSize(ArchiveEntry entry, long dataEnd) throws IOException {
    int room = (int) Math.min(DESCRIPTOR_SIZE_BYTES_MAX, entry.recordLimit() - dataEnd);
    int at = window.at(dataEnd, room);
    byte[] bytes = window.bytes();
    int signature =
        room >= Integer.BYTES && LittleEndian.i32(bytes, at) == DESCRIPTOR_SIGNATURE
            ? Integer.BYTES
            : 0;
    int size = descriptorSize(entry, bytes, at, room, signature);
    if (size == 0 && signature > 0) {
      // A checksum may look like the signature.
      size = descriptorSize(entry, bytes, at, room, 0);
    }
    if (size == 0) {
      throw faults.malformed(
          entry.name(),
          "behind its data, at byte %,d, should stand a descriptor with the checksum and sizes of the central directory"
              .formatted(dataEnd));
    }
    return size;
  }

  private static int descriptorSize(
      ArchiveEntry entry, byte[] bytes, int at, int room, int signature) {
    int crc = at + signature;
    int sizes = crc + Integer.BYTES;
    int large = signature + Integer.BYTES + 2 * Long.BYTES;
    if (room >= large
        && LittleEndian.u32(bytes, crc) == entry.crc()
        && LittleEndian.u64(bytes, sizes) == entry.compressedSize()
        && LittleEndian.u64(bytes, sizes + Long.BYTES) == entry.size()) {
      return large;
    }
    int small = signature + 3 * Integer.BYTES;
    if (room >= small
        && LittleEndian.u32(bytes, crc) == entry.crc()
        && LittleEndian.u32(bytes, sizes) == (entry.compressedSize() & IN_ZIP64_32)
        && LittleEndian.u32(bytes, sizes + Integer.BYTES) == (entry.size() & IN_ZIP64_32)) {
      return small;
    }
    return 0;
  }

  /// Reads bytes of the archive.
  ///
  /// @param position offset of the first from the start of the file
  /// @throws SluiceException `input-changed` when the file ends before
  public void read(long position, byte[] target, int from, int count) throws IOException {
    window.copy(position, target, from, count);
  }
}
