package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import sluice.fuzz.FuzzTarget;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Archives of any bytes: refused by a problem about archives, or read as the platform reads them;
/// a copy, and a copy with one entry replaced, hold the same.
public final class ArchiveFuzz implements FuzzTarget {
  private static final Set<ProblemCode> EXPECTED =
      Set.of(
          ProblemCode.ARCHIVE_MALFORMED,
          ProblemCode.ARCHIVE_UNSUPPORTED,
          ProblemCode.LIMIT_EXCEEDED);

  private static final byte[] OTHER = "other contents".getBytes(StandardCharsets.UTF_8);

  @Override
  public List<byte[]> seeds() {
    HandMade.Entry last = HandMade.deflated("z", "aaaaaaaaaaaaaaaa").withDescriptor(true, false);
    last.extra = new HandMade.Bytes().i16(0xCAFE).i16(2).i16(7).toBytes();
    last.comment = new byte[] {'c'};
    HandMade many =
        HandMade.of(
            new HandMade.Entry("a/", new byte[0], false),
            HandMade.deflated("a/deflated.json", "some text, some text, some text"),
            HandMade.stored("a/stored.json", "as it is").withDescriptor(false, true),
            last);
    return List.of(
        HandMade.of().toBytes(),
        HandMade.of(HandMade.stored("s", "0")).toBytes(),
        HandMade.of(HandMade.deflated("d", "text text text")).toBytes(),
        many.toBytes(),
        many.with(made -> made.zip64 = true)
            .with(made -> made.comment = new byte[] {'!'})
            .toBytes());
  }

  @Override
  public void check(byte[] input, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.zip"), input);
    Map<String, byte[]> seen;
    try {
      seen = OpenArchive.contents(file);
    } catch (SluiceException e) {
      assertTrue(EXPECTED.contains(e.problem().code()), e.getMessage());
      return;
    }
    Map<String, byte[]> expected = platform(file);
    if (expected != null) {
      assertSame(expected, seen);
    }
    Path copy = folder.resolve("copy.zip");
    OpenArchive.copy(file, copy);
    assertSame(seen, OpenArchive.contents(copy));
    if (!seen.isEmpty()) {
      String first = seen.keySet().iterator().next();
      OpenArchive.rewrite(file, copy, first::equals, OTHER);
      Map<String, byte[]> replaced = new LinkedHashMap<>(seen);
      replaced.put(first, OTHER);
      assertSame(replaced, OpenArchive.contents(copy));
    }
  }

  /// The contents as the platform has them; null for an archive that it refuses.
  private static @Nullable Map<String, byte[]> platform(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          contents.put(entry.getName(), in.readAllBytes());
        }
      }
    } catch (ZipException _) {
      return null;
    }
    return contents;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> seen) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(seen.keySet()));
    expected.forEach((name, content) -> assertArrayEquals(content, seen.get(name), name));
  }
}
