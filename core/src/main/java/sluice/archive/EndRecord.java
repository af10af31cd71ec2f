package sluice.archive;

import static sluice.archive.ZipLayout.*;

/// What the end of an archive says about its central directory (4.3.14 to 4.3.16).
///
/// @param entryCount records in the directory
/// @param directoryStart offset of the first, from the start of the file
/// @param directorySize bytes of all
/// @param comment the archive's own, at most 65,535 bytes
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record EndRecord(long entryCount, long directoryStart, long directorySize, byte[] comment) {

  /// The records as they are written, ZIP64 ones only when a value needs them.
  byte[] toBytes() {
    boolean zip64 =
        entryCount >= IN_ZIP64_16 || directoryStart >= IN_ZIP64_32 || directorySize >= IN_ZIP64_32;
    int lead = zip64 ? END64_SIZE_BYTES + LOCATOR_SIZE_BYTES : 0;
    byte[] bytes = new byte[lead + END_SIZE_BYTES + comment.length];
    if (zip64) {
      putZip64(bytes);
    }
    LittleEndian.put32(bytes, lead, END_SIGNATURE);
    int count = (int) Math.min(entryCount, IN_ZIP64_16);
    LittleEndian.put16(bytes, lead + END_COUNT_ON_DISK, count);
    LittleEndian.put16(bytes, lead + END_COUNT, count);
    LittleEndian.put32(bytes, lead + END_DIRECTORY_SIZE, Math.min(directorySize, IN_ZIP64_32));
    LittleEndian.put32(bytes, lead + END_DIRECTORY_START, Math.min(directoryStart, IN_ZIP64_32));
    LittleEndian.put16(bytes, lead + END_COMMENT_LENGTH, comment.length);
    System.arraycopy(comment, 0, bytes, lead + END_SIZE_BYTES, comment.length);
    return bytes;
  }

  private void putZip64(byte[] bytes) {
    LittleEndian.put32(bytes, 0, END64_SIGNATURE);
    LittleEndian.put64(bytes, END64_RECORD_SIZE, END64_SIZE_BYTES - END64_LEAD_SIZE_BYTES);
    LittleEndian.put16(bytes, END64_VERSION_MADE_BY, VERSION_ZIP64);
    LittleEndian.put16(bytes, END64_VERSION_NEEDED, VERSION_ZIP64);
    LittleEndian.put64(bytes, END64_COUNT_ON_DISK, entryCount);
    LittleEndian.put64(bytes, END64_COUNT, entryCount);
    LittleEndian.put64(bytes, END64_DIRECTORY_SIZE, directorySize);
    LittleEndian.put64(bytes, END64_DIRECTORY_START, directoryStart);
    int locator = END64_SIZE_BYTES;
    LittleEndian.put32(bytes, locator, LOCATOR_SIGNATURE);
    LittleEndian.put64(bytes, locator + LOCATOR_END64_START, directoryStart + directorySize);
    LittleEndian.put32(bytes, locator + LOCATOR_DISK_COUNT, 1);
  }
}
