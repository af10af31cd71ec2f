package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The measurements of a folder of results, kept in its `raw.csv`.
public final class RunLog {
  private final Path file;
  private final List<Measurement> rows = new ArrayList<>();

  private RunLog(Path file) {
    this.file = file;
  }

  /// Opens the log of a folder, with what was measured before.
  public static RunLog open(Path folder) throws IOException {
    Files.createDirectories(folder);
    RunLog log = new RunLog(folder.resolve("raw.csv"));
    if (Files.exists(log.file)) {
      Files.readAllLines(log.file).stream().skip(1).map(Measurement::of).forEach(log.rows::add);
    } else {
      Files.writeString(log.file, Measurement.HEADER + "\n");
    }
    return log;
  }

  /// Adds a row.
  void add(Measurement row) throws IOException {
    rows.add(row);
    Files.writeString(file, row.line() + "\n", StandardOpenOption.APPEND);
  }

  /// All rows of a benchmark in the order they were made.
  public List<Measurement> of(String benchmark) {
    return rows.stream().filter(row -> row.benchmark().equals(benchmark)).toList();
  }

  /// The rows of one contender at one size, without those under another heap limit.
  List<Measurement> of(String benchmark, String contender, long nodes, int heapMegabytes) {
    return of(benchmark).stream()
        .filter(row -> row.contender().equals(contender) && row.nodes() == nodes)
        .filter(row -> row.heapMegabytes() == heapMegabytes)
        .toList();
  }

  /// The one row of a trial, if it was made.
  Optional<Measurement> trial(String benchmark, String contender, long nodes, int heapMegabytes) {
    return of(benchmark, contender, nodes, heapMegabytes).stream().findFirst();
  }
}
