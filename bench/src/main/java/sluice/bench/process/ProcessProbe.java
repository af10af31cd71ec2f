package sluice.bench.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs any command and watches it: wall time from start to end, the peak resident set as Linux
/// counts it (`VmHWM`, looked at every [#LOOK_MILLIS] ms; growth in the very last ones can be
/// missed), and the resident set over time.
final class ProcessProbe {
  private static final int LOOK_MILLIS = 5;
  private static final int SAMPLE_MILLIS = 50;

  private ProcessProbe() {}

  /// How much was resident at a time.
  ///
  /// @param millis since the start of the process
  /// @param residentBytes at that time
  record Sample(long millis, long residentBytes) {}

  /// How a process ended.
  ///
  /// @param exitCode of no meaning after a timeout
  /// @param timedOut whether it was ended because it took too long
  /// @param talk what it wrote to standard output and standard error
  /// @param wallMillis from its start to its end
  /// @param peakResidentBytes 0 where the system does not tell
  record Outcome(
      int exitCode,
      boolean timedOut,
      String talk,
      long wallMillis,
      long peakResidentBytes,
      List<Sample> samples) {
    Outcome {
      samples = List.copyOf(samples);
    }

    boolean succeeded() {
      return !timedOut && exitCode == 0;
    }
  }

  /// Runs a command to its end, or ends it after the timeout.
  ///
  /// @param product where standard output goes, or null to keep it with the talk
  static Outcome run(List<String> command, @Nullable Path product, Path folder, Duration timeout)
      throws IOException, InterruptedException {
    Path talk = Files.createTempFile(folder, "talk-", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectInput(new File("/dev/null"));
      builder.redirectError(ProcessBuilder.Redirect.appendTo(talk.toFile()));
      builder.redirectOutput(
          product == null
              ? ProcessBuilder.Redirect.appendTo(talk.toFile())
              : ProcessBuilder.Redirect.to(product.toFile()));
      return watch(builder, talk, timeout);
    } finally {
      Files.deleteIfExists(talk);
    }
  }

  private static Outcome watch(ProcessBuilder builder, Path talk, Duration timeout)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      List<Sample> samples = new ArrayList<>();
      long peak = 0;
      boolean ended = false;
      while (!ended && System.nanoTime() - start < timeout.toNanos()) {
        long[] memory = memory(process.pid());
        peak = Math.max(peak, memory[0]);
        long millis = millisSince(start);
        boolean due = samples.isEmpty() || millis >= samples.getLast().millis() + SAMPLE_MILLIS;
        if (due && memory[1] > 0) {
          samples.add(new Sample(millis, memory[1]));
        }
        ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      long wallMillis = millisSince(start);
      process.destroyForcibly();
      int exitCode = process.waitFor();
      return new Outcome(
          exitCode,
          !ended,
          Files.readString(talk, StandardCharsets.UTF_8),
          wallMillis,
          peak,
          samples);
    } finally {
      process.destroyForcibly();
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /// Peak and present resident set of a process in bytes, 0 where there is none (any more).
  private static long[] memory(long pid) throws IOException {
    long[] found = new long[2];
    try {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith("VmHWM:")) {
          found[0] = kibibytes(line);
        } else if (line.startsWith("VmRSS:")) {
          found[1] = kibibytes(line);
        }
      }
    } catch (NoSuchFileException | UncheckedIOException _) {
      return new long[2];
    } catch (IOException e) {
      // The process ended between opening and reading.
      if (Files.exists(Path.of("/proc", Long.toString(pid)))) {
        throw e;
      }
    }
    return found;
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
  }
}
