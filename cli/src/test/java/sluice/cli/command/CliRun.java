package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.cli.terminal.Console;

/// One invocation in this process: exit code and what came out. Every run gets a folder for
/// temporary files of its own, which must be empty afterwards.
final class CliRun {
  private final int exitCode;
  private final byte[] out;
  private final String talk;

  private CliRun(int exitCode, byte[] out, String talk) {
    this.exitCode = exitCode;
    this.out = out;
    this.talk = talk;
  }

  static CliRun of(Object... args) {
    return withInput(new byte[0], args);
  }

  static CliRun withInput(byte[] in, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CliRun run = into(out, in, args);
    return new CliRun(run.exitCode, out.toByteArray(), run.talk);
  }

  /// Runs with environment variables of the test's own, and no others.
  static CliRun withEnvironment(Map<String, String> environment, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CliRun run = into(out, new byte[0], environment, args);
    return new CliRun(run.exitCode, out.toByteArray(), run.talk);
  }

  /// Runs with a standard output of the test's own.
  static CliRun into(OutputStream out, byte[] in, Object... args) {
    return into(out, in, System.getenv(), args);
  }

  private static CliRun into(
      OutputStream out, byte[] in, Map<String, String> environment, Object... args) {
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    String before = System.getProperty("java.io.tmpdir");
    try {
      Path folder = Files.createTempDirectory("cli-run");
      System.setProperty("java.io.tmpdir", folder.toString());
      Console console =
          new Console(
              new ByteArrayInputStream(in),
              out,
              new PrintStream(talk, true, StandardCharsets.UTF_8),
              false,
              Console.WIDTH_COLUMNS,
              "./sluice");
      int exitCode;
      try (StopHook stop = new StopHook(_ -> {})) {
        exitCode =
            CommandLines.run(
                new Invocation(console, stop, environment),
                Stream.of(args).map(Object::toString).toArray(String[]::new));
      }
      assertEquals(List.of(), names(folder), "temporary files stay behind");
      Files.delete(folder);
      return new CliRun(exitCode, new byte[0], talk.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }

  /// Names of the files in a folder, sorted.
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CliRun ends(int expected) {
    assertEquals(expected, exitCode, talk);
    return this;
  }

  CliRun says(String... texts) {
    for (String text : texts) {
      if (!talk.contains(text)) {
        throw new AssertionError("not said: " + text + "\n--- but:\n" + talk);
      }
    }
    return this;
  }

  CliRun saysNothingOf(String text) {
    if (talk.contains(text)) {
      throw new AssertionError("said: " + text + "\n--- in:\n" + talk);
    }
    return this;
  }

  byte[] outBytes() {
    return out;
  }

  String out() {
    return new String(out, StandardCharsets.UTF_8);
  }

  String talk() {
    return talk;
  }
}
