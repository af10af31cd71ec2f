package sluice.cli.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;

/// Whoever is at the other end of a pipe is slow, or does nothing.
@Timeout(120)
final class StalledTest {
  /// Its output is larger than what a pipe holds.
  private static final int NODES = 300;

  private static final int TERMINATED = 143;

  @TempDir private Path root;

  private static String[] toStandardOutput(FaultFiles files, String input) {
    return new String[] {
      "apply",
      input,
      "--tokens",
      files.kept("tokens.json").toString(),
      "--theme",
      "mode/Dark",
      "--progress",
      "plain",
      "-o",
      "-"
    };
  }

  private static void nothingIsLeft(FaultFiles files, String said) throws Exception {
    assertEquals(List.of(), AllowedStates.leftovers(files.temporary, true), said);
    assertEquals(List.of(), AllowedStates.leftovers(files.work, true), said);
  }

  @Test
  void aSlowReaderGetsAll_andOneThatStopsReadingHoldsNobodyUp() throws Exception {
    FaultFiles files = new FaultFiles(root, NODES);
    byte[] document = Files.readAllBytes(files.figma());
    ChildCommand command = files.command(toStandardOutput(files, "-"));

    byte[] whole = piped(command, document);
    assertTrue(whole.length > document.length / 2, whole.length + " of " + document.length);
    nothingIsLeft(files, command.said());

    long started = System.nanoTime();
    Process process = command.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(document);
    }
    byte[] first = process.getInputStream().readNBytes(1);
    assertArrayEquals(new byte[] {whole[0]}, first);
    // The pipe is full by now or soon, and the child waits.
    assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS));
    // Not by Process.destroy, which closes the pipe too.
    process.toHandle().destroy();
    ChildCommand.End end = command.end(process, started);

    assertEquals(TERMINATED, end.exitCode(), end.said());
    assertTrue(end.said().contains("may not have been handed on"), end.said());
    nothingIsLeft(files, end.said());
  }

  /// Hands on and takes a little at a time.
  private static byte[] piped(ChildCommand command, byte[] document) throws Exception {
    long started = System.nanoTime();
    Process process = command.start();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try (OutputStream in = process.getOutputStream()) {
                int piece = document.length / 5 + 1;
                for (int at = 0; at < document.length; at += piece) {
                  in.write(document, at, Math.min(piece, document.length - at));
                  in.flush();
                  Thread.sleep(20);
                }
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (InputStream out = process.getInputStream()) {
      byte[] piece = new byte[32 * 1024];
      for (int count = out.read(piece); count >= 0; count = out.read(piece)) {
        taken.write(piece, 0, count);
        Thread.sleep(2);
      }
    }
    writer.join();
    ChildCommand.End end = command.end(process, started);
    assertTrue(FaultFiles.DONE.contains(end.exitCode()), end.said());
    return taken.toByteArray();
  }
}
