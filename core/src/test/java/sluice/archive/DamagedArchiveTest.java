package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Damage anywhere ends in the right contents or in a problem, never in another exception and never
/// in other contents.
class DamagedArchiveTest {
  private static final int ROUNDS = 2_000;

  /// End records with ZIP64, locator and comment.
  private static final int END_SIZE_BYTES = 56 + 20 + 22 + 10;

  /// What damage may end in. The limit: a count or size may become one that is too large.
  private static final Set<ProblemCode> EXPECTED =
      Set.of(
          ProblemCode.ARCHIVE_MALFORMED,
          ProblemCode.ARCHIVE_UNSUPPORTED,
          ProblemCode.LIMIT_EXCEEDED);

  private static final byte[] LAST = bytes("aaaaaaaaaaaaaaaa");

  @TempDir Path folder;

  private final Map<String, byte[]> contents = new LinkedHashMap<>();

  private byte[] sample(boolean zip64) {
    HandMade made = HandMade.of();
    contents.clear();
    add(made, new HandMade.Entry("a/", new byte[0], false));
    add(made, HandMade.deflated("a/deflated.json", "some text, some text, some text"));
    contents.put("a/deflated.json", bytes("some text, some text, some text"));
    add(made, HandMade.stored("a/stored.json", "as it is").withDescriptor(false, true));
    contents.put("a/stored.json", bytes("as it is"));
    HandMade.Entry last = HandMade.deflated("z", "aaaaaaaaaaaaaaaa").withDescriptor(true, false);
    last.extra = new HandMade.Bytes().i16(0xCAFE).i16(2).i16(7).toBytes();
    last.comment = bytes("about z");
    add(made, last);
    contents.put("z", LAST);
    made.comment = bytes("an archive");
    made.zip64 = zip64;
    return made.toBytes();
  }

  private void add(HandMade made, HandMade.Entry entry) {
    made.entries.add(entry);
    contents.put(new String(entry.name, StandardCharsets.UTF_8), new byte[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Reads and copies; a name that was damaged in both places the same way does not happen.
  ///
  /// @return whether it could be read
  private boolean survives(byte[] archive, String replay) throws IOException {
    Path file = folder.resolve("damaged.zip");
    Path copy = folder.resolve("copy.zip");
    overwrite(file, archive);
    Map<String, byte[]> seen;
    try {
      seen = OpenArchive.contents(file);
      OpenArchive.rewrite(file, copy, "z"::equals, LAST);
    } catch (SluiceException e) {
      assertTrue(EXPECTED.contains(e.problem().code()), () -> replay + ": " + e.getMessage());
      return false;
    } catch (RuntimeException | IOException e) {
      throw new AssertionFailedError(replay, e);
    }
    assertSame(seen, replay);
    assertSame(OpenArchive.contents(copy), replay);
    return true;
  }

  /// Some file systems are slow at files that are emptied and written again.
  private static void overwrite(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    Files.write(file, bytes);
  }

  private void assertSame(Map<String, byte[]> seen, String replay) {
    assertEquals(contents.keySet(), seen.keySet(), replay);
    seen.forEach((name, bytes) -> assertArrayEquals(contents.get(name), bytes, replay));
  }

  @Test
  void cutAtEveryByte_isRefused() throws IOException {
    for (boolean zip64 : new boolean[] {false, true}) {
      byte[] archive = sample(zip64);
      assertTrue(survives(archive, "whole"));
      for (int length = 0; length < archive.length; length++) {
        if (survives(Arrays.copyOf(archive, length), "length " + length)) {
          fail("read although cut to " + length + " of " + archive.length);
        }
      }
    }
  }

  @Test
  void anyBitFlipped_isRefusedOrDoesNotMatter() throws IOException {
    for (boolean zip64 : new boolean[] {false, true}) {
      byte[] archive = sample(zip64);
      int survived = 0;
      // The second differs from the first only in how it ends.
      int first = zip64 ? archive.length - END_SIZE_BYTES : 0;
      for (int bit = first * 8; bit < archive.length * 8; bit++) {
        byte[] damaged = archive.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        survived += survives(damaged, "byte " + bit / 8 + " bit " + bit % 8) ? 1 : 0;
      }
      // Times, attributes, versions and comments are free; contents, names and sizes are not.
      int bits = (archive.length - first) * 8;
      assertTrue(survived > bits / 20, survived + " of " + bits);
      assertTrue(survived < bits * 2 / 3, survived + " of " + bits);
    }
  }

  @Test
  void muchDamage_isRefusedOrDoesNotMatter() throws IOException {
    long seed = System.nanoTime() % 1_000_000;
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = sample(random.nextBoolean());
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(damaged.length);
        int count = Math.min(damaged.length - at, 1 + random.nextInt(8));
        if (random.nextBoolean()) {
          Arrays.fill(damaged, at, at + count, (byte) (random.nextBoolean() ? 0xFF : 0));
        } else {
          System.arraycopy(damaged, random.nextInt(damaged.length - count + 1), damaged, at, count);
        }
      }
      readAnything(damaged, "seed " + seed + " round " + round);
    }
  }

  /// Names and places may both be changed here, so other contents are not wrong.
  private void readAnything(byte[] archive, String replay) throws IOException {
    Path file = folder.resolve("damaged.zip");
    overwrite(file, archive);
    try {
      OpenArchive.contents(file);
    } catch (SluiceException e) {
      assertTrue(EXPECTED.contains(e.problem().code()), () -> replay + ": " + e.getMessage());
    } catch (RuntimeException | IOException e) {
      throw new AssertionFailedError(replay, e);
    }
  }
}
