package sluice.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders for what is not finished. That they outlive a killed process and are cleared then, and
/// not before, is shown with real processes by `KillTest` and `TwoRunsTest`.
final class ScratchFolderTest {
  private static final String DEAD = ".sluice-0123456789abcdef.tmp";

  @TempDir private Path parent;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isSharedByAProcess_andGoesWithItsLastUser() throws IOException {
    ScratchFolder one = ScratchFolder.in(parent);
    ScratchFolder other = ScratchFolder.in(parent);
    assertEquals(one.path(), other.path());
    assertNotEquals(one.newPath(), other.newPath());
    Files.writeString(one.newPath(), "unfinished");

    one.close();
    assertTrue(Files.isDirectory(other.path()));
    other.close();

    assertEquals(List.of(), names());
  }

  @Test
  void clearsOneWhoseProcessIsGone_withAllThatIsInIt() throws IOException {
    Path dead = Files.createDirectory(parent.resolve(DEAD));
    Files.createFile(dead.resolve("lock"));
    Files.createDirectories(dead.resolve("1/inner"));
    Files.writeString(dead.resolve("1/inner/file"), "unfinished");

    ScratchFolder.in(parent).close();

    assertEquals(List.of(), names());
  }

  @Test
  void clearsOneWhoseProcessWasKilledBeforeItMadeTheLock() throws IOException {
    Files.createDirectory(parent.resolve(DEAD));

    ScratchFolder.in(parent).close();

    assertEquals(List.of(), names());
  }

  @Test
  void whatOnlyLooksAlike_stays() throws IOException {
    Files.writeString(parent.resolve(DEAD), "a file");
    Files.createDirectory(parent.resolve(".sluice-mine.tmp"));
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious"), "x");
    Files.createSymbolicLink(parent.resolve(".sluice-fedcba9876543210.tmp"), elsewhere);
    List<String> before = names();

    ScratchFolder.in(parent).close();

    assertEquals(before, names());
    assertTrue(Files.exists(elsewhere.resolve("precious")));
  }

  @Test
  void linksInOne_areDeletedAndNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious"), "x");
    Path dead = Files.createDirectory(parent.resolve(DEAD));
    Files.createSymbolicLink(dead.resolve("1"), elsewhere);

    ScratchFolder.in(parent).close();

    assertEquals(List.of("elsewhere"), names());
    assertTrue(Files.exists(elsewhere.resolve("precious")));
  }

  @Test
  void afterItsParentWasRemovedAndMadeAnew_thereIsAnotherOne() throws IOException {
    Path place = Files.createDirectory(parent.resolve("place"));
    ScratchFolder before = ScratchFolder.in(place);
    FileTree.delete(place);
    Files.createDirectory(place);

    ScratchFolder after = ScratchFolder.in(place);

    assertFalse(Files.exists(before.path()));
    assertTrue(Files.isDirectory(after.path()));
    before.close();
    assertTrue(Files.isDirectory(after.path()));
    after.close();
    assertEquals(List.of("place"), names());
  }
}
