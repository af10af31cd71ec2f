package sluice.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks of this package and writes their results to `micro.csv`.
public final class MicroBench {
  /// Name of the file of results.
  public static final String FILE = "micro.csv";

  private static final String HEADER = "benchmark,score,error,unit,counted";
  private static final TimeValue SECOND = TimeValue.seconds(1);
  private static final TimeValue MOMENT = TimeValue.milliseconds(50);

  private MicroBench() {}

  /// One result.
  ///
  /// @param benchmark class and method
  /// @param score average time of an operation
  /// @param error half of the 99.9 % interval, 0 when it is not known
  /// @param counted what was counted beside, empty when nothing was
  public record Score(String benchmark, double score, double error, String unit, String counted) {}

  /// Runs them.
  ///
  /// @param only part of a name, empty for all
  /// @param tiny once and for a moment, to see that they work
  public static void run(Path folder, String only, boolean tiny)
      throws RunnerException, IOException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("sluice\\.bench\\.micro\\..*" + only + ".*")
            .shouldFailOnError(true);
    if (tiny) {
      options
          .forks(0)
          .warmupIterations(0)
          .measurementIterations(1)
          .measurementTime(MOMENT)
          .verbosity(VerboseMode.SILENT);
    } else {
      options
          .forks(2)
          .warmupIterations(3)
          .warmupTime(SECOND)
          .measurementIterations(5)
          .measurementTime(SECOND)
          .verbosity(VerboseMode.NORMAL);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (RunResult result : results) {
      lines.add(line(result));
    }
    Files.write(folder.resolve(FILE), lines);
  }

  /// The results of a folder; none when there is no file.
  public static List<Score> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells ->
            new Score(
                cells[0],
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                cells[3],
                cells[4]))
        .toList();
  }

  private static String line(RunResult result) {
    Result<?> primary = result.getPrimaryResult();
    String name = result.getParams().getBenchmark().replace("sluice.bench.micro.", "");
    double error = primary.getScoreError();
    List<String> counted = new ArrayList<>();
    for (Result<?> secondary : result.getSecondaryResults().values()) {
      // Counts are added up over iterations; ours are the same in each.
      double iterations = Math.max(1, secondary.getSampleCount());
      counted.add("%s %.0f".formatted(secondary.getLabel(), secondary.getScore() / iterations));
    }
    return String.format(
        Locale.ROOT,
        "%s,%.4f,%.4f,%s,%s",
        name,
        primary.getScore(),
        Double.isNaN(error) ? 0 : error,
        primary.getScoreUnit(),
        String.join(" ", counted));
  }
}
