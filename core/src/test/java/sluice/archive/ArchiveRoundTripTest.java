package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives written by the JDK are read, and what is written the JDK reads.
class ArchiveRoundTripTest {
  private static final int ROUNDS = 60;
  private static final byte[] NEW_CONTENT =
      "{\"new\": \"contents\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void randomArchives_readCopiedAndReplaced_agreeWithTheJdk() throws IOException {
    long seed = System.nanoTime() % 1_000_000;
    for (int round = 0; round < ROUNDS; round++) {
      // Spread: the first numbers of generators with neighbouring seeds are nearly the same.
      Random random = new Random((seed + round) * 0x9E3779B97F4A7C15L);
      String replay = "seed " + (seed + round);
      Path in = folder.resolve("in.zip");
      Path copied = folder.resolve("copied.zip");
      Path replaced = folder.resolve("replaced.zip");

      Map<String, byte[]> contents =
          switch (round % 3) {
            case 0 -> jdkArchive(in, random);
            case 1 -> handMadeArchive(in, random, false);
            default -> handMadeArchive(in, random, true);
          };

      assertSame(contents, OpenArchive.contents(in), replay);
      OpenArchive.copy(in, copied);
      assertSame(contents, jdkContents(copied), replay);
      if (round % 3 < 2) {
        assertArrayEquals(Files.readAllBytes(in), Files.readAllBytes(copied), replay);
      }
      OpenArchive.rewrite(in, replaced, name -> name.hashCode() % 3 == 0, NEW_CONTENT);
      contents.replaceAll((name, old) -> name.hashCode() % 3 == 0 ? NEW_CONTENT : old);
      assertSame(contents, OpenArchive.contents(replaced), replay);
      assertSame(contents, jdkContents(replaced), replay);
      assertSameMetadata(in, replaced, replay);
    }
  }

  private static void assertSame(
      Map<String, byte[]> expected, Map<String, byte[]> seen, String replay) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(seen.keySet()), replay);
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, seen.get(name), replay));
  }

  private static void assertSameMetadata(Path before, Path after, String replay)
      throws IOException {
    try (ZipFile old = new ZipFile(before.toFile());
        ZipFile changed = new ZipFile(after.toFile())) {
      assertEquals(old.getComment(), changed.getComment(), replay);
      for (ZipEntry entry : Collections.list(old.entries())) {
        ZipEntry other = changed.getEntry(entry.getName());
        assertEquals(entry.getLastModifiedTime(), other.getLastModifiedTime(), replay);
        assertEquals(entry.getComment(), other.getComment(), replay);
        if (entry.getExtra() == null || entry.getExtra()[0] != ExtraFields.ZIP64) {
          assertArrayEquals(entry.getExtra(), other.getExtra(), replay);
        }
      }
    }
  }

  private static Map<String, byte[]> jdkContents(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          contents.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return contents;
  }

  private static Map<String, byte[]> jdkArchive(Path file, Random random) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      if (random.nextBoolean()) {
        zip.setComment("comment " + random.nextInt());
      }
      for (int i = random.nextInt(40); i >= 0; i--) {
        byte[] content = content(random);
        ZipEntry entry = new ZipEntry(name(random, i));
        if (random.nextBoolean()) {
          store(entry, content);
        }
        if (random.nextBoolean()) {
          entry.setComment("about " + i);
        }
        if (random.nextBoolean()) {
          entry.setLastModifiedTime(FileTime.fromMillis(1_600_000_000_000L + i * 1000L));
        }
        zip.putNextEntry(entry);
        zip.write(content);
        contents.put(entry.getName(), content);
      }
    }
    return contents;
  }

  private static void store(ZipEntry entry, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
  }

  /// Forms the JDK reads and does not write: all descriptors, ZIP64 without need. What does not
  /// come out the same even when nothing changes only if asked for: ZIP64 end records without need,
  /// the directory in another order than the file.
  private static Map<String, byte[]> handMadeArchive(Path file, Random random, boolean unlikeOurs)
      throws IOException {
    LinkedHashMap<String, byte[]> contents = new LinkedHashMap<>();
    HandMade made = HandMade.of();
    made.zip64 = unlikeOurs && random.nextBoolean();
    made.reversed = unlikeOurs;
    for (int i = random.nextInt(40); i >= 0; i--) {
      byte[] content = content(random);
      HandMade.Entry entry = new HandMade.Entry(name(random, i), content, random.nextBoolean());
      if (random.nextBoolean()) {
        entry.withDescriptor(random.nextBoolean(), random.nextBoolean());
      } else if (random.nextBoolean()) {
        inZip64(entry);
      }
      if (random.nextBoolean()) {
        byte[] field = new HandMade.Bytes().i16(0xCAFE).i16(3).raw(new byte[] {1, 2, 3}).toBytes();
        entry.extra = new HandMade.Bytes().raw(entry.extra).raw(field).toBytes();
        entry.localExtra = new HandMade.Bytes().raw(entry.localExtra).raw(field).toBytes();
      }
      made.entries.add(entry);
      contents.put(new String(entry.name, StandardCharsets.UTF_8), content);
    }
    Files.write(file, made.toBytes());
    if (made.reversed) {
      List<String> names = List.copyOf(contents.keySet()).reversed();
      names.forEach(name -> contents.putLast(name, Objects.requireNonNull(contents.get(name))));
    }
    return contents;
  }

  private static void inZip64(HandMade.Entry entry) {
    entry.localExtra =
        new HandMade.Bytes().i16(1).i16(16).i64(entry.size).i64(entry.data.length).toBytes();
    entry.extra = entry.localExtra;
    entry.compressedSize = 0xFFFF_FFFFL;
    entry.size = 0xFFFF_FFFFL;
  }

  private static String name(Random random, int i) {
    return "f/".repeat(random.nextInt(4))
        + "ü".repeat(random.nextInt(2))
        + "name-"
        + "x".repeat(random.nextInt(30))
        + i
        + ".json";
  }

  private static byte[] content(Random random) {
    byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(100_000) : random.nextInt(900)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  @Test
  void directoryInAnotherOrderThanTheFile_isReadInTheDirectorysOrder() throws IOException {
    Path in = folder.resolve("in.zip");
    Path out = folder.resolve("out.zip");
    HandMade made = HandMade.of();
    for (int i = 0; i < 50; i++) {
      made.entries.add(HandMade.deflated("n" + i, "content " + i));
    }
    made.reversed = true;
    Files.write(in, made.toBytes());

    OpenArchive.rewrite(in, out, "n7"::equals, NEW_CONTENT);

    List<String> names = new ArrayList<>(OpenArchive.contents(in).keySet());
    assertEquals("n49", names.getFirst());
    assertEquals(names, List.copyOf(jdkContents(out).keySet()));
    assertArrayEquals(NEW_CONTENT, jdkContents(out).get("n7"));
    assertEquals("content 8", new String(jdkContents(out).get("n8"), StandardCharsets.UTF_8));
  }

  @Test
  void gapsAndBytesBeforeTheFirstRecord_areLegalAndDropped() throws IOException {
    Path in = folder.resolve("in.zip");
    Path out = folder.resolve("out.zip");
    HandMade.Entry second = HandMade.stored("b", "second");
    second.gapBefore = new byte[100];
    HandMade made = HandMade.of(HandMade.deflated("a", "first"), second);
    Files.write(
        folder.resolve("plain.zip"), made.with(m -> second.gapBefore = new byte[0]).toBytes());
    second.gapBefore = new byte[100];
    made.prefix = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
    made.beforeDirectory = new byte[17];
    Files.write(in, made.toBytes());

    OpenArchive.copy(in, out);

    assertArrayEquals(Files.readAllBytes(folder.resolve("plain.zip")), Files.readAllBytes(out));
  }

  @Test
  void moreThan65535Entries_areReadAndWrittenAsTheJdkDoes() throws IOException {
    Path in = folder.resolve("in.zip");
    Path out = folder.resolve("out.zip");
    int count = 70_000;
    try (OutputStream file = Files.newOutputStream(in);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file, 1 << 16))) {
      for (int i = 0; i < count; i++) {
        zip.putNextEntry(new ZipEntry("files/" + i + ".json"));
        zip.write(i);
      }
    }

    OpenArchive.copy(in, out);
    assertEquals(-1, Files.mismatch(in, out));
    OpenArchive.rewrite(in, out, name -> name.endsWith("7.json"), NEW_CONTENT);

    try (ZipFile zip = new ZipFile(out.toFile());
        Archive archive = OpenArchive.open(out)) {
      assertEquals(count, zip.size());
      assertEquals(count, archive.entryCount());
      try (InputStream contents = zip.getInputStream(zip.getEntry("files/69997.json"))) {
        assertArrayEquals(NEW_CONTENT, contents.readAllBytes());
      }
    }
    assertTrue(Files.size(out) > Files.size(in));
  }

  @Test
  void openingCanBeEnded() throws IOException {
    Path in = folder.resolve("in.zip");
    HandMade made = HandMade.of();
    for (int i = 0; i < 5_000; i++) {
      made.entries.add(HandMade.stored("n" + i, ""));
    }
    Files.write(in, made.toBytes());

    try (FileChannel channel = FileChannel.open(in)) {
      IllegalStateException ended =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Archive.open(
                      channel,
                      "in.zip",
                      folder,
                      () -> {
                        throw new IllegalStateException("enough");
                      }));
      assertEquals("enough", ended.getMessage());
      assertTrue(channel.isOpen());
    }
  }

  @Test
  void emptyArchiveAndFolders_areLegal() throws IOException {
    Path in = folder.resolve("in.zip");
    Path out = folder.resolve("out.zip");
    Files.write(in, HandMade.of().with(made -> made.comment = new byte[] {1, 2}).toBytes());

    OpenArchive.copy(in, out);

    assertArrayEquals(Files.readAllBytes(in), Files.readAllBytes(out));
    Files.write(in, HandMade.of(HandMade.stored("a/", ""), HandMade.stored("a/b/", "")).toBytes());
    assertEquals(List.of("a/", "a/b/"), List.copyOf(OpenArchive.contents(in).keySet()));
  }
}
