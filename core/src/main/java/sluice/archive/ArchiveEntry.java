package sluice.archive;

import java.util.Objects;

/// One record of the central directory (4.3.12), its ZIP64 values put in.
///
/// @param name relative path, parts joined by `/`; a folder's ends with `/`
/// @param flags general purpose flags (4.4.4)
/// @param method 0 stored, 8 deflated
/// @param crc CRC-32 of the contents
/// @param compressedSize bytes in the archive
/// @param size bytes of the contents
/// @param recordStart offset of the local record from the start of the file
/// @param recordLimit offset before which the local record must have ended: where the next one
///   starts when the directory is in the order of the file, else where the directory starts
/// @param directoryRecord the record's exact bytes with name, extra fields and comment; whoever
///   gets the entry must not change them
@SuppressWarnings("ArrayRecordComponent") // Entries are passed on, never compared.
public record ArchiveEntry(
    String name,
    int flags,
    int method,
    long crc,
    long compressedSize,
    long size,
    long recordStart,
    long recordLimit,
    byte[] directoryRecord) {
  public ArchiveEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(directoryRecord);
  }

  /// Whether sizes and CRC stand behind the data too, and perhaps only there and in the directory
  /// (bit 3).
  boolean hasDescriptor() {
    return (flags & ZipLayout.FLAG_DESCRIPTOR) != 0;
  }

  int nameLength() {
    return LittleEndian.u16(directoryRecord, ZipLayout.DIRECTORY_NAME_LENGTH);
  }
}
