package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StopHookTest {
  @Test
  void close_deletesTemporaryFolders() throws IOException {
    Path folder;
    try (StopHook stop = new StopHook(_ -> {})) {
      folder = stop.newFolder();
      Files.writeString(folder.resolve("a"), "x");
    }

    assertFalse(Files.exists(folder));
  }

  @Test
  void stopOfACommandThatHangs_deletesThemToo() throws IOException {
    StopHook stop = new StopHook(_ -> {});
    Path folder = stop.newFolder();
    Files.writeString(folder.resolve("a"), "x");

    stop.stop();

    assertFalse(Files.exists(folder));
  }

  @Test
  void stopAfterTheEnd_returnsAtOnce() {
    StopHook stop = new StopHook(_ -> {});
    stop.close();

    long started = System.nanoTime();
    stop.stop();

    assertTrue(System.nanoTime() - started < StopHook.WAIT_MILLIS * 1_000_000);
  }
}
