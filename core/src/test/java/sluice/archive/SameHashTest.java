package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Different names that were made to share a hash.
class SameHashTest {
  private static final int NAME_SIZE_BYTES = 16;

  @TempDir Path folder;

  @Test
  void differentNamesWithTheSameHash_areLegal() throws IOException {
    List<String> names = namesWithOneHash(DirectoryCheck.SAME_HASH_MAX);
    Path file = folder.resolve("same.zip");

    Files.write(file, archive(names).toBytes());

    assertEquals(names, List.copyOf(OpenArchive.contents(file).keySet()));
  }

  @Test
  void theSameNameAmongThem_isFound() throws IOException {
    List<String> names = new ArrayList<>(namesWithOneHash(5));
    names.add(names.get(2));
    Path file = folder.resolve("same.zip");
    Files.write(file, archive(names).toBytes());

    SluiceException refused = assertThrows(SluiceException.class, () -> OpenArchive.open(file));

    assertEquals(ProblemCode.ARCHIVE_MALFORMED, refused.problem().code());
  }

  @Test
  void moreThanChanceExplains_areRefused() throws IOException {
    Path file = folder.resolve("same.zip");
    Files.write(file, archive(namesWithOneHash(DirectoryCheck.SAME_HASH_MAX + 1)).toBytes());

    SluiceException refused = assertThrows(SluiceException.class, () -> OpenArchive.open(file));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, refused.problem().code());
  }

  private static HandMade archive(List<String> names) {
    HandMade made = HandMade.of();
    names.forEach(name -> made.entries.add(HandMade.stored(name, "x")));
    return made;
  }

  /// Takes the hash apart: the second half of a name can undo what the first did.
  private static List<String> namesWithOneHash(int count) {
    Random random = new Random(1);
    List<String> names = new ArrayList<>();
    long goal = 0;
    long before = EntryNames.seed(NAME_SIZE_BYTES);
    while (names.size() < count) {
      long first = letters(random);
      long after = EntryNames.mixed(before ^ first);
      long second = names.isEmpty() ? letters(random) : goal ^ after;
      goal = after ^ second;
      byte[] name =
          ByteBuffer.allocate(NAME_SIZE_BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(first)
              .putLong(second)
              .array();
      if (EntryNames.refusal(name, 0, name.length) == null && isAscii(second)) {
        names.add(new String(name, StandardCharsets.ISO_8859_1));
      }
    }
    long hash = hash(names.getFirst());
    names.forEach(name -> assertEquals(hash, hash(name)));
    return names;
  }

  private static boolean isAscii(long eight) {
    return (eight & 0x8080808080808080L) == 0;
  }

  private static long hash(String name) {
    return EntryNames.hash(name.getBytes(StandardCharsets.ISO_8859_1), 0, NAME_SIZE_BYTES);
  }

  private static long letters(Random random) {
    long eight = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      eight = eight << Byte.SIZE | 'a' + random.nextInt(26);
    }
    return eight;
  }
}
