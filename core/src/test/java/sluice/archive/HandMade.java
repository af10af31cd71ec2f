package sluice.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Builds archives field by field, so that any field can lie. Knows nothing of the code under test.
final class HandMade {
  /// One entry; what is not set is true.
  static final class Entry {
    byte[] name;
    byte[] data;
    int method;
    int flags = 1 << 11;
    long crc;
    long size;
    byte @Nullable [] localName;
    byte[] localExtra = {};
    byte[] extra = {};
    byte[] comment = {};
    byte[] descriptor = {};
    int disk;
    int localMethod = -1;
    int localFlags = -1;
    long localCrc = -1;
    long localCompressedSize = -1;
    long localSize = -1;
    long compressedSize = -1;
    long recordStart = -1;
    int localSignature = 0x04034b50;
    int signature = 0x02014b50;
    byte[] gapBefore = {};
    boolean inDirectory = true;

    Entry(String name, byte[] content, boolean deflated) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.method = deflated ? 8 : 0;
      this.data = deflated ? deflate(content) : content.clone();
      this.size = content.length;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = sum.getValue();
    }

    /// Sizes only behind the data (bit 3), in one of the four forms.
    Entry withDescriptor(boolean signature, boolean large) {
      flags |= 1 << 3;
      localCrc = 0;
      localCompressedSize = 0;
      localSize = 0;
      Bytes bytes = new Bytes();
      if (signature) {
        bytes.i32(0x08074b50);
      }
      bytes.i32(crc);
      if (large) {
        bytes.i64(data.length).i64(size);
      } else {
        bytes.i32(data.length).i32(size);
      }
      descriptor = bytes.toBytes();
      return this;
    }
  }

  /// Little-endian numbers one after the other.
  static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes i16(long value) {
      return put(value, 2);
    }

    Bytes i32(long value) {
      return put(value, 4);
    }

    Bytes i64(long value) {
      return put(value, 8);
    }

    private Bytes put(long value, int count) {
      byte[] eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
      out.write(eight, 0, count);
      return this;
    }

    Bytes raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    int size() {
      return out.size();
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }

  final List<Entry> entries = new ArrayList<>();
  byte[] prefix = {};
  byte[] beforeDirectory = {};
  byte[] behindDirectory = {};
  byte[] comment = {};
  byte[] trailing = {};
  boolean zip64;
  boolean reversed;
  long count = -1;
  long countOnDisk = -1;
  long disk;
  long directoryStart = -1;
  long directorySize = -1;
  long commentLength = -1;
  @Nullable Long zip64Count;
  @Nullable Long zip64Start;
  long zip64RecordSize = 44;
  @Nullable Long zip64DirectoryStart;
  long zip64Disks = 1;
  int zip64Signature = 0x06064b50;

  static HandMade of(Entry... entries) {
    HandMade made = new HandMade();
    made.entries.addAll(List.of(entries));
    return made;
  }

  static Entry deflated(String name, String content) {
    return new Entry(name, content.getBytes(StandardCharsets.UTF_8), true);
  }

  static Entry stored(String name, String content) {
    return new Entry(name, content.getBytes(StandardCharsets.UTF_8), false);
  }

  HandMade with(Consumer<HandMade> change) {
    change.accept(this);
    return this;
  }

  byte[] toBytes() {
    Bytes out = new Bytes().raw(prefix);
    List<byte[]> records = new ArrayList<>();
    for (Entry entry : entries) {
      out.raw(entry.gapBefore);
      long start = entry.recordStart < 0 ? out.size() : entry.recordStart;
      local(out, entry);
      if (entry.inDirectory) {
        records.add(record(entry, start));
      }
    }
    out.raw(beforeDirectory);
    long realStart = out.size();
    for (byte[] record : reversed ? records.reversed() : records) {
      out.raw(record);
    }
    out.raw(behindDirectory);
    long realSize = out.size() - realStart;
    long start = directoryStart < 0 ? realStart : directoryStart;
    long size = directorySize < 0 ? realSize : directorySize;
    long total = count < 0 ? records.size() : count;
    if (zip64) {
      long recordStart = zip64Start == null ? out.size() : zip64Start;
      long total64 = zip64Count == null ? total : zip64Count;
      out.i32(zip64Signature).i64(zip64RecordSize).i16(45).i16(45).i32(0).i32(0);
      out.i64(total64).i64(total64).i64(size);
      out.i64(zip64DirectoryStart == null ? start : zip64DirectoryStart);
      out.i32(0x07064b50).i32(0).i64(recordStart).i32(zip64Disks);
      total = count < 0 ? 0xFFFF : total;
      size = directorySize < 0 ? 0xFFFF_FFFFL : size;
      start = directoryStart < 0 ? 0xFFFF_FFFFL : start;
    }
    out.i32(0x06054b50).i16(disk).i16(disk).i16(countOnDisk < 0 ? total : countOnDisk).i16(total);
    out.i32(size).i32(start).i16(commentLength < 0 ? comment.length : commentLength).raw(comment);
    return out.raw(trailing).toBytes();
  }

  private static void local(Bytes out, Entry entry) {
    byte[] name = entry.localName == null ? entry.name : entry.localName;
    out.i32(entry.localSignature).i16(20);
    out.i16(entry.localFlags < 0 ? entry.flags : entry.localFlags);
    out.i16(entry.localMethod < 0 ? entry.method : entry.localMethod);
    out.i16(0x6A21).i16(0x5B21);
    out.i32(entry.localCrc < 0 ? entry.crc : entry.localCrc);
    out.i32(entry.localCompressedSize < 0 ? compressedSize(entry) : entry.localCompressedSize);
    out.i32(entry.localSize < 0 ? entry.size : entry.localSize);
    out.i16(name.length).i16(entry.localExtra.length).raw(name).raw(entry.localExtra);
    out.raw(entry.data).raw(entry.descriptor);
  }

  private static long compressedSize(Entry entry) {
    return entry.compressedSize < 0 ? entry.data.length : entry.compressedSize;
  }

  private static byte[] record(Entry entry, long start) {
    Bytes out = new Bytes().i32(entry.signature).i16(0x0314).i16(20).i16(entry.flags);
    out.i16(entry.method).i16(0x6A21).i16(0x5B21).i32(entry.crc);
    out.i32(compressedSize(entry)).i32(entry.size).i16(entry.name.length);
    out.i16(entry.extra.length).i16(entry.comment.length).i16(entry.disk).i16(0);
    out.i32(0x81A40000L).i32(start).raw(entry.name).raw(entry.extra).raw(entry.comment);
    return out.toBytes();
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] bytes = new byte[content.length + content.length / 1000 + 64];
    int length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }
}
