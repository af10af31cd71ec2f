package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// APPNOTE 6.3.10, 4.3.9: a data descriptor has a signature or not, and sizes of four bytes or
/// eight.
class ZipDataDescriptorTest {
  private static final int SIGNATURE = 0x08074b50;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "true, true, 24",
    "true, false, 16",
    "false, true, 20",
    "false, false, 12",
  })
  void eachForm_isFoundWithItsExactLength(boolean signature, boolean large, int length)
      throws IOException {
    for (String content : new String[] {"", "some contents"}) {
      HandMade.Entry deflated = HandMade.deflated("deflated", content);
      HandMade.Entry stored = HandMade.stored("stored", content);
      deflated.withDescriptor(signature, large);
      stored.withDescriptor(signature, large);

      long[] lengths = descriptorLengths(HandMade.of(deflated, stored, HandMade.stored("c", "")));

      assertEquals("[" + length + ", " + length + ", 0]", Arrays.toString(lengths));
    }
  }

  @Test
  void checksumThatLooksLikeTheSignature_isTakenAsChecksum() throws IOException {
    HandMade.Entry entry = HandMade.stored("a", "x");
    entry.crc = SIGNATURE;
    entry.withDescriptor(false, false);

    assertEquals("[12]", Arrays.toString(descriptorLengths(HandMade.of(entry))));
  }

  @Test
  void bytesBehindTheDescriptor_areAGap() throws IOException {
    HandMade.Entry entry = HandMade.deflated("a", "contents").withDescriptor(true, false);
    HandMade made = HandMade.of(entry);
    made.beforeDirectory = new byte[30];

    assertEquals("[16]", Arrays.toString(descriptorLengths(made)));
  }

  private long[] descriptorLengths(HandMade made) throws IOException {
    Path file = folder.resolve("descriptors.zip");
    Files.write(file, made.toBytes());
    try (Archive archive = OpenArchive.open(file)) {
      RecordReader records = archive.records();
      long[] lengths = new long[Math.toIntExact(archive.entryCount())];
      int i = 0;
      for (ArchiveEntry entry : OpenArchive.entries(archive)) {
        LocalRecord place = records.locate(entry);
        lengths[i] = place.end() - place.dataEnd();
        i++;
      }
      return lengths;
    }
  }
}
