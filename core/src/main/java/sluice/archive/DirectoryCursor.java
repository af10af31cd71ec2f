package sluice.archive;

import static sluice.archive.ZipLayout.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import sluice.problem.SluiceException;

/// Goes over the central directory record by record and checks each on its own: that it is one,
/// lies in the directory's span, is of a kind that is read, and names a local record that has room
/// in front of the directory. Makes no objects.
final class DirectoryCursor {
  /// What deflate can make of one byte: 258 bytes from 2 bits, a length and a distance of one bit
  /// each (RFC 1951, 3.2.5).
  static final long DEFLATE_RATIO_MAX = 1032;

  private final FileWindow window;
  private final ArchiveFaults faults;
  private final EndRecord end;
  private long passed;
  private long position;
  private int at;
  private int length;
  private int nameLength;
  private int extraLength;
  private int flags;
  private int method;
  private long compressedSize;
  private long size;
  private long recordStart;

  DirectoryCursor(ArchiveFile file, EndRecord end) {
    this.window = new FileWindow(file);
    this.faults = file.faults();
    this.end = end;
  }

  /// Goes to the next record.
  ///
  /// @return whether there is one
  /// @throws SluiceException `archive-malformed`, `archive-unsupported`
  boolean next() throws IOException {
    position += length;
    length = 0;
    long left = end.directorySize() - position;
    if (passed == end.entryCount()) {
      if (left != 0) {
        throw faults.malformed(
            "the central directory has %,d more bytes behind its %,d entries"
                .formatted(left, passed));
      }
      return false;
    }
    readLengths(left);
    byte[] bytes = window.bytes();
    flags = LittleEndian.u16(bytes, at + DIRECTORY_FLAGS);
    method = LittleEndian.u16(bytes, at + DIRECTORY_METHOD);
    readSizes(bytes);
    checkKind();
    checkSizes();
    passed++;
    return true;
  }

  private void readLengths(long left) throws IOException {
    if (left < DIRECTORY_SIZE_BYTES) {
      throw cutOff();
    }
    long start = end.directoryStart() + position;
    at = window.at(start, DIRECTORY_SIZE_BYTES);
    if (LittleEndian.i32(window.bytes(), at) != DIRECTORY_SIGNATURE) {
      throw faults.malformed(
          "entry %,d of %,d in the central directory, at byte %,d, does not begin as an entry"
              .formatted(passed + 1, end.entryCount(), start));
    }
    nameLength = LittleEndian.u16(window.bytes(), at + DIRECTORY_NAME_LENGTH);
    extraLength = LittleEndian.u16(window.bytes(), at + DIRECTORY_EXTRA_LENGTH);
    int comment = LittleEndian.u16(window.bytes(), at + DIRECTORY_COMMENT_LENGTH);
    length = DIRECTORY_SIZE_BYTES + nameLength + extraLength + comment;
    if (length > left) {
      throw cutOff();
    }
    at = window.at(start, length);
  }

  private SluiceException cutOff() {
    return faults.malformed(
        "the central directory ends inside entry %,d of %,d"
            .formatted(passed + 1, end.entryCount()));
  }

  private void readSizes(byte[] bytes) {
    compressedSize = LittleEndian.u32(bytes, at + DIRECTORY_COMPRESSED_SIZE);
    size = LittleEndian.u32(bytes, at + DIRECTORY_SIZE);
    recordStart = LittleEndian.u32(bytes, at + DIRECTORY_RECORD_START);
    long disk = LittleEndian.u16(bytes, at + DIRECTORY_DISK);
    if (compressedSize == IN_ZIP64_32
        || size == IN_ZIP64_32
        || recordStart == IN_ZIP64_32
        || disk == IN_ZIP64_16) {
      int from = at + DIRECTORY_SIZE_BYTES + nameLength;
      Zip64Field field = new Zip64Field(bytes, from, from + extraLength);
      size = field.value(size, IN_ZIP64_32);
      compressedSize = field.value(compressedSize, IN_ZIP64_32);
      recordStart = field.value(recordStart, IN_ZIP64_32);
      disk = field.disk(disk);
      if (field.isTooShort() || size < 0 || compressedSize < 0 || recordStart < 0) {
        throw faults.malformed(
            name(), "its ZIP64 field is missing, too short, or holds impossible sizes");
      }
    }
    if (disk != 0) {
      throw faults.unsupported(name(), "it lies on disk %,d of several".formatted(disk));
    }
  }

  private void checkKind() {
    if ((flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED_HEADER)) != 0) {
      throw faults.unsupported(name(), "it is encrypted");
    }
    if ((flags & FLAG_PATCHED) != 0) {
      throw faults.unsupported(name(), "it holds a patch, not the contents themselves");
    }
    if (method != METHOD_STORED && method != METHOD_DEFLATED) {
      throw faults.unsupported(
          name(),
          "it is compressed by method %d%s; read are 0 (stored) and 8 (deflated)"
              .formatted(method, methodName(method)));
    }
  }

  private void checkSizes() {
    if (method == METHOD_STORED && size != compressedSize) {
      throw faults.malformed(
          name(),
          "it is stored as it is, but has %,d bytes in the archive and %,d outside"
              .formatted(compressedSize, size));
    }
    long room = end.directoryStart() - LOCAL_SIZE_BYTES - nameLength;
    if (recordStart > room || compressedSize > room - recordStart) {
      throw faults.malformed(
          name(),
          "its %,d bytes from byte %,d on reach into the central directory at byte %,d"
              .formatted(compressedSize, recordStart, end.directoryStart()));
    }
    if (method == METHOD_DEFLATED && size > compressedSize * DEFLATE_RATIO_MAX) {
      throw faults.malformed(
          name(),
          "%,d bytes cannot become %,d, deflate makes at most %,d of one"
              .formatted(compressedSize, size, DEFLATE_RATIO_MAX));
    }
  }

  /// Names of the other methods (4.4.5).
  private static String methodName(int method) {
    String name =
        switch (method) {
          case 1 -> "shrink";
          case 2, 3, 4, 5 -> "reduce";
          case 6 -> "implode";
          case 9 -> "deflate64";
          case 10, 18, 19 -> "IBM";
          case 12 -> "bzip2";
          case 14 -> "LZMA";
          case 20, 93 -> "zstandard";
          case 94 -> "MP3";
          case 95 -> "XZ";
          case 96 -> "JPEG";
          case 97 -> "WavPack";
          case 98 -> "PPMd";
          case 99 -> "AES encryption";
          default -> "";
        };
    return name.isEmpty() ? "" : " (" + name + ")";
  }

  /// Bytes of the directory before this record, or all of them behind the last.
  long position() {
    return position;
  }

  /// Records passed, this one included.
  long passed() {
    return passed;
  }

  /// Array in which the record stands until the next call of [#next].
  byte[] bytes() {
    return window.bytes();
  }

  int recordIndex() {
    return at;
  }

  int recordLength() {
    return length;
  }

  int nameIndex() {
    return at + DIRECTORY_SIZE_BYTES;
  }

  int nameLength() {
    return nameLength;
  }

  String name() {
    return new String(window.bytes(), nameIndex(), nameLength, StandardCharsets.UTF_8);
  }

  long compressedSize() {
    return compressedSize;
  }

  long size() {
    return size;
  }

  long recordStart() {
    return recordStart;
  }

  /// The least end the local record can have: what its own extra fields and a data descriptor add
  /// is not in the directory.
  long recordEndMin() {
    return recordStart + LOCAL_SIZE_BYTES + nameLength + compressedSize;
  }
}
