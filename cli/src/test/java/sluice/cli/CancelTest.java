package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;

/// The program as a process that is told to end while something it waits for does not come.
@Timeout(120)
final class CancelTest {
  /// What is promised is a second; a busy machine gets a little more.
  private static final long END_MILLIS_MAX = 1_500;

  private static final String TEXT =
      """
      {"document": {"id": "0:0", "name": "Document", "type": "DOCUMENT", "children": [
        {"id": "0:1", "name": "Home", "type": "CANVAS", "children": [
          {"id": "1:2", "name": "Title", "type": "TEXT", "characters": "x",
           "sharedPluginData": {"tokens": {"fontFamilies": "\\"font\\""}},
           "style": {"fontFamily": "Old", "fontStyle": "Regular", "fontSize": 12}}]}]}}
      """;
  private static final String TOKENS =
      """
      {"core": {"font": {"value": "Inter", "type": "fontFamilies"}}}
      """;

  @TempDir private Path folder;
  private Path temporary;
  private Path outputs;
  private Path talk;
  private Path programs;

  @BeforeEach
  void folders() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
    outputs = Files.createDirectory(folder.resolve("outputs"));
    programs = Files.createDirectory(folder.resolve("programs"));
    talk = folder.resolve("talk");
    Files.writeString(folder.resolve("document.json"), TEXT);
    Files.writeString(folder.resolve("tokens.json"), TOKENS);
  }

  private Process start(String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder();
    builder
        .command()
        .addAll(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "sluice.cli.Main"));
    builder.command().addAll(List.of(args));
    builder.directory(folder.toFile());
    builder.environment().merge("PATH", programs + ":", (old, added) -> added + old);
    return builder
        .redirectError(talk.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Process process, Condition condition) throws Exception {
    while (!condition.holds()) {
      assertTrue(process.isAlive(), "ended too early");
      assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), "ended too early");
    }
  }

  private static void send(String signal, Process process) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor());
  }

  private String endsInTime(Process process, int exitCode) throws Exception {
    long started = System.nanoTime();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "does not end");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    String said = Files.readString(talk);
    assertEquals(exitCode, process.exitValue(), said);
    assertTrue(millis < END_MILLIS_MAX, "took " + millis + " ms: " + said);
    assertEquals(List.of(), names(temporary), said);
    assertEquals(List.of(), names(outputs), said);
    assertTrue(said.contains("error[cancelled]: the run was cancelled"), said);
    return said;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void whileStandardInputStalls() throws Exception {
    Process process = start("apply", "-", "--tokens", "tokens.json", "-o", "outputs/out.json");
    try (OutputStream in = process.getOutputStream()) {
      in.write(TEXT.substring(0, 50).getBytes(StandardCharsets.UTF_8));
      in.flush();
      await(process, () -> !names(temporary).isEmpty());

      send("-TERM", process);

      String said = endsInTime(process, 143);
      assertTrue(said.contains("no file was written"), said);
    }
  }

  @Test
  void whileATokenFileIsAPipeNobodyWritesTo() throws Exception {
    mkfifo("pipe");
    Process process = start("apply", "document.json", "--tokens", "pipe", "-o", "outputs/out.json");
    assertFalse(process.waitFor(2, TimeUnit.SECONDS), Files.readString(talk));

    send("-TERM", process);

    endsInTime(process, 143);
  }

  @Test
  void whileTheOutputIsAPipeNobodyReads() throws Exception {
    mkfifo("pipe");
    Process process = start("apply", "document.json", "--tokens", "tokens.json", "-o", "pipe");
    await(process, () -> Files.readString(talk).contains("100 %"));
    assertFalse(process.waitFor(200, TimeUnit.MILLISECONDS));

    send("-TERM", process);

    String said = endsInTime(process, 143);
    assertTrue(said.contains("may not have been handed on"), said);
  }

  private void mkfifo(String name) throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor());
  }

  @Test
  void whileALookUpStalls() throws Exception {
    Path begun = folder.resolve("begun");
    Path program = programs.resolve("fc-list");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$1" = --version ] && exit 0
        : >'%s'
        exec sleep 1000
        """
            .formatted(begun));
    assertTrue(program.toFile().setExecutable(true));
    Process process =
        start(
            "apply",
            "document.json",
            "--tokens",
            "tokens.json",
            "--fonts",
            "system",
            "-o",
            "outputs/out.json");
    await(process, () -> Files.exists(begun));
    List<ProcessHandle> children = process.descendants().toList();
    assertFalse(children.isEmpty());

    send("-TERM", process);

    String said = endsInTime(process, 143);
    assertTrue(said.contains("nothing was written"), said);
    for (ProcessHandle child : children) {
      assertFalse(child.isAlive(), "the program asked is left behind");
    }
  }

  @Test
  void controlC_inTheMiddleOfADocument() throws Exception {
    Assumptions.assumeFalse(ignoresInterrupts(), "skipped: this process ignores SIGINT");
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(100_000, 5));
    generator.write(folder.resolve("large.json"));
    generator.library().write(folder.resolve("library.json"));
    Process process =
        start(
            "apply",
            "large.json",
            "--tokens",
            "library.json",
            "--changes",
            "outputs/changes.ndjson",
            "--metrics",
            "outputs/metrics.json",
            "--progress=json",
            "-o",
            "outputs/out.json");
    await(process, () -> Files.readString(talk).contains("\"phase\":\"apply\",\"percent\":1"));

    send("-INT", process);

    String said = endsInTime(process, 130);
    assertTrue(
        said.matches("(?s).*why +[1-9][0-9,]* nodes had been read and [0-9,]+ changes found;.*"),
        said);
  }

  /// Whether SIGINT is ignored here, and so by every process started, as in a background job.
  private static boolean ignoresInterrupts() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
  }
}
