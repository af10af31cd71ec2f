package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;

/// What is at hand is not fetched again, unless it cannot be trusted.
@Timeout(60)
final class DocumentCacheTest {
  private static final FileState STATE = new FileState("4711", "2026-01-02T03:04:05Z");

  @TempDir private Path folder;
  private final FakeFigma figma = new FakeFigma(FakeDocuments.of(20));

  @AfterEach
  void close() {
    figma.close();
  }

  private Path place() {
    return folder.resolve("cache").resolve("figma");
  }

  private DocumentCache cache(long sizeBytesMax) {
    return new DocumentCache(place(), sizeBytesMax);
  }

  private FetchRun run() {
    return new FetchRun(figma, folder).cache(cache(DocumentCache.SIZE_BYTES_MAX));
  }

  private Path entry() {
    List<String> names = FetchRun.names(place());
    assertEquals(1, names.size(), names.toString());
    return place().resolve(names.getFirst());
  }

  @Test
  void unchangedFile_isFetchedOnce() throws IOException {
    assertFalse(run().brings(figma.file()).fromCache());
    Files.delete(run().target());

    assertTrue(run().brings(figma.file()).fromCache());
    assertEquals(1, figma.count("file"));
    assertEquals(2, figma.count("meta"));
  }

  @Test
  void onlyTheOwner_canReadIt() throws IOException {
    run().brings(figma.file());

    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place())));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(entry())));
  }

  @Test
  void refresh_fetchesAgain() {
    run().brings(figma.file());
    FetchRun run = run();
    run.refresh = true;

    assertFalse(run.brings(figma.file()).fromCache());
    assertEquals(2, figma.count("file"));
  }

  @Test
  void changedFile_takesThePlaceOfTheOldOne() {
    run().brings(figma.file());
    Path old = entry();
    figma.change(file -> file.version("4712"));

    assertFalse(run().brings(figma.file()).fromCache());
    assertFalse(Files.exists(old));
    assertTrue(run().brings(figma.file()).fromCache());
  }

  @Test
  void fileThatChangesAfterTheQuestion_isNotKeptAsWhatItWas() {
    figma.fault(
        1,
        FakeRequest::isMeta,
        answer -> {
          figma.change(file -> file.version("4712"));
          return answer;
        });

    assertEquals("4712", run().fetch().version());
    assertFalse(Files.exists(place()));
  }

  @Test
  void damagedEntry_isDeletedAndFetchedAgain() throws IOException {
    run().brings(figma.file());
    byte[] good = FetchRun.bytes(entry());
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 1;
    for (byte[] bad :
        List.of(
            flipped,
            new byte[0],
            new byte[] {1, 2, 3},
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length - 1),
            FakeAnswer.of(200, "{\"document\":{").zipped().body(),
            FakeAnswer.of(200, "{\"document\":{},\"version\":\"1\"}").zipped().body(),
            FakeAnswer.of(200, "[]").zipped().body())) {
      Files.write(entry(), bad);

      assertFalse(run().brings(figma.file()).fromCache());
      assertTrue(run().brings(figma.file()).fromCache());
    }
  }

  @Test
  void entryThatIsALink_isNotRead() throws IOException {
    run().brings(figma.file());
    Path entry = entry();
    Files.createSymbolicLink(entry, Files.move(entry, folder.resolve("elsewhere")));

    assertFalse(run().brings(figma.file()).fromCache());
  }

  @Test
  void theOldest_goFirst() throws IOException {
    Path document = Files.write(folder.resolve("one.json"), figma.file().bytes());
    cache(1_000_000).store(key(1), STATE, document);
    long size = Files.size(entry());
    DocumentCache cache = cache(3 * size + size / 2);
    cache.store(key(2), STATE, document);
    cache.store(key(3), STATE, document);
    long seconds = Instant.now().getEpochSecond() - 1_000;
    for (String name : FetchRun.names(place())) {
      Files.setLastModifiedTime(
          place().resolve(name), FileTime.from(Instant.ofEpochSecond(seconds)));
    }
    // Read, and so no longer the oldest.
    assertTrue(cache.restore(key(1), STATE, folder.resolve("read")).isPresent());

    cache.store(key(4), STATE, document);

    assertEquals(3, FetchRun.names(place()).size());
    assertTrue(cache.restore(key(1), STATE, folder.resolve("read")).isPresent());
    assertTrue(cache.restore(key(4), STATE, folder.resolve("read")).isPresent());
  }

  private static FileKey key(int number) {
    return new FileKey("AbCdEfGhIjKlMnOpQrStU" + number);
  }

  @Test
  void largerThanTheBound_isNotKept() {
    new FetchRun(figma, folder).cache(cache(100)).brings(figma.file());

    assertEquals(List.of(), FetchRun.names(place()));
  }

  @Test
  void otherFilesInTheFolder_areLeftAlone() throws IOException {
    Files.createDirectories(place());
    Files.writeString(place().resolve("notes.txt"), "x".repeat(1_000));
    Path unfinished = Files.writeString(place().resolve(".unfinished-1.tmp"), "x");
    Files.setLastModifiedTime(unfinished, FileTime.from(Instant.EPOCH));

    run().brings(figma.file());

    assertEquals(2, FetchRun.names(place()).size());
    assertTrue(Files.exists(place().resolve("notes.txt")));
  }

  @Test
  void folderThatCannotBe_isNoReasonNotToFetch() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file");

    run().brings(figma.file());
  }

  @Test
  void tokenThatMayNotAsk_isNoReasonNotToFetch() {
    figma.fault(
        1,
        FakeRequest::isMeta,
        FakeAnswer.error(403, "Invalid scope. This endpoint requires file_metadata:read"));

    run().brings(figma.file());
    assertFalse(Files.exists(place()));
  }

  @Test
  void rateLimitOnTheQuestion_endsTheRun() {
    figma.fault(1, FakeRequest::isMeta, FakeAnswer.error(429, "").with("Retry-After", "900"));

    run().fails(ProblemCode.RATE_LIMITED);
    assertEquals(0, figma.count("file"));
  }

  @Test
  void folders_areWhereTheSystemHasThem() {
    assertEquals(
        Optional.of(Path.of("/x/sluice/figma")),
        CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x"), "/home/me", "Linux"));
    assertEquals(
        Optional.of(Path.of("/home/me/.cache/sluice/figma")),
        CacheFolder.of(Map.of(), "/home/me", "Linux"));
    assertEquals(
        Optional.of(Path.of("/home/me/Library/Caches/sluice/figma")),
        CacheFolder.of(Map.of(), "/home/me", "Mac OS X"));
    assertEquals(
        Optional.empty(), CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative"), "", "Linux"));
    assertEquals(Optional.empty(), CacheFolder.of(Map.of(), "", "Linux"));
  }
}
