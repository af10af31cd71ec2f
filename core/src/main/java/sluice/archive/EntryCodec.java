package sluice.archive;

import static sluice.archive.ZipLayout.METHOD_STORED;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import sluice.problem.SluiceException;

/// Unpacks contents and checks them against the directory, and packs contents anew. Its buffers
/// grow to what the largest contents need, up to the limit given, and are used again.
///
/// For one thread. The same contents are packed into the same bytes by the same zlib.
public final class EntryCodec implements AutoCloseable {
  /// Each of the two buffers contents of any size pass when they are only verified.
  private static final int PIECE_SIZE_BYTES = 64 * 1024;

  /// What deflate adds at most to contents it cannot make smaller: five bytes for each stored block
  /// (RFC 1951, 3.2.4), and blocks have at least 8 KiB with zlib's memory level of 8.
  private static final int STORED_BLOCK_SIZE_BYTES = 8 * 1024;

  private static final int STORED_BLOCK_HEAD_SIZE_BYTES = 5;

  /// Room for the bits around the blocks.
  private static final int DEFLATED_SLACK_SIZE_BYTES = 64;

  private final ArchiveFaults faults;
  private final int contentSizeBytesMax;
  private final Inflater inflater = new Inflater(true);
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private final byte[] beyond = new byte[1];
  private byte[] content = new byte[0];
  private byte[] deflated = new byte[0];
  private byte @Nullable [] pieceIn;
  private byte @Nullable [] pieceOut;

  EntryCodec(ArchiveFaults faults, int contentSizeBytesMax) {
    this.faults = faults;
    this.contentSizeBytesMax = contentSizeBytesMax;
  }

  /// What the last [#inflate] unpacked, from index 0 on; valid until the next call.
  public byte[] content() {
    return content;
  }

  /// Unpacks contents into [#content] and checks their size and CRC.
  ///
  /// @param data holds all of the entry's data, `count` bytes from `from` on
  /// @return bytes of the contents
  /// @throws SluiceException `archive-malformed` when the data is not what the directory says,
  ///   `limit-exceeded` when the contents are larger than this codec may hold
  public int inflate(ArchiveEntry entry, byte[] data, int from, int count) {
    if (count != entry.compressedSize()) {
      throw new IllegalArgumentException(
          "%d bytes of data given, the entry has %d".formatted(count, entry.compressedSize()));
    }
    if (entry.size() > contentSizeBytesMax) {
      throw faults.limit(
          entry.name(),
          "its contents have %,d bytes, at most %,d are read"
              .formatted(entry.size(), contentSizeBytesMax),
          "remove or split the entry");
    }
    int size = (int) entry.size();
    if (content.length < size) {
      content = new byte[(int) Math.min(contentSizeBytesMax, Math.max(size, content.length * 2L))];
    }
    if (isBare(entry)) {
      System.arraycopy(data, from, content, 0, size);
    } else {
      inflate(entry, data, from, count, size);
    }
    crc.reset();
    crc.update(content, 0, size);
    checkCrc(entry);
    return size;
  }

  /// Whether the data is the contents. A deflated entry without any data, which some writers make
  /// of empty contents, counts as such.
  private static boolean isBare(ArchiveEntry entry) {
    return entry.method() == METHOD_STORED || entry.compressedSize() == 0;
  }

  private void inflate(ArchiveEntry entry, byte[] data, int from, int count, int size) {
    inflater.reset();
    inflater.setInput(data, from, count);
    int done = 0;
    while (done < size) {
      int got = inflateSome(entry, content, done, size - done);
      if (got == 0) {
        throw tooShort(entry, done);
      }
      done += got;
    }
    // The end of the stream may not have been reached when its last byte of contents was.
    if (inflateSome(entry, beyond, 0, beyond.length) > 0) {
      throw tooLong(entry);
    }
    checkFinished(entry, size);
  }

  /// Unpacks contents of any size piece by piece, checks their size and CRC, and keeps nothing.
  ///
  /// @param check called for each piece; ends the work by throwing
  /// @throws SluiceException `archive-malformed`
  public void verify(ArchiveEntry entry, RecordReader records, LocalRecord place, Runnable check)
      throws IOException {
    byte[] in = pieceIn == null ? new byte[PIECE_SIZE_BYTES] : pieceIn;
    pieceIn = in;
    crc.reset();
    inflater.reset();
    boolean bare = isBare(entry);
    long size = 0;
    long position = place.dataStart();
    while (position < place.dataEnd()) {
      check.run();
      int count = (int) Math.min(PIECE_SIZE_BYTES, place.dataEnd() - position);
      records.read(position, in, 0, count);
      position += count;
      if (bare) {
        crc.update(in, 0, count);
        size += count;
      } else {
        inflater.setInput(in, 0, count);
        size = verifyPiece(entry, size);
      }
    }
    if (!bare) {
      checkFinished(entry, size);
    }
    if (size < entry.size()) {
      throw tooShort(entry, size);
    }
    checkCrc(entry);
  }

  private long verifyPiece(ArchiveEntry entry, long before) {
    byte[] out = pieceOut == null ? new byte[PIECE_SIZE_BYTES] : pieceOut;
    pieceOut = out;
    long size = before;
    for (int got = inflateSome(entry, out, 0, out.length);
        got > 0;
        got = inflateSome(entry, out, 0, out.length)) {
      crc.update(out, 0, got);
      size += got;
      if (size > entry.size()) {
        throw tooLong(entry);
      }
    }
    if (inflater.finished() && inflater.getRemaining() > 0) {
      checkFinished(entry, size);
    }
    return size;
  }

  private int inflateSome(ArchiveEntry entry, byte[] target, int from, int room) {
    try {
      return inflater.inflate(target, from, room);
    } catch (DataFormatException e) {
      throw faults.malformed(
          entry.name(),
          "its data is not deflated%s"
              .formatted(e.getMessage() == null ? "" : " (" + e.getMessage() + ")"),
          e);
    }
  }

  private void checkFinished(ArchiveEntry entry, long size) {
    if (!inflater.finished()) {
      throw tooShort(entry, size);
    }
    if (inflater.getRemaining() > 0) {
      throw faults.malformed(
          entry.name(),
          "%,d bytes of its data are left when its contents are complete"
              .formatted(inflater.getRemaining()));
    }
  }

  private SluiceException tooShort(ArchiveEntry entry, long done) {
    return faults.malformed(
        entry.name(),
        "its data ends after %,d of %,d bytes of contents".formatted(done, entry.size()));
  }

  private SluiceException tooLong(ArchiveEntry entry) {
    return faults.malformed(
        entry.name(),
        "its contents are longer than the %,d bytes the central directory says"
            .formatted(entry.size()));
  }

  private void checkCrc(ArchiveEntry entry) {
    if (crc.getValue() != entry.crc()) {
      throw faults.malformed(
          entry.name(),
          "its contents have the checksum %08x, the central directory says %08x"
              .formatted(crc.getValue(), entry.crc()));
    }
  }

  /// Packs contents (method 8, zlib's usual level).
  ///
  /// @return the packed bytes in this codec's buffer, valid until the next call
  public Deflated deflate(byte[] bytes, int from, int count) {
    int room =
        Math.toIntExact(
            count
                + (count / STORED_BLOCK_SIZE_BYTES + 1L) * STORED_BLOCK_HEAD_SIZE_BYTES
                + DEFLATED_SLACK_SIZE_BYTES);
    if (deflated.length < room) {
      deflated = new byte[room];
    }
    deflater.reset();
    deflater.setInput(bytes, from, count);
    deflater.finish();
    int length = 0;
    while (!deflater.finished()) {
      if (length == deflated.length) {
        deflated = Arrays.copyOf(deflated, Math.toIntExact(deflated.length * 2L));
      }
      length += deflater.deflate(deflated, length, deflated.length - length);
    }
    crc.reset();
    crc.update(bytes, from, count);
    return new Deflated(deflated, length, crc.getValue(), count);
  }

  @Override
  public void close() {
    inflater.end();
    deflater.end();
  }
}
