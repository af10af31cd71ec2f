package sluice.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sluice.cli.Main;
import sluice.testkit.memory.ChildJvm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the program in a process of its own, with the launcher's options, and what it held.
///
/// @param name what is shown in the table
/// @param talk what it said
/// @param metrics as `--metrics` has them
/// @param residentPeakBytes of the whole process; 0 where the system does not tell
record MeasuredRun(String name, String talk, JsonNode metrics, long residentPeakBytes) {
  /// What the whole process may take at most in mode `streaming`, in bytes (README).
  private static final long RESIDENT_BYTES_MAX = 95_000_000;

  private static final Duration TIMEOUT = Duration.ofMinutes(40);

  /// Runs `apply` over what is fed to standard input.
  ///
  /// @param folder for the run's temporary and other files
  static MeasuredRun ofInput(String name, Path folder, ChildJvm.Feed document, Path tokens)
      throws IOException, InterruptedException {
    return run(name, folder, document, List.of("-", "--tokens", tokens.toString()));
  }

  /// Runs `apply` over a file with the library inside.
  static MeasuredRun ofFile(String name, Path folder, Path document)
      throws IOException, InterruptedException {
    return run(name, folder, _ -> {}, List.of(document.toString()));
  }

  private static MeasuredRun run(
      String name, Path folder, ChildJvm.Feed document, List<String> input)
      throws IOException, InterruptedException {
    Path metrics = folder.resolve("metrics.json");
    Path output = folder.resolve("out");
    List<String> args =
        Stream.of(
                Stream.of("apply"),
                input.stream(),
                Stream.of("-o", output, "--metrics", metrics, "--progress", "none")
                    .map(Object::toString))
            .flatMap(part -> part)
            .toList();
    String[] flags =
        Stream.concat(LauncherFlags.all().stream(), Stream.of("-Djava.io.tmpdir=" + folder))
            .toArray(String[]::new);
    ChildJvm.Outcome outcome =
        ChildJvm.of(Main.class, args.toArray(String[]::new))
            .withFlags(flags)
            .withTimeout(TIMEOUT)
            .withInput(document)
            .run();
    assertFalse(outcome.timedOut(), name + " did not end");
    assertEquals(0, outcome.exitCode(), name + ": " + outcome.err());
    JsonNode seen = JsonMapper.shared().readTree(Files.readString(metrics));
    Files.delete(output);
    Files.delete(metrics);
    return new MeasuredRun(name, outcome.err(), seen, outcome.peakResidentBytes().orElse(0))
        .reported();
  }

  long number(String metric) {
    JsonNode value = metrics.get(metric);
    if (value == null) {
      throw new IllegalArgumentException("no metric " + metric + " in " + metrics);
    }
    return value.asLong();
  }

  private MeasuredRun reported() {
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %s | %.1f MB | %.1f MB | %,d changed, %,d skipped, %,d failed; %.1f s |%n",
        name,
        number("nodes"),
        LauncherFlags.heapLimit(),
        number("heapPeakBytes") / 1e6,
        residentPeakBytes / 1e6,
        number("nodesChanged"),
        number("nodesSkipped"),
        number("nodesFailed"),
        metrics.get("millis").get("total").asLong() / 1e3);
    return this;
  }

  /// Checks that the process stayed as small as is said.
  MeasuredRun staysSmall() {
    assertTrue(
        residentPeakBytes < RESIDENT_BYTES_MAX,
        "%s: resident set of %,d bytes".formatted(name, residentPeakBytes));
    return this;
  }

  /// Checks that nothing was lost: every node that carries tokens came out in one way.
  MeasuredRun comesTo(long nodes, long changed, long skipped, long failed) {
    assertEquals(
        List.of(nodes, changed, skipped, failed),
        List.of(
            number("nodes"), number("nodesChanged"), number("nodesSkipped"), number("nodesFailed")),
        name + " " + metrics);
    return this;
  }
}
