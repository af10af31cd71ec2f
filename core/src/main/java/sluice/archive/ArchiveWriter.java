package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sluice.problem.SluiceException;

/// Writes a new archive from entries of another one, in the order they are given: copied raw, or
/// with other contents. What lies between the old archive's records is left out. The new central
/// directory waits in a [DirectorySpill].
///
/// Neighbouring records that are copied are one stretch; long stretches are copied inside the
/// system, short ones pass a [FileWindow] and the [TargetBuffer], so that neither kind costs a call
/// of the system for each entry. For one thread.
public final class ArchiveWriter implements AutoCloseable {
  /// From this length on a stretch is handed to the system.
  private static final long TRANSFER_SIZE_BYTES_MIN = 256 * 1024;

  private final ArchiveFile source;
  private final FileWindow window;
  private final TargetBuffer target;
  private final DirectorySpill spill;
  private final DirectoryRecords records;
  private final byte[] fixed = new byte[LOCAL_SIZE_BYTES];

  /// A ZIP64 field with both sizes (4.5.3).
  private final byte[] zip64 = new byte[ExtraFields.HEAD_SIZE_BYTES + 2 * Long.BYTES];

  private long stretchStart;
  private long stretchEnd;
  private long entryCount;

  ArchiveWriter(ArchiveFile source, FileChannel target, Path spillFolder) {
    this.source = source;
    this.window = new FileWindow(source);
    this.target = new TargetBuffer(target);
    this.spill = new DirectorySpill(spillFolder);
    this.records = new DirectoryRecords(spill);
  }

  /// Copies an entry as it is: its local record byte for byte, its directory record with the new
  /// offset.
  ///
  /// @throws SluiceException `input-changed` when the source has become shorter
  public void copy(ArchiveEntry entry, LocalRecord place) throws IOException {
    long offset = bytesWritten();
    if (place.start() != stretchEnd) {
      writeStretch();
      stretchStart = place.start();
    }
    stretchEnd = place.end();
    requireRoom(entry, records.addCopied(entry, offset));
    entryCount++;
  }

  /// Writes an entry with other contents. Name, times, attributes, comment and extra fields stay,
  /// those of the local header as they stand in the source; a ZIP64 field comes or goes as the new
  /// sizes need it. The data descriptor is dropped (bit 3), CRC and sizes stand in the header.
  ///
  /// @param data deflated contents, `count` bytes from `from` on
  /// @param crc CRC-32 of the contents
  /// @param size bytes of the contents
  public void replace(
      ArchiveEntry entry, LocalRecord place, byte[] data, int from, int count, long crc, long size)
      throws IOException {
    writeStretch();
    long offset = target.position();
    writeHeader(entry, place, count, crc, size);
    target.put(data, from, count);
    requireRoom(entry, records.addReplaced(entry, crc, count, size, offset));
    entryCount++;
  }

  /// Writes an entry that the old archive does not have, below 4 GiB. It has no time of its own:
  /// the earliest an archive can tell, so that the same entries always give the same bytes.
  ///
  /// @param name relative path, parts joined by `/`
  /// @param data deflated contents, `count` bytes from `from` on
  /// @param crc CRC-32 of the contents
  /// @param size bytes of the contents
  public void add(String name, byte[] data, int from, int count, long crc, long size)
      throws IOException {
    writeStretch();
    long offset = target.position();
    ArchiveEntry entry = NewEntry.of(name, crc, count, size, offset);
    byte[] header = NewEntry.header(entry);
    target.put(header, 0, header.length);
    target.put(data, from, count);
    requireRoom(entry, records.addReplaced(entry, crc, count, size, offset));
    entryCount++;
  }

  private void writeHeader(
      ArchiveEntry entry, LocalRecord place, int compressedSize, long crc, long size)
      throws IOException {
    int length = (int) (place.dataStart() - place.start());
    int at = window.at(place.start(), length);
    byte[] bytes = window.bytes();
    System.arraycopy(bytes, at, fixed, 0, fixed.length);
    int nameLength = LittleEndian.u16(fixed, LOCAL_NAME_LENGTH);
    int extraFrom = at + LOCAL_SIZE_BYTES + nameLength;
    int extraEnd = at + length;
    boolean large = size >= IN_ZIP64_32;
    int zip64Size = large ? zip64.length : 0;
    int extraLength = zip64Size + ExtraFields.sizeWithoutZip64(bytes, extraFrom, extraEnd);
    requireRoom(entry, extraLength <= VARIABLE_SIZE_BYTES_MAX);
    int flags = LittleEndian.u16(fixed, LOCAL_FLAGS) & ~(FLAG_DESCRIPTOR | FLAGS_DEFLATE_LEVEL);
    int version = LittleEndian.u16(fixed, LOCAL_VERSION_NEEDED);
    LittleEndian.put16(
        fixed, LOCAL_VERSION_NEEDED, Math.max(version, large ? VERSION_ZIP64 : VERSION_DEFLATE));
    LittleEndian.put16(fixed, LOCAL_FLAGS, flags);
    LittleEndian.put16(fixed, LOCAL_METHOD, METHOD_DEFLATED);
    LittleEndian.put32(fixed, LOCAL_CRC, crc);
    LittleEndian.put32(fixed, LOCAL_COMPRESSED_SIZE, large ? IN_ZIP64_32 : compressedSize);
    LittleEndian.put32(fixed, LOCAL_SIZE, large ? IN_ZIP64_32 : size);
    LittleEndian.put16(fixed, LOCAL_EXTRA_LENGTH, extraLength);
    target.put(fixed, 0, fixed.length);
    target.put(bytes, at + LOCAL_SIZE_BYTES, nameLength);
    if (large) {
      LittleEndian.put16(zip64, 0, ExtraFields.ZIP64);
      LittleEndian.put16(zip64, 2, 2 * Long.BYTES);
      LittleEndian.put64(zip64, ExtraFields.HEAD_SIZE_BYTES, size);
      LittleEndian.put64(zip64, ExtraFields.HEAD_SIZE_BYTES + Long.BYTES, compressedSize);
      target.put(zip64, 0, zip64.length);
    }
    int old = ExtraFields.findZip64(bytes, extraFrom, extraEnd);
    int rest = extraFrom;
    if (old >= 0) {
      target.put(bytes, extraFrom, old - extraFrom);
      rest = old + ExtraFields.fieldSize(bytes, old);
    }
    target.put(bytes, rest, extraEnd - rest);
  }

  private void requireRoom(ArchiveEntry entry, boolean hasRoom) {
    if (!hasRoom) {
      throw source
          .faults()
          .limit(
              entry.name(),
              "its extra fields leave no room for sizes or an offset of eight bytes",
              "pack the archive again without extra fields");
    }
  }

  /// Writes the central directory and the end records, and hands everything to the system. Nothing
  /// may be written after it.
  ///
  /// @param comment at most 65,535 bytes
  public void finish(byte[] comment) throws IOException {
    if (comment.length > VARIABLE_SIZE_BYTES_MAX) {
      throw new IllegalArgumentException("comment of " + comment.length + " bytes");
    }
    writeStretch();
    long directoryStart = target.position();
    spill.moveTo(target);
    long directorySize = target.position() - directoryStart;
    byte[] end = new EndRecord(entryCount, directoryStart, directorySize, comment).toBytes();
    target.put(end, 0, end.length);
    target.flush();
  }

  /// Bytes of the new archive so far, what waits in memory or to be copied included.
  public long bytesWritten() {
    return target.position() + (stretchEnd - stretchStart);
  }

  /// Bytes of the new central directory that went to a temporary file.
  public long spilledBytes() {
    return spill.spilledBytes();
  }

  private void writeStretch() throws IOException {
    long length = stretchEnd - stretchStart;
    if (length >= TRANSFER_SIZE_BYTES_MIN) {
      if (target.transfer(source.channel(), stretchStart, length) != length) {
        throw source.faults().shortened();
      }
    } else if (length > 0) {
      int at = window.at(stretchStart, (int) length);
      target.put(window.bytes(), at, (int) length);
    }
    stretchStart = 0;
    stretchEnd = 0;
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
