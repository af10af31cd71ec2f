package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sluice.archive.HandMade.deflated;
import static sluice.archive.HandMade.stored;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Archives with one lie each, and the problem each ends in. Long, because it is a list: one short
/// test for each lie.
class HostileArchiveTest {
  @TempDir Path folder;

  private static HandMade two() {
    return HandMade.of(
        deflated("one.json", "the contents of the first entry, the first entry"),
        stored("two.json", "contents of the second"));
  }

  /// Two entries of which the first lies.
  private static HandMade lying(Consumer<HandMade.Entry> lie) {
    HandMade made = two();
    lie.accept(made.entries.getFirst());
    return made;
  }

  private Problem refused(HandMade made, ProblemCode code, String why) throws IOException {
    return refused(made.toBytes(), code, why);
  }

  private Problem refused(byte[] archive, ProblemCode code, String why) throws IOException {
    Path file = folder.resolve("hostile.zip");
    Files.write(file, archive);
    Problem problem =
        assertThrows(SluiceException.class, () -> OpenArchive.contents(file)).problem();
    assertEquals(code, problem.code(), problem::render);
    assertTrue(String.valueOf(problem.why()).contains(why), problem::render);
    assertTrue(String.valueOf(problem.where()).startsWith("test.zip"), problem::render);
    assertTrue(problem.help() != null, problem::render);
    return problem;
  }

  private Problem malformed(HandMade made, String why) throws IOException {
    return refused(made, ProblemCode.ARCHIVE_MALFORMED, why);
  }

  private Problem unsupported(HandMade made, String why) throws IOException {
    return refused(made, ProblemCode.ARCHIVE_UNSUPPORTED, why);
  }

  @Test
  void theHonestOne_isRead() throws IOException {
    Path file = folder.resolve("honest.zip");
    Files.write(file, two().toBytes());

    assertEquals(List.of("one.json", "two.json"), List.copyOf(OpenArchive.contents(file).keySet()));
  }

  @Test
  void problems_nameArchiveAndEntry() throws IOException {
    Problem problem = unsupported(lying(entry -> entry.flags |= 1), "encrypted");

    assertEquals("test.zip, entry \"one.json\"", String.valueOf(problem.where()));
  }

  // The end of the file.

  @Test
  void emptyFile() throws IOException {
    refused(new byte[0], ProblemCode.ARCHIVE_MALFORMED, "no end record");
  }

  @Test
  void noEndRecord() throws IOException {
    refused(new byte[100_000], ProblemCode.ARCHIVE_MALFORMED, "no end record");
  }

  @Test
  void cutOff() throws IOException {
    byte[] bytes = two().toBytes();
    refused(
        Arrays.copyOf(bytes, bytes.length - 22), ProblemCode.ARCHIVE_MALFORMED, "no end record");
  }

  @Test
  void bytesBehindTheEnd() throws IOException {
    malformed(two().with(made -> made.trailing = new byte[] {10}), "1 bytes follow it");
  }

  @Test
  void commentCutOff() throws IOException {
    malformed(two().with(made -> made.commentLength = 5), "comment of 5 bytes");
  }

  @Test
  void endRecordInsideTheComment_isPassedOver() throws IOException {
    Path file = folder.resolve("comment.zip");
    HandMade made = two();
    byte[] comment = Arrays.copyOf("see ".getBytes(StandardCharsets.UTF_8), 4 + 22);
    System.arraycopy(HandMade.of().toBytes(), 0, comment, 4, 22);
    // So that the false one is plausible but for its place.
    comment[4 + 16] = 77;
    made.comment = comment;
    Files.write(file, made.toBytes());

    assertEquals(2, OpenArchive.contents(file).size());
    try (Archive archive = OpenArchive.open(file)) {
      assertEquals(
          new String(comment, StandardCharsets.ISO_8859_1),
          new String(archive.comment(), StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void partOfSeveralDisks() throws IOException {
    unsupported(two().with(made -> made.disk = 1), "several disks");
  }

  @Test
  void entriesOnOtherDisks() throws IOException {
    unsupported(two().with(made -> made.countOnDisk = 1), "several disks");
  }

  @Test
  void countTooLarge() throws IOException {
    malformed(two().with(made -> made.count = 3), "only");
  }

  @Test
  void countTooLargeByOneWhereRecordsAreLong() throws IOException {
    HandMade made = two();
    made.entries.getFirst().comment = new byte[200];
    malformed(made.with(m -> m.count = 3), "ends inside entry 3 of 3");
  }

  @Test
  void countTooSmall() throws IOException {
    malformed(two().with(made -> made.count = 1), "more bytes behind its 1 entries");
  }

  @Test
  void directoryOffsetTooSmall() throws IOException {
    malformed(two().with(made -> made.directoryStart = 10), "must end at byte");
  }

  @Test
  void directoryOffsetBeyondTheFile() throws IOException {
    malformed(two().with(made -> made.directoryStart = 0xFFFF_FFF0L), "must end at byte");
  }

  @Test
  void directorySizeTooSmall() throws IOException {
    malformed(two().with(made -> made.directorySize = 46), "must end at byte");
  }

  @Test
  void directoryBeginsAsSomethingElse() throws IOException {
    HandMade made = two();
    made.beforeDirectory = new byte[8];
    int start = made.toBytes().length;
    made.directorySize = 46 + 8 + 46 + 8 + 8;
    made.directoryStart = start - 22 - made.directorySize;
    malformed(made, "stands something else");
  }

  @Test
  void directoryLongerThanItsEntries() throws IOException {
    malformed(two().with(made -> made.behindDirectory = new byte[50]), "50 more bytes behind");
  }

  // ZIP64 end record and locator.

  @Test
  void zip64EndRecord_isRead() throws IOException {
    Path file = folder.resolve("zip64.zip");
    Files.write(file, two().with(made -> made.zip64 = true).toBytes());

    assertEquals(2, OpenArchive.contents(file).size());
  }

  @Test
  void locatorPointsBeyondTheFile() throws IOException {
    malformed(two().with(HostileArchiveTest::zip64).with(m -> m.zip64Start = 1L << 40), "no room");
  }

  @Test
  void locatorPointsBeforeTheFile() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64Start = Long.MIN_VALUE), "no room");
  }

  @Test
  void locatorPointsElsewhere() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64Start = 3L), "stands no ZIP64");
  }

  @Test
  void zip64RecordLiesAboutItsSize() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64RecordSize = 1 << 20),
        "stands no ZIP64");
  }

  @Test
  void zip64RecordWithoutSignature() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64Signature = 7), "stands no ZIP64");
  }

  @Test
  void zip64CountOfBillions() throws IOException {
    malformed(two().with(HostileArchiveTest::zip64).with(m -> m.zip64Count = 1L << 40), "only");
  }

  @Test
  void zip64CountBelowZero() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64Count = -5L),
        "18446744073709551611");
  }

  @Test
  void zip64DirectoryBelowZero() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.zip64DirectoryStart = -100L), "must end");
  }

  @Test
  void oldAndZip64EndRecordDiffer() throws IOException {
    malformed(
        two().with(HostileArchiveTest::zip64).with(m -> m.count = 2).with(m -> m.zip64Count = 1L),
        "differ: entries 2 and 1");
  }

  @Test
  void zip64LocatorOfSeveralDisks() throws IOException {
    unsupported(two().with(HostileArchiveTest::zip64).with(m -> m.zip64Disks = 2), "several disks");
  }

  private static void zip64(HandMade made) {
    made.zip64 = true;
  }

  // Records of the directory.

  @Test
  void directoryRecordWithoutSignature() throws IOException {
    HandMade made = two();
    made.entries.getLast().signature = 1;
    malformed(made, "entry 2 of 2");
  }

  @Test
  void encrypted() throws IOException {
    unsupported(lying(entry -> entry.flags |= 1), "encrypted");
  }

  @Test
  void stronglyEncrypted() throws IOException {
    unsupported(lying(entry -> entry.flags |= 1 << 6), "encrypted");
  }

  @Test
  void maskedHeader() throws IOException {
    unsupported(lying(entry -> entry.flags |= 1 << 13), "encrypted");
  }

  @Test
  void patchedData() throws IOException {
    unsupported(lying(entry -> entry.flags |= 1 << 5), "patch");
  }

  @Test
  void otherMethods_areNamed() throws IOException {
    unsupported(lying(entry -> entry.method = 14), "method 14 (LZMA)");
    unsupported(lying(entry -> entry.method = 93), "method 93 (zstandard)");
    unsupported(lying(entry -> entry.method = 77), "method 77;");
  }

  @Test
  void entryOnAnotherDisk() throws IOException {
    unsupported(lying(entry -> entry.disk = 2), "disk 2");
  }

  @Test
  void storedEntryWithTwoSizes() throws IOException {
    HandMade made = two();
    made.entries.getLast().size = 1000;
    malformed(made, "stored as it is");
  }

  @Test
  void moreThanDeflateCanMake() throws IOException {
    malformed(lying(entry -> entry.size = entry.data.length * 1032L + 1), "at most 1,032 of one");
  }

  @Test
  void deflatedContentsWithoutData() throws IOException {
    malformed(
        lying(entry -> {
          entry.data = new byte[0];
          entry.size = 5;
        }),
        "at most 1,032 of one");
  }

  @Test
  void recordReachesIntoTheDirectory() throws IOException {
    malformed(lying(entry -> entry.compressedSize = 10_000), "reach into the central directory");
  }

  @Test
  void recordStartsBehindTheDirectory() throws IOException {
    malformed(lying(entry -> entry.recordStart = 1_000_000), "reach into the central directory");
  }

  @Test
  void zip64FieldIsMissing() throws IOException {
    malformed(lying(entry -> entry.compressedSize = 0xFFFF_FFFFL), "ZIP64 field is missing");
  }

  @Test
  void zip64FieldIsTooShort() throws IOException {
    malformed(
        lying(entry -> {
          entry.extra = new HandMade.Bytes().i16(1).i16(4).i32(5).toBytes();
          entry.compressedSize = 0xFFFF_FFFFL;
        }),
        "too short");
  }

  @Test
  void zip64SizeBelowZero() throws IOException {
    malformed(
        lying(entry -> {
          entry.extra = new HandMade.Bytes().i16(1).i16(8).i64(-1).toBytes();
          entry.compressedSize = 0xFFFF_FFFFL;
        }),
        "impossible");
  }

  @Test
  void zip64SizeThatWouldOverflow() throws IOException {
    malformed(
        lying(entry -> {
          entry.extra = new HandMade.Bytes().i16(1).i16(8).i64(Long.MAX_VALUE).toBytes();
          entry.compressedSize = 0xFFFF_FFFFL;
        }),
        "reach into the central directory");
  }

  // Names.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../up.json",
        "a/../../up.json",
        "a/..",
        "./a",
        "a/./b",
        ".",
        "..",
        "a\\b",
        "..\\up.json",
        "C:/windows",
        "c:x",
        "a:b/c",
        "a\0b",
        "files/a/b/cdefgh/../../x",
        "0123456/../../x.json",
        "01234567/..",
        "012345678901234\0"
      })
  void namesThatLeadAway(String name) throws IOException {
    HandMade made = lying(entry -> entry.name = name.getBytes(StandardCharsets.UTF_8));
    malformed(made, "its name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        ".hidden",
        "a/.hidden",
        "a..b",
        "a/b..",
        "...",
        "a/.../b",
        "a//b",
        "ü/日本.json",
        "12:30",
        "files/0123-4567/pages/89.json",
        "a/"
      })
  void namesThatAreOnlyUnusual_areRead(String name) throws IOException {
    Path file = folder.resolve("names.zip");
    Files.write(file, HandMade.of(deflated("first", "1"), stored(name, "")).toBytes());

    assertEquals(List.of("first", name), List.copyOf(OpenArchive.contents(file).keySet()));
  }

  @Test
  void nameThatIsNotUtf8_withAndWithoutBit11() throws IOException {
    byte[] name = {'a', (byte) 0x81, 'b'};
    malformed(lying(entry -> entry.name = name), "not UTF-8");
    malformed(
        lying(entry -> {
          entry.name = name;
          entry.flags = 0;
        }),
        "not UTF-8");
  }

  @Test
  void twoEntriesOfTheSameName() throws IOException {
    HandMade made = HandMade.of(stored("a", "1"), stored("b", "2"), stored("a", "3"));
    malformed(made, "two entries have this name");
  }

  // Local records.

  @Test
  void twoEntriesShareALocalRecord() throws IOException {
    HandMade made = HandMade.of(stored("a", "1"), stored("b", "2"));
    made.entries.getLast().recordStart = 0;
    malformed(made, "overlaps");
  }

  @Test
  void localRecordInsideAnother() throws IOException {
    byte[] inner = HandMade.of(stored("inner", "x")).toBytes();
    HandMade.Entry outer = new HandMade.Entry("outer", inner, false);
    HandMade.Entry hidden = stored("inner", "x");
    HandMade made = HandMade.of(outer, hidden);
    hidden.recordStart = 30 + 5;
    malformed(made, "overlaps");
  }

  @Test
  void localRecordsOverlapInAnotherOrder() throws IOException {
    HandMade made =
        HandMade.of(
            stored("a", "1"),
            stored("b", "2"),
            stored("c", "0123456789012345678901234567890123456789"));
    made.reversed = true;
    made.entries.get(0).recordStart = 70;
    malformed(made, "overlaps");
  }

  @Test
  void localExtraFieldsReachIntoTheNextRecord() throws IOException {
    HandMade made = two();
    byte[] bytes = made.toBytes();
    bytes[28] = 40;
    refused(bytes, ProblemCode.ARCHIVE_MALFORMED, "reaches into what begins at byte");
  }

  @Test
  void localRecordWithoutSignature() throws IOException {
    malformed(lying(entry -> entry.localSignature = 5), "is none");
  }

  @Test
  void localNameDiffers() throws IOException {
    malformed(
        lying(entry -> entry.localName = "One.json".getBytes(StandardCharsets.UTF_8)),
        "its name in the local record");
  }

  @Test
  void localNameIsLonger() throws IOException {
    malformed(
        lying(entry -> entry.localName = "one.json2".getBytes(StandardCharsets.UTF_8)),
        "its name in the local record");
  }

  @Test
  void localMethodDiffers() throws IOException {
    malformed(lying(entry -> entry.localMethod = 0), "its compression method");
  }

  @Test
  void localFlagsDiffer() throws IOException {
    malformed(lying(entry -> entry.localFlags = 1), "its flags");
  }

  @Test
  void localSizesDiffer() throws IOException {
    malformed(lying(entry -> entry.localCompressedSize = 3), "its sizes");
    malformed(lying(entry -> entry.localSize = 3), "its sizes");
  }

  @Test
  void localChecksumDiffers() throws IOException {
    malformed(lying(entry -> entry.localCrc = 3), "its checksum in the local record");
  }

  @Test
  void descriptorIsMissing() throws IOException {
    malformed(
        lying(entry -> {
          entry.withDescriptor(true, false);
          entry.descriptor = new byte[0];
        }),
        "should stand a descriptor");
  }

  @Test
  void descriptorDiffers() throws IOException {
    malformed(
        lying(entry -> {
          entry.withDescriptor(true, false);
          entry.descriptor[8]++;
        }),
        "should stand a descriptor");
  }

  // Contents.

  @Test
  void contentsOfAnotherChecksum() throws IOException {
    malformed(lying(entry -> entry.crc ^= 1), "checksum");
    HandMade made = two();
    made.entries.getLast().crc ^= 1;
    malformed(made, "checksum");
  }

  @Test
  void contentsShorterThanSaid() throws IOException {
    malformed(lying(entry -> entry.size++), "its data ends after");
  }

  @Test
  void contentsLongerThanSaid() throws IOException {
    malformed(lying(entry -> entry.size--), "longer than");
  }

  @Test
  void dataIsNotDeflated() throws IOException {
    malformed(lying(entry -> Arrays.fill(entry.data, (byte) 0xFF)), "not deflated");
  }

  @Test
  void dataIsCutOff() throws IOException {
    malformed(
        lying(entry -> entry.data = Arrays.copyOf(entry.data, entry.data.length - 2)),
        "its data ends after");
  }

  @Test
  void dataHasMoreBehindItsEnd() throws IOException {
    malformed(
        lying(entry -> entry.data = Arrays.copyOf(entry.data, entry.data.length + 2)),
        "2 bytes of its data are left");
  }

  @Test
  void contentsLargerThanTheCodecMayHold() throws IOException {
    Path file = folder.resolve("large.zip");
    Files.write(file, HandMade.of(stored("a", "0123456789")).toBytes());

    try (Archive archive = OpenArchive.open(file);
        EntryCodec codec = archive.codec(9)) {
      ArchiveEntry entry = OpenArchive.entries(archive).getFirst();
      SluiceException refused =
          assertThrows(SluiceException.class, () -> codec.inflate(entry, new byte[10], 0, 10));

      assertEquals(ProblemCode.LIMIT_EXCEEDED, refused.problem().code());
    }
  }
}
