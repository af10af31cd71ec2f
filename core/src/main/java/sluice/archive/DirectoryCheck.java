package sluice.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import sluice.problem.SluiceException;

/// Checks what no record of the central directory shows alone: that no name comes twice and no two
/// local records overlap.
///
/// Names: rows of a name's hash and its record's position, sorted by [RowSorter]; where hashes are
/// equal the names themselves are compared. Overlaps: when local records ascend in the order of the
/// directory, as nearly always, each must begin behind the one before. Otherwise a second walk
/// sorts rows of start and end.
///
/// A local record's end is taken as the least it can be. What its own extra fields and its data
/// descriptor add is compared with [ArchiveEntry#recordLimit] when it is located.
final class DirectoryCheck {
  /// Different names with the same hash. Chance does not bring two among billions; more than this
  /// were made so, to have names compared without end.
  static final int SAME_HASH_MAX = 8;

  /// Entries between two looks whether to go on.
  private static final int ENTRIES_BETWEEN_CHECKS = 1024;

  private final ArchiveFile file;
  private final ArchiveFaults faults;
  private final EndRecord end;
  private final Path folder;
  private final Runnable check;

  DirectoryCheck(ArchiveFile file, EndRecord end, Path folder, Runnable check) {
    this.file = file;
    this.faults = file.faults();
    this.end = end;
    this.folder = folder;
    this.check = check;
  }

  /// @return whether local records ascend in the order of the directory
  /// @throws SluiceException `archive-malformed`, `archive-unsupported`, `limit-exceeded`
  boolean run() throws IOException {
    boolean ascending = true;
    try (RowSorter names = new RowSorter(folder, end.entryCount())) {
      long reached = 0;
      DirectoryCursor cursor = new DirectoryCursor(file, end);
      while (cursor.next()) {
        String refusal =
            EntryNames.refusal(cursor.bytes(), cursor.nameIndex(), cursor.nameLength());
        if (refusal != null) {
          throw faults.malformed(cursor.name(), refusal);
        }
        long hash = EntryNames.hash(cursor.bytes(), cursor.nameIndex(), cursor.nameLength());
        names.add(hash, cursor.position());
        ascending &= cursor.recordStart() >= reached;
        reached = Math.max(reached, cursor.recordEndMin());
        checkNowAndThen(cursor.passed());
      }
      names.sort();
      refuseEqualNames(names);
    }
    if (!ascending) {
      sortAndRefuseOverlaps();
    }
    return ascending;
  }

  private void checkNowAndThen(long count) {
    if (count % ENTRIES_BETWEEN_CHECKS == 0) {
      check.run();
    }
  }

  private void refuseEqualNames(RowSorter names) throws IOException {
    long[] positions = new long[SAME_HASH_MAX];
    int same = 0;
    long hash = 0;
    long rows = 0;
    while (names.next()) {
      same = names.key() == hash ? same : 0;
      hash = names.key();
      if (same > 0) {
        refuseEqualNames(positions, same, names.value());
      }
      positions[same] = names.value();
      same++;
      rows++;
      checkNowAndThen(rows);
    }
  }

  private void refuseEqualNames(long[] positions, int count, long position) throws IOException {
    byte[] name = name(position);
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(name, name(positions[i]))) {
        throw faults.malformed(
            new String(name, StandardCharsets.UTF_8),
            "two entries have this name, so programs differ in which one they read");
      }
    }
    if (count == SAME_HASH_MAX) {
      throw faults.limit(
          new String(name, StandardCharsets.UTF_8),
          "more than %d different names were made to share one hash".formatted(SAME_HASH_MAX),
          "rename the entry");
    }
  }

  /// The name of the record at a position of the directory.
  private byte[] name(long position) throws IOException {
    long start = end.directoryStart() + position;
    byte[] fixed = file.read(start, ZipLayout.DIRECTORY_SIZE_BYTES);
    int length = LittleEndian.u16(fixed, ZipLayout.DIRECTORY_NAME_LENGTH);
    return file.read(start + ZipLayout.DIRECTORY_SIZE_BYTES, length);
  }

  private void sortAndRefuseOverlaps() throws IOException {
    try (RowSorter extents = new RowSorter(folder, end.entryCount())) {
      DirectoryCursor cursor = new DirectoryCursor(file, end);
      while (cursor.next()) {
        extents.add(cursor.recordStart(), cursor.recordEndMin());
        checkNowAndThen(cursor.passed());
      }
      extents.sort();
      long reached = 0;
      long rows = 0;
      while (extents.next()) {
        if (extents.key() < reached) {
          throw faults.malformed(
              nameOfRecordAt(extents.key()),
              "its local record at byte %,d overlaps another one, which ends at byte %,d or later"
                  .formatted(extents.key(), reached));
        }
        reached = extents.value();
        rows++;
        checkNowAndThen(rows);
      }
    }
  }

  private String nameOfRecordAt(long recordStart) throws IOException {
    DirectoryCursor cursor = new DirectoryCursor(file, end);
    while (cursor.next()) {
      if (cursor.recordStart() == recordStart) {
        return cursor.name();
      }
    }
    throw faults.shortened();
  }
}
