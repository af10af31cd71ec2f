package sluice.archive;

/// Where an entry's local record lies in the archive (4.3.6), offsets from the start of the file.
///
/// @param start first byte of the local header
/// @param dataStart first byte of the data
/// @param dataEnd first byte behind the data
/// @param end first byte behind the record, a data descriptor included
public record LocalRecord(long start, long dataStart, long dataEnd, long end) {
  public LocalRecord {
    if (start < 0 || dataStart < start || dataEnd < dataStart || end < dataEnd) {
      throw new IllegalArgumentException(
          "out of order: %d, %d, %d, %d".formatted(start, dataStart, dataEnd, end));
    }
  }
}
