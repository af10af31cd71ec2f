package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.problem.SluiceException;

/// Finds the end record of an archive, last candidate first. A candidate counts when its comment
/// reaches exactly to the end of the file and the directory it names ends exactly where it (or its
/// ZIP64 record) begins; so an end record inside a comment, which fits neither, is passed over.
///
/// When no candidate counts, what was wrong with the last one in the file is reported.
final class EndRecordSearch {
  /// The last bytes of a file that can hold the end record: its fixed part and the longest comment.
  static final int SPAN_SIZE_BYTES = END_SIZE_BYTES + VARIABLE_SIZE_BYTES_MAX;

  private final ArchiveFile file;
  private final ArchiveFaults faults;

  EndRecordSearch(ArchiveFile file) {
    this.file = file;
    this.faults = file.faults();
  }

  /// @throws SluiceException `archive-malformed`, `archive-unsupported`
  EndRecord find() throws IOException {
    long fileSize = file.sizeBytes();
    int spanSize = (int) Math.min(SPAN_SIZE_BYTES, fileSize);
    byte[] span = file.read(fileSize - spanSize, spanSize);
    SluiceException first = null;
    for (int at = spanSize - END_SIZE_BYTES; at >= 0; at--) {
      if (LittleEndian.i32(span, at) != END_SIGNATURE) {
        continue;
      }
      try {
        return read(span, at, fileSize - spanSize + at);
      } catch (SluiceException e) {
        first = first == null ? e : first;
      }
    }
    throw first != null
        ? first
        : faults.malformed(
            "it has no end record, which every ZIP file has in its last %,d bytes; this one has %,d bytes and was probably cut off"
                .formatted(SPAN_SIZE_BYTES, fileSize));
  }

  private EndRecord read(byte[] span, int at, long position) throws IOException {
    int commentLength = LittleEndian.u16(span, at + END_COMMENT_LENGTH);
    int following = span.length - at - END_SIZE_BYTES;
    if (commentLength != following) {
      throw faults.malformed(
          "the end record announces a comment of %,d bytes, but %,d bytes follow it"
              .formatted(commentLength, following));
    }
    byte[] comment = Arrays.copyOfRange(span, at + END_SIZE_BYTES, span.length);
    EndRecord record =
        new EndRecord(
            LittleEndian.u16(span, at + END_COUNT),
            LittleEndian.u32(span, at + END_DIRECTORY_START),
            LittleEndian.u32(span, at + END_DIRECTORY_SIZE),
            comment);
    int disk = LittleEndian.u16(span, at + END_DISK);
    int directoryDisk = LittleEndian.u16(span, at + END_DIRECTORY_DISK);
    int countOnDisk = LittleEndian.u16(span, at + END_COUNT_ON_DISK);
    boolean classic = record.directoryStart() + record.directorySize() == position;
    EndRecord zip64 = classic ? null : zip64(record, position);
    if (zip64 == null) {
      checkDisks(disk, directoryDisk, countOnDisk, record.entryCount());
      return checked(record, position);
    }
    // With a ZIP64 record the old fields hold the same or stand for "see there" (4.4.1.4).
    checkDisks(
        disk == IN_ZIP64_16 ? 0 : disk,
        directoryDisk == IN_ZIP64_16 ? 0 : directoryDisk,
        countOnDisk,
        record.entryCount());
    return zip64;
  }

  private void checkDisks(long disk, long directoryDisk, long countOnDisk, long count) {
    if (disk != 0 || directoryDisk != 0 || countOnDisk != count) {
      throw faults.unsupported(
          null,
          "it is one part of an archive on several disks (disk %,d, directory on disk %,d, %,d of %,d entries here)"
              .formatted(disk, directoryDisk, countOnDisk, count));
    }
  }

  /// The ZIP64 end record, or null when no locator stands before the end record.
  private @Nullable EndRecord zip64(EndRecord old, long position) throws IOException {
    long locatorStart = position - LOCATOR_SIZE_BYTES;
    if (locatorStart < 0) {
      return null;
    }
    byte[] locator = file.read(locatorStart, LOCATOR_SIZE_BYTES);
    if (LittleEndian.i32(locator, 0) != LOCATOR_SIGNATURE) {
      return null;
    }
    long start = LittleEndian.u64(locator, LOCATOR_END64_START);
    if (start < 0 || start > locatorStart - END64_SIZE_BYTES) {
      throw faults.malformed(
          "the ZIP64 locator at byte %,d says the ZIP64 end record begins at byte %s, where it has no room"
              .formatted(locatorStart, Long.toUnsignedString(start)));
    }
    if (LittleEndian.u32(locator, LOCATOR_DISK) != 0
        || LittleEndian.u32(locator, LOCATOR_DISK_COUNT) > 1) {
      throw faults.unsupported(null, "its ZIP64 locator names several disks");
    }
    byte[] record = file.read(start, END64_SIZE_BYTES);
    long end = start + END64_LEAD_SIZE_BYTES + LittleEndian.u64(record, END64_RECORD_SIZE);
    if (LittleEndian.i32(record, 0) != END64_SIGNATURE || end != locatorStart) {
      throw faults.malformed(
          "at byte %,d, where the ZIP64 locator points, stands no ZIP64 end record that ends at the locator"
              .formatted(start));
    }
    checkDisks(
        LittleEndian.u32(record, END64_DISK),
        LittleEndian.u32(record, END64_DIRECTORY_DISK),
        LittleEndian.u64(record, END64_COUNT_ON_DISK),
        LittleEndian.u64(record, END64_COUNT));
    EndRecord found =
        new EndRecord(
            LittleEndian.u64(record, END64_COUNT),
            LittleEndian.u64(record, END64_DIRECTORY_START),
            LittleEndian.u64(record, END64_DIRECTORY_SIZE),
            old.comment());
    checkSame("entries", old.entryCount(), IN_ZIP64_16, found.entryCount());
    checkSame("directory offset", old.directoryStart(), IN_ZIP64_32, found.directoryStart());
    checkSame("directory bytes", old.directorySize(), IN_ZIP64_32, found.directorySize());
    return checked(found, start);
  }

  private void checkSame(String what, long old, long seeZip64, long found) {
    if (old != seeZip64 && old != found) {
      throw faults.malformed(
          "the end record and the ZIP64 end record differ: %s %,d and %s"
              .formatted(what, old, Long.toUnsignedString(found)));
    }
  }

  /// The record, when the directory lies right before `limit` and can hold as many entries.
  private EndRecord checked(EndRecord record, long limit) throws IOException {
    long start = record.directoryStart();
    long size = record.directorySize();
    if (start < 0 || size < 0 || start > limit || size != limit - start) {
      throw faults.malformed(
          "the end record says the central directory has %s bytes from byte %s on, but it must end at byte %,d"
              .formatted(Long.toUnsignedString(size), Long.toUnsignedString(start), limit));
    }
    long count = record.entryCount();
    if (count < 0 || count > size / DIRECTORY_SIZE_BYTES) {
      throw faults.malformed(
          "the end record says there are %s entries, but the central directory has only %,d bytes"
              .formatted(Long.toUnsignedString(count), size));
    }
    if (count > 0) {
      byte[] signature = file.read(start, Integer.BYTES);
      if (LittleEndian.i32(signature, 0) != DIRECTORY_SIGNATURE) {
        throw faults.malformed(
            "at byte %,d, where the central directory should begin, stands something else"
                .formatted(start));
      }
    }
    return record;
  }
}
