package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.nio.charset.StandardCharsets;

/// The records of an entry that is made here rather than copied.
final class NewEntry {
  /// 1 January 1980 (4.4.6), the earliest an archive can tell.
  private static final int DATE = 1 << 5 | 1;

  private NewEntry() {}

  /// An entry with deflated contents below 4 GiB.
  ///
  /// @param offset where its local record will start
  static ArchiveEntry of(String name, long crc, long compressedSize, long size, long offset) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    if (nameBytes.length > VARIABLE_SIZE_BYTES_MAX || size >= IN_ZIP64_32) {
      throw new IllegalArgumentException("a name or contents too long for an entry: " + name);
    }
    byte[] record = new byte[DIRECTORY_SIZE_BYTES + nameBytes.length];
    LittleEndian.put32(record, 0, DIRECTORY_SIGNATURE);
    LittleEndian.put16(record, DIRECTORY_VERSION_MADE_BY, VERSION_DEFLATE);
    LittleEndian.put16(record, DIRECTORY_VERSION_NEEDED, VERSION_DEFLATE);
    LittleEndian.put16(record, DIRECTORY_FLAGS, FLAG_UTF8);
    LittleEndian.put16(record, DIRECTORY_METHOD, METHOD_DEFLATED);
    LittleEndian.put16(record, DIRECTORY_DATE, DATE);
    LittleEndian.put16(record, DIRECTORY_NAME_LENGTH, nameBytes.length);
    System.arraycopy(nameBytes, 0, record, DIRECTORY_SIZE_BYTES, nameBytes.length);
    return new ArchiveEntry(
        name,
        FLAG_UTF8,
        METHOD_DEFLATED,
        crc,
        compressedSize,
        size,
        offset,
        Long.MAX_VALUE,
        record);
  }

  /// The local header with the name behind it.
  static byte[] header(ArchiveEntry entry) {
    byte[] record = entry.directoryRecord();
    int nameLength = entry.nameLength();
    byte[] header = new byte[LOCAL_SIZE_BYTES + nameLength];
    LittleEndian.put32(header, 0, LOCAL_SIGNATURE);
    // From here to the lengths the two kinds of record agree.
    System.arraycopy(
        record,
        DIRECTORY_VERSION_NEEDED,
        header,
        LOCAL_VERSION_NEEDED,
        LOCAL_CRC - LOCAL_VERSION_NEEDED);
    LittleEndian.put32(header, LOCAL_CRC, entry.crc());
    LittleEndian.put32(header, LOCAL_COMPRESSED_SIZE, entry.compressedSize());
    LittleEndian.put32(header, LOCAL_SIZE, entry.size());
    LittleEndian.put16(header, LOCAL_NAME_LENGTH, nameLength);
    System.arraycopy(record, DIRECTORY_SIZE_BYTES, header, LOCAL_SIZE_BYTES, nameLength);
    return header;
  }
}
