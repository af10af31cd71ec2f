package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.memory.ChildJvm;

/// More bytes than four hold, and more entries than memory. Files are mostly holes.
class LargeArchiveTest {
  private static final long FIVE_GIB = 5L << 30;
  private static final int ENTRIES = 1_000_000;
  private static final byte[] SMALL =
      "contents behind four gigabytes".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  /// A stored entry of 5 GiB of zeros with a descriptor, and a small one behind it.
  private Path fiveGib() throws IOException {
    Path file = folder.resolve("large.zip");
    HandMade.Entry large = HandMade.stored("large.bin", "");
    HandMade.Entry small = new HandMade.Entry("small.json", SMALL, true);
    HandMade pieces = HandMade.of(small);
    byte[] whole = pieces.toBytes();
    int smallLocal = 30 + 10 + small.data.length;
    byte[] smallRecord = Arrays.copyOfRange(whole, smallLocal, whole.length - 22);
    HandMade.Bytes head = new HandMade.Bytes().i32(0x04034b50).i16(45).i16(8).i16(0).i32(0);
    head.i32(0).i32(0xFFFF_FFFFL).i32(0xFFFF_FFFFL).i16(large.name.length).i16(20);
    head.raw(large.name).i16(1).i16(16).i64(0).i64(0);
    long descriptorStart = head.size() + FIVE_GIB;
    HandMade.Bytes tail = new HandMade.Bytes().i32(0x08074b50).i32(0).i64(FIVE_GIB).i64(FIVE_GIB);
    long smallStart = descriptorStart + tail.size();
    tail.raw(Arrays.copyOf(whole, smallLocal));
    long directoryStart = descriptorStart + tail.size();
    tail.i32(0x02014b50).i16(45).i16(45).i16(8).i16(0).i32(0).i32(0);
    tail.i32(0xFFFF_FFFFL).i32(0xFFFF_FFFFL).i16(large.name.length).i16(20).i16(0).i16(0).i16(0);
    tail.i32(0).i32(0).raw(large.name).i16(1).i16(16).i64(FIVE_GIB).i64(FIVE_GIB);
    smallRecord[30] = 12;
    Arrays.fill(smallRecord, 42, 46, (byte) 0xFF);
    tail.raw(smallRecord).i16(1).i16(8).i64(smallStart);
    long directorySize = descriptorStart + tail.size() - directoryStart;
    tail.raw(new EndRecord(2, directoryStart, directorySize, new byte[0]).toBytes());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(head.toBytes()));
      channel.write(ByteBuffer.wrap(tail.toBytes()), descriptorStart);
    }
    return file;
  }

  @Test
  void entryAndOffsetBeyond4GiB_areReadAsTheJdkDoes() throws IOException {
    Path file = fiveGib();

    try (Archive archive = OpenArchive.open(file);
        EntryCodec codec = archive.codec(1000);
        ZipFile zip = new ZipFile(file.toFile())) {
      List<ArchiveEntry> entries = OpenArchive.entries(archive);
      RecordReader records = archive.records();
      LocalRecord large = records.locate(entries.get(0));
      LocalRecord small = records.locate(entries.get(1));
      int count = (int) (small.dataEnd() - small.dataStart());
      byte[] data = new byte[count];
      records.read(small.dataStart(), data, 0, count);

      assertEquals(FIVE_GIB, entries.get(0).size());
      assertEquals(FIVE_GIB, large.dataEnd() - large.dataStart());
      assertEquals(24, large.end() - large.dataEnd());
      assertTrue(small.start() > FIVE_GIB);
      assertEquals(SMALL.length, codec.inflate(entries.get(1), data, 0, count));
      assertArrayEquals(SMALL, Arrays.copyOf(codec.content(), SMALL.length));
      assertEquals(FIVE_GIB, zip.getEntry("large.bin").getSize());
      assertArrayEquals(SMALL, jdkContent(zip));
    }
  }

  @Test
  void entryTakenFromBeyond4GiB_needsNoZip64AnyMore() throws IOException {
    Path file = fiveGib();
    Path out = folder.resolve("out.zip");

    try (Archive archive = OpenArchive.open(file);
        FileChannel target =
            FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ArchiveWriter writer = archive.writer(target, folder)) {
      ArchiveEntry small = OpenArchive.entries(archive).get(1);
      writer.copy(small, archive.records().locate(small));
      writer.finish(new byte[0]);
    }

    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertArrayEquals(SMALL, jdkContent(zip));
    }
    byte[] plain = HandMade.of(new HandMade.Entry("small.json", SMALL, true)).toBytes();
    assertArrayEquals(plain, Files.readAllBytes(out));
  }

  @Test
  void directoryRecordsForOffsetsBeyond4GiB_areReadByTheJdk() throws IOException {
    for (int extras : new int[] {0, 3}) {
      Path in = folder.resolve("in" + extras + ".zip");
      Path out = folder.resolve("out" + extras + ".zip");
      HandMade.Entry one = new HandMade.Entry("small.json", SMALL, true);
      one.extra = new HandMade.Bytes().i16(0xCAFE).i16(extras).raw(new byte[extras]).toBytes();
      Files.write(in, HandMade.of(one).toBytes());
      try (Archive archive = OpenArchive.open(in);
          DirectorySpill spill = new DirectorySpill(folder);
          FileChannel target =
              FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ArchiveEntry entry = OpenArchive.entries(archive).getFirst();
        LocalRecord place = archive.records().locate(entry);
        target.position(FIVE_GIB);
        TargetBuffer buffer = new TargetBuffer(target);
        byte[] local = Arrays.copyOf(Files.readAllBytes(in), (int) place.end());
        buffer.put(local, 0, local.length);

        assertTrue(new DirectoryRecords(spill).addCopied(entry, FIVE_GIB));

        spill.moveTo(buffer);
        long size = buffer.position() - place.end();
        byte[] end = new EndRecord(1, FIVE_GIB + place.end(), size, new byte[0]).toBytes();
        buffer.put(end, 0, end.length);
        buffer.flush();
      }
      try (ZipFile zip = new ZipFile(out.toFile());
          Archive archive = OpenArchive.open(out)) {
        assertArrayEquals(SMALL, jdkContent(zip));
        assertEquals(FIVE_GIB, OpenArchive.entries(archive).getFirst().recordStart());
      }
    }
  }

  @Test
  void replacedContentsBeyond4GiB_getAZip64Field() throws IOException {
    Path in = folder.resolve("in.zip");
    Path out = folder.resolve("out.zip");
    HandMade.Entry small = new HandMade.Entry("small.json", SMALL, true);
    small.localExtra = new HandMade.Bytes().i16(0xCAFE).i16(1).raw(new byte[1]).toBytes();
    Files.write(in, HandMade.of(small).toBytes());
    byte[] data = new byte[6 << 20];

    try (Archive archive = OpenArchive.open(in);
        FileChannel target =
            FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ArchiveWriter writer = archive.writer(target, folder)) {
      ArchiveEntry entry = OpenArchive.entries(archive).getFirst();
      LocalRecord place = archive.records().locate(entry);
      writer.replace(entry, place, data, 0, data.length, 7, FIVE_GIB);
      writer.finish(new byte[0]);
    }

    try (Archive archive = OpenArchive.open(out);
        ZipFile zip = new ZipFile(out.toFile())) {
      ArchiveEntry entry = OpenArchive.entries(archive).getFirst();
      LocalRecord place = archive.records().locate(entry);
      assertEquals(FIVE_GIB, entry.size());
      assertEquals(data.length, place.dataEnd() - place.dataStart());
      assertEquals(30 + 10 + 20 + 5, place.dataStart());
      assertEquals(FIVE_GIB, zip.getEntry("small.json").getSize());
      assertEquals(data.length, zip.getEntry("small.json").getCompressedSize());
    }
  }

  private static byte[] jdkContent(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry("small.json"))) {
      return in.readAllBytes();
    }
  }

  /// The program whose memory is limited: opens, walks, prints how many entries there are.
  static final class WalkMain {
    private WalkMain() {}

    public static void main(String[] args) throws IOException {
      long count = 0;
      try (Archive archive = OpenArchive.open(Path.of(args[0]))) {
        DirectoryReader directory = archive.directory();
        while (directory.next() != null) {
          count++;
        }
      }
      System.out.print(count);
    }
  }

  @Test
  void aMillionEntries_areCheckedAndWalkedInASmallHeap() throws Exception {
    for (boolean ascending : new boolean[] {true, false}) {
      Path file = folder.resolve("many-" + ascending + ".zip");
      writeMany(file, ascending);

      ChildJvm.Outcome outcome =
          ChildJvm.of(WalkMain.class, file.toString()).withHeapMegabytes(12).run();

      assertEquals("", outcome.err());
      assertEquals(String.valueOf(ENTRIES), outcome.out());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "temporary files are left");
    }
  }

  /// A directory of a million entries over a hole where their local records would be.
  private static void writeMany(Path file, boolean ascending) throws IOException {
    long localSize = 100;
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out =
            new BufferedOutputStream(
                Channels.newOutputStream(channel.position(ENTRIES * localSize)), 1 << 16)) {
      HandMade.Entry entry = HandMade.stored("files/0000000.json", "12345");
      byte[] whole = HandMade.of(entry).toBytes();
      byte[] record = Arrays.copyOfRange(whole, 30 + 18 + 5, whole.length - 22);
      for (int i = 0; i < ENTRIES; i++) {
        LittleEndian.put32(record, 42, (ascending ? i : ENTRIES - 1 - i) * localSize);
        for (int digit = 0, rest = i; digit < 7; digit++, rest /= 10) {
          record[46 + 12 - digit] = (byte) ('0' + rest % 10);
        }
        out.write(record);
      }
      long size = (long) ENTRIES * record.length;
      out.write(new EndRecord(ENTRIES, ENTRIES * localSize, size, new byte[0]).toBytes());
    }
  }
}
