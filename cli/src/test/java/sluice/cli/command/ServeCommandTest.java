package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.cli.terminal.Console;

/// `sluice serve` and `sluice figma revert` as commands; what they serve is tested in `server`.
@Timeout(60)
final class ServeCommandTest {
  private static final Pattern PLACE =
      Pattern.compile(
          "serving       http://localhost:(\\d+)\npairing code  [A-Z0-9]{4}-[A-Z0-9]{4}\n");

  @TempDir private Path folder;

  /// A command that goes on until it is stopped.
  private final class Started {
    final ByteArrayOutputStream talk = new ByteArrayOutputStream();
    final StopHook stop = new StopHook(_ -> {});
    final CompletableFuture<Integer> exitCode;

    Started(String... args) {
      Console console =
          new Console(
              new ByteArrayInputStream(new byte[0]),
              new ByteArrayOutputStream(),
              new PrintStream(talk, true, StandardCharsets.UTF_8),
              false,
              Console.WIDTH_COLUMNS,
              "./sluice");
      Map<String, String> environment = Map.of("XDG_STATE_HOME", folder.toString());
      exitCode =
          CompletableFuture.supplyAsync(() -> {
            try (stop) {
              return CommandLines.run(new Invocation(console, stop, environment), args);
            }
          });
    }

    String said() {
      return talk.toString(StandardCharsets.UTF_8);
    }

    int port() throws InterruptedException {
      while (true) {
        Matcher place = PLACE.matcher(said());
        if (place.find()) {
          return Integer.parseInt(place.group(1));
        }
        assertFalse(exitCode.isDone(), said());
        Thread.sleep(20);
      }
    }

    int end() throws Exception {
      stop.stop();
      return exitCode.get(20, TimeUnit.SECONDS);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void serve_saysWhere_goesOnUntilItIsStopped_andLeavesNothingOpen() throws Exception {
    Started started = new Started("serve", "--tokens", Samples.TOKENS.toString(), "--port", "0");
    int port = started.port();
    assertTrue(answers(port));
    assertTrue(Files.exists(folder.resolve("sluice").resolve("server.txt")));
    assertEquals(0, started.end(), started.said());
    assertFalse(answers(port));
    assertFalse(Files.exists(folder.resolve("sluice").resolve("server.txt")));
    assertTrue(started.said().contains("tokens        "), started.said());
  }

  @Test
  void serveWithTokensThatAreBroken_saysSo_andServes() throws Exception {
    Path tokens = Samples.write(folder.resolve("tokens.json"), "{");
    Started started = new Started("serve", "--tokens", tokens.toString(), "--port", "0");
    assertTrue(answers(started.port()));
    assertEquals(0, started.end());
    assertTrue(started.said().contains("error[token-file-malformed]"), started.said());
  }

  @Test
  void serveWithoutTokens_goesByThoseOfTheFile() throws Exception {
    Started started = new Started("serve", "--port", "0");
    assertTrue(answers(started.port()));
    assertEquals(0, started.end());
    assertTrue(started.said().contains("those in the file"), started.said());
  }

  @Test
  void serveAtNoPort_isRefused() {
    CliRun.of("serve", "--tokens", Samples.TOKENS, "--port", "70000", "--state", folder)
        .ends(2)
        .says("error[option-invalid]");
  }

  @Test
  void revertOfAnUnknownRun_isRefused() {
    CliRun.of("figma", "revert", "20260101-000000-aaaa", "--state", folder)
        .ends(2)
        .says("error[option-invalid]");
    CliRun.of("figma", "revert", "../x", "--state", folder).ends(2).says("error[option-invalid]");
  }

  @Test
  void figmaAlone_showsWhatThereIs() {
    assertTrue(CliRun.of("figma").ends(2).talk().contains("revert"));
  }
}
