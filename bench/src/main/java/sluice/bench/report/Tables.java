package sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sluice.bench.architecture.Architecture;
import sluice.bench.micro.MicroBench;
import sluice.bench.process.ArchitectureBench;
import sluice.bench.process.Measurement;
import sluice.bench.process.PeerBench;
import sluice.bench.process.RunLog;
import sluice.bench.process.ScalingBench;

/// The tables of a folder of results. A table is empty when nothing was measured for it.
final class Tables {
  private static final long REFERENCE_NODES = 100_000;
  private static final long LARGE_NODES = 1_000_000;

  private final RunLog log;

  Tables(RunLog log) {
    this.log = log;
    checkDigests();
  }

  /// The four architectures at a glance.
  String keyMetrics() {
    List<Long> sizes = sizes(ArchitectureBench.COMPARISON);
    if (sizes.isEmpty()) {
      return "";
    }
    long reference =
        sizes.stream().filter(size -> size <= REFERENCE_NODES).reduce((_, last) -> last).orElse(0L);
    Table table = new Table(heads("Metric"));
    table.row(cells("Holds", Architecture::description));
    metrics(table, reference);
    if (sizes.contains(LARGE_NODES) && reference != LARGE_NODES) {
      metrics(table, LARGE_NODES);
    }
    table.row(
        cells(
            "Lists of tokens worked out (%s)".formatted(nodes(reference)),
            architecture ->
                compared(architecture, reference).runs().stream()
                    .findFirst()
                    .map(row -> "%,d".formatted(row.workedOut()))
                    .orElse("–")));
    for (int heap : heaps()) {
      table.row(
          cells(
              "Largest document in %,d MB of heap".formatted(heap),
              architecture -> largest(architecture, heap)));
    }
    return table.markdown();
  }

  private void metrics(Table table, long size) {
    table.row(
        cells(
            "Peak memory (%s)".formatted(nodes(size)),
            architecture -> cell(architecture, size, Figures::memory)));
    table.row(
        cells(
            "Time (%s)".formatted(nodes(size)),
            architecture ->
                cell(architecture, size, figures -> Figures.seconds(figures.seconds()))));
  }

  /// Time with spread and memory of every architecture at every size.
  String architectures() {
    Table table = new Table(heads("Nodes"));
    for (long size : sizes(ArchitectureBench.COMPARISON)) {
      table.row(
          cells(
              "%,d".formatted(size),
              architecture ->
                  cell(architecture, size, figures -> figures.memory() + ", " + figures.time())));
    }
    return table.markdown();
  }

  /// The product against a copy.
  String scaling() {
    List<Long> sizes = sizes(ScalingBench.BENCHMARK);
    if (sizes.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "Nodes", "Document", "`sluice apply`", "Peak memory", "Nodes/s", "`cp`", "Times `cp`");
    for (long size : sizes) {
      Figures sluice = figures(ScalingBench.BENCHMARK, ScalingBench.SLUICE, size);
      Figures copy = figures(ScalingBench.BENCHMARK, ScalingBench.COPY, size);
      if (sluice.any() && copy.any()) {
        table.row(
            "%,d".formatted(size),
            Figures.megabytes(sluice.runs().getFirst().inputBytes() / 1e6),
            sluice.time(),
            sluice.memory(),
            "%,.0f".formatted(size / sluice.seconds()),
            copy.time(),
            String.format(Locale.ROOT, "%.1f", sluice.seconds() / copy.seconds()));
      }
    }
    return table.markdown();
  }

  /// What else could be used.
  String peers() {
    List<Long> sizes = sizes(PeerBench.BENCHMARK);
    if (sizes.isEmpty()) {
      return "";
    }
    Table table = new Table("Program", "Does", "Nodes", "Time", "Peak memory");
    for (long size : sizes) {
      for (PeerBench.Peer peer : PeerBench.Peer.values()) {
        Figures figures = figures(PeerBench.BENCHMARK, peer.key(), size);
        boolean measured =
            log.of(PeerBench.BENCHMARK).stream()
                .anyMatch(row -> row.contender().equals(peer.key()));
        String absent = measured ? "failed" : "not present";
        table.row(
            "`%s`".formatted(peer.key()),
            peer.does(),
            "%,d".formatted(size),
            figures.any() ? figures.time() : absent,
            figures.any() ? figures.memory() : "–");
      }
    }
    return table.markdown();
  }

  /// Single questions.
  static String micro(List<MicroBench.Score> scores) {
    if (scores.isEmpty()) {
      return "";
    }
    Table table = new Table("Benchmark", "Average", "± (99.9 %)", "Unit", "Counted");
    for (MicroBench.Score score : scores) {
      table.row(
          "`%s`".formatted(score.benchmark()),
          String.format(Locale.ROOT, "%,.2f", score.score()),
          score.error() > 0 ? String.format(Locale.ROOT, "%,.2f", score.error()) : "–",
          score.unit(),
          score.counted());
    }
    return table.markdown();
  }

  /// Sizes at which something was measured, ascending.
  List<Long> sizes(String benchmark) {
    return log.of(benchmark).stream().map(Measurement::nodes).distinct().sorted().toList();
  }

  Figures figures(String benchmark, String contender, long nodes) {
    return new Figures(
        log.of(benchmark).stream()
            .filter(row -> row.contender().equals(contender) && row.nodes() == nodes)
            .toList());
  }

  Figures compared(Architecture architecture, long nodes) {
    return figures(ArchitectureBench.COMPARISON, architecture.key(), nodes);
  }

  /// Why there is no figure for an architecture at a size; empty when there is one, or no trial.
  String failure(Architecture architecture, long nodes) {
    if (compared(architecture, nodes).any()) {
      return "";
    }
    return log.of(ArchitectureBench.COMPARISON).stream()
        .filter(row -> row.contender().equals(architecture.key()) && row.nodes() == nodes)
        .findFirst()
        .map(row ->
            row.status() == Measurement.Status.OUT_OF_MEMORY
                ? "out of memory at %,d MB".formatted(row.heapMegabytes())
                : "too slow")
        .orElse("");
  }

  /// `100k`, `1M`.
  static String nodes(long count) {
    if (count >= 1_000_000 && count % 100_000 == 0) {
      return String.format(Locale.ROOT, count % 1_000_000 == 0 ? "%.0fM" : "%.1fM", count / 1e6);
    }
    return count >= 1_000 && count % 1_000 == 0
        ? "%dk".formatted(count / 1_000)
        : "%,d".formatted(count);
  }

  private String cell(Architecture architecture, long size, Function<Figures, String> text) {
    Figures figures = compared(architecture, size);
    if (figures.any()) {
      return text.apply(figures);
    }
    String failure = failure(architecture, size);
    return failure.isEmpty() ? "–" : failure;
  }

  private List<Integer> heaps() {
    return log.of(ArchitectureBench.SURVIVAL).stream()
        .map(Measurement::heapMegabytes)
        .distinct()
        .sorted()
        .toList();
  }

  private String largest(Architecture architecture, int heap) {
    List<Measurement> trials =
        log.of(ArchitectureBench.SURVIVAL).stream()
            .filter(row -> row.contender().equals(architecture.key()))
            .filter(row -> row.heapMegabytes() == heap)
            .toList();
    long largest =
        trials.stream().filter(Measurement::ok).mapToLong(Measurement::nodes).max().orElse(0);
    boolean open = !trials.isEmpty() && trials.stream().allMatch(Measurement::ok);
    return "%,d%s".formatted(largest, open ? " and more" : "");
  }

  private static String[] heads(String first) {
    List<String> heads = new ArrayList<>(List.of(first));
    for (Architecture architecture : Architecture.values()) {
      heads.add(architecture.label());
    }
    return heads.toArray(String[]::new);
  }

  private static List<String> cells(String first, Function<Architecture, String> cell) {
    List<String> cells = new ArrayList<>(List.of(first));
    for (Architecture architecture : Architecture.values()) {
      cells.add(cell.apply(architecture));
    }
    return cells;
  }

  /// Rows that were made at different times must have come from equal outputs too.
  private void checkDigests() {
    for (long size : sizes(ArchitectureBench.COMPARISON)) {
      long different =
          log.of(ArchitectureBench.COMPARISON).stream()
              .filter(row -> row.nodes() == size && row.ok())
              .map(row -> row.digest() + row.changes())
              .distinct()
              .count();
      if (different > 1) {
        throw new IllegalStateException("outputs differ at " + size + " nodes");
      }
    }
  }
}
