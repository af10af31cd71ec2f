package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;

/// Makes the records of the new central directory from those of the old one: the same name, times,
/// attributes, extra fields and comment, another offset, and for replaced contents other sizes.
final class DirectoryRecords {
  private final DirectorySpill spill;
  private final byte[] fixed = new byte[DIRECTORY_SIZE_BYTES];

  /// A ZIP64 field with all three values.
  private final byte[] zip64 = new byte[ExtraFields.HEAD_SIZE_BYTES + 3 * Long.BYTES];

  DirectoryRecords(DirectorySpill spill) {
    this.spill = spill;
  }

  /// Adds the record of an entry that was copied; it stays as it was except for the offset.
  ///
  /// @return whether there was room: a ZIP64 field may need more than 65,535 bytes of extra fields
  boolean addCopied(ArchiveEntry entry, long offset) throws IOException {
    byte[] record = entry.directoryRecord();
    if (offset == entry.recordStart()) {
      spill.append(record, 0, record.length);
      return true;
    }
    System.arraycopy(record, 0, fixed, 0, fixed.length);
    if (LittleEndian.u32(record, DIRECTORY_RECORD_START) == IN_ZIP64_32 || offset >= IN_ZIP64_32) {
      return addRebuilt(record, entry.compressedSize(), entry.size(), offset);
    }
    LittleEndian.put32(fixed, DIRECTORY_RECORD_START, offset);
    spill.append(fixed, 0, fixed.length);
    spill.append(record, fixed.length, record.length - fixed.length);
    return true;
  }

  /// Adds the record of an entry whose contents were replaced by deflated ones without descriptor.
  ///
  /// @return whether there was room
  boolean addReplaced(ArchiveEntry entry, long crc, long compressedSize, long size, long offset)
      throws IOException {
    byte[] record = entry.directoryRecord();
    System.arraycopy(record, 0, fixed, 0, fixed.length);
    LittleEndian.put16(
        fixed, DIRECTORY_FLAGS, entry.flags() & ~(FLAG_DESCRIPTOR | FLAGS_DEFLATE_LEVEL));
    LittleEndian.put16(fixed, DIRECTORY_METHOD, METHOD_DEFLATED);
    LittleEndian.put32(fixed, DIRECTORY_CRC, crc);
    raiseVersion(VERSION_DEFLATE);
    return addRebuilt(record, compressedSize, size, offset);
  }

  private void raiseVersion(int least) {
    int version = LittleEndian.u16(fixed, DIRECTORY_VERSION_NEEDED);
    LittleEndian.put16(fixed, DIRECTORY_VERSION_NEEDED, Math.max(least, version));
  }

  /// Adds what `fixed` holds with these values, each in its own field when it fits there and else
  /// in a new ZIP64 field in front of the others.
  private boolean addRebuilt(byte[] record, long compressedSize, long size, long offset)
      throws IOException {
    int zip64Size = ExtraFields.HEAD_SIZE_BYTES;
    zip64Size = put(DIRECTORY_SIZE, size, zip64Size);
    zip64Size = put(DIRECTORY_COMPRESSED_SIZE, compressedSize, zip64Size);
    zip64Size = put(DIRECTORY_RECORD_START, offset, zip64Size);
    zip64Size = zip64Size == ExtraFields.HEAD_SIZE_BYTES ? 0 : zip64Size;
    int extraFrom = DIRECTORY_SIZE_BYTES + LittleEndian.u16(record, DIRECTORY_NAME_LENGTH);
    int extraEnd = extraFrom + LittleEndian.u16(record, DIRECTORY_EXTRA_LENGTH);
    int extraLength = zip64Size + ExtraFields.sizeWithoutZip64(record, extraFrom, extraEnd);
    if (extraLength > VARIABLE_SIZE_BYTES_MAX) {
      return false;
    }
    if (zip64Size > 0) {
      raiseVersion(VERSION_ZIP64);
      LittleEndian.put16(zip64, 0, ExtraFields.ZIP64);
      LittleEndian.put16(zip64, 2, zip64Size - ExtraFields.HEAD_SIZE_BYTES);
    }
    LittleEndian.put16(fixed, DIRECTORY_EXTRA_LENGTH, extraLength);
    LittleEndian.put16(fixed, DIRECTORY_DISK, 0);
    spill.append(fixed, 0, fixed.length);
    spill.append(record, fixed.length, extraFrom - fixed.length);
    spill.append(zip64, 0, zip64Size);
    int old = ExtraFields.findZip64(record, extraFrom, extraEnd);
    int rest = extraFrom;
    if (old >= 0) {
      spill.append(record, extraFrom, old - extraFrom);
      rest = old + ExtraFields.fieldSize(record, old);
    }
    spill.append(record, rest, record.length - rest);
    return true;
  }

  private int put(int field, long value, int zip64Size) {
    if (value < IN_ZIP64_32) {
      LittleEndian.put32(fixed, field, value);
      return zip64Size;
    }
    LittleEndian.put32(fixed, field, IN_ZIP64_32);
    LittleEndian.put64(zip64, zip64Size, value);
    return zip64Size + Long.BYTES;
  }
}
