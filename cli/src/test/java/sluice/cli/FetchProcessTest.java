package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.fetch.FakeDocuments;
import sluice.fetch.FakeFigma;

/// The program as a process that fetches.
@Timeout(180)
final class FetchProcessTest {
  private static final long END_MILLIS_MAX = 1_500;

  /// Less than half of one page of the large document, and far less than all of it.
  private static final int HEAP_BYTES = 16 * 1024 * 1024;

  private static final int LARGE_FRAMES = 60_000;

  @TempDir private Path folder;
  private final FakeFigma figma = new FakeFigma(FakeDocuments.of(100));

  @AfterEach
  void close() {
    figma.close();
  }

  private Process start(String... args) throws IOException {
    Files.createDirectories(folder.resolve("temporary"));
    ProcessBuilder builder = new ProcessBuilder();
    builder
        .command()
        .addAll(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + HEAP_BYTES,
                "-Djava.io.tmpdir=" + folder.resolve("temporary"),
                "-cp",
                System.getProperty("java.class.path"),
                "sluice.cli.Main"));
    builder.command().addAll(List.of(args));
    builder.environment().putAll(figma.environment(folder.resolve("cache").toString()));
    return builder
        .directory(folder.toFile())
        .redirectError(folder.resolve("talk").toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  private String ends(Process process, int exitCode) throws Exception {
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "does not end");
    String said = Files.readString(folder.resolve("talk"));
    assertEquals(exitCode, process.exitValue(), said);
    assertEquals(List.of(), names(folder.resolve("temporary")), said);
    return said;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void terminate(Process process) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor());
  }

  @Test
  void withoutAnOutput_theFileIsNamedByItsKey() throws Exception {
    ends(start("fetch", FakeFigma.KEY), 0);
    ends(start("apply", "figma:" + FakeFigma.KEY, "--sets", "core", "--tokens", tokens()), 0);

    assertTrue(Files.exists(folder.resolve(FakeFigma.KEY + ".json")));
    assertTrue(Files.exists(folder.resolve(FakeFigma.KEY + ".applied.json")));
  }

  private String tokens() throws IOException {
    return Files.writeString(folder.resolve("tokens.json"), FakeDocuments.TOKENS).toString();
  }

  @Test
  void stoppedInTheMiddleOfAnAnswer_endsAtOnceAndLeavesNothing() throws Exception {
    figma.stallFirstFile();
    for (String command : List.of("fetch", "apply")) {
      Process process = start(command, "figma:" + FakeFigma.KEY, "-o", "result.json");
      figma.awaitStall();
      assertFalse(process.waitFor(200, TimeUnit.MILLISECONDS));

      long started = System.nanoTime();
      terminate(process);
      String said = ends(process, 143);

      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      assertTrue(millis < END_MILLIS_MAX, "took " + millis + " ms: " + said);
      assertTrue(said.contains("error[cancelled]"), said);
      assertEquals(List.of("out", "talk", "temporary"), names(folder));
      figma.stallFirstFile();
    }
  }

  @Test
  void stoppedWhileTheRateLimitMakesItWait_endsAtOnce() throws Exception {
    figma.limitRate(100);
    Process process = start("fetch", FakeFigma.KEY, "-o", "result.json", "--progress", "json");
    while (!Files.readString(folder.resolve("talk")).contains("rate limit")) {
      assertFalse(process.waitFor(20, TimeUnit.MILLISECONDS), "ended too early");
    }

    terminate(process);

    assertTrue(ends(process, 143).contains("error[cancelled]"));
    assertEquals(List.of("out", "talk", "temporary"), names(folder));
  }

  @Test
  void largeDocumentInLargePages_takesLittleMemory() throws Exception {
    StringBuilder layers = new StringBuilder();
    for (int frame = 1; frame <= LARGE_FRAMES; frame++) {
      layers.append(frame == 1 ? "" : ",").append(FakeDocuments.frame(1, frame));
    }
    String page =
        """
        {"id":"0:1","name":"Page","type":"CANVAS","children":[%s]}\
        """
            .formatted(layers);
    assertTrue(page.length() > 2 * HEAP_BYTES);
    figma.hugePages(page.getBytes(StandardCharsets.UTF_8));

    String said =
        ends(
            start(
                "apply",
                "figma:" + FakeFigma.KEY,
                "--tokens",
                tokens(),
                "--changes",
                "changes.ndjson",
                "--mode",
                "direct",
                "-o",
                "result.json"),
            0);

    assertTrue(said.contains("360,004, 360,000 with tokens"), said);
    assertTrue(Files.size(folder.resolve("result.json")) > 3L * page.length());
  }
}
