package sluice.archive;

import static sluice.archive.ZipLayout.IN_ZIP64_16;

/// Reads the values of a ZIP64 extra field one after the other (4.5.3): only those are there whose
/// old field says so, always in the same order: size, compressed size, offset, disk.
final class Zip64Field {
  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean tooShort;

  /// The field among the extra fields from `from` to `to`; one that is missing has no values.
  Zip64Field(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    int found = ExtraFields.findZip64(bytes, from, to);
    this.at = found < 0 ? 0 : found + ExtraFields.HEAD_SIZE_BYTES;
    this.end = found < 0 ? 0 : found + ExtraFields.fieldSize(bytes, found);
  }

  /// The old value, or the next one here when the old one stands for it; negative when it is 2^63
  /// or more.
  long value(long old, long seeHere) {
    if (old != seeHere || !has(Long.BYTES)) {
      return old;
    }
    at += Long.BYTES;
    return LittleEndian.u64(bytes, at - Long.BYTES);
  }

  /// The number of the disk, four bytes here instead of two.
  long disk(long old) {
    if (old != IN_ZIP64_16 || !has(Integer.BYTES)) {
      return old;
    }
    at += Integer.BYTES;
    return LittleEndian.u32(bytes, at - Integer.BYTES);
  }

  private boolean has(int count) {
    tooShort |= end - at < count;
    return !tooShort;
  }

  /// Whether a value was asked for that is not there.
  boolean isTooShort() {
    return tooShort;
  }
}
