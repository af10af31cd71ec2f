package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.bench.architecture.Architecture;
import sluice.bench.architecture.ArchitectureCounts;
import sluice.bench.architecture.ArchitectureMain;
import sluice.bench.gate.Gate;

/// The four architectures on the same documents, each run in a JVM of its own: time and memory, and
/// the largest document that survives a given heap.
public final class ArchitectureBench {
  /// Name of the comparison in `raw.csv`.
  public static final String COMPARISON = "architectures";

  /// Name of the trials with a given heap.
  public static final String SURVIVAL = "survival";

  /// Size whose memory over time is noted, or the largest below it.
  public static final long TIMELINE_NODES = 100_000;

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration SURVIVAL_TIMEOUT = Duration.ofMinutes(2);

  /// A limit is known when it lies between two sizes this close to each other.
  private static final double CLOSE = 1.1;

  private static final int OUT_OF_MEMORY_EXIT = 3;
  private static final List<Long> LADDER =
      List.of(
          1_000L,
          2_000L,
          5_000L,
          10_000L,
          20_000L,
          50_000L,
          100_000L,
          200_000L,
          500_000L,
          1_000_000L);

  private final BenchSettings settings;
  private final RunLog log;
  private final Talk talk;

  /// What is measured and where it is kept.
  public ArchitectureBench(BenchSettings settings, RunLog log, Talk talk) {
    this.settings = settings;
    this.log = log;
    this.talk = talk;
  }

  private record Made(Measurement row, ProcessProbe.Outcome process) {}

  /// Time and memory at every size.
  public void compare() throws IOException, InterruptedException {
    long timeline =
        settings.sizes().stream().filter(size -> size <= TIMELINE_NODES).reduce(0L, Math::max);
    try (Documents documents = new Documents(settings.work())) {
      for (long nodes : settings.sizes()) {
        Gate gate = new Gate();
        for (int run = 1; run <= settings.runs(); run++) {
          compare(documents, nodes, run, gate, nodes == timeline);
        }
      }
    }
  }

  private void compare(Documents documents, long nodes, int run, Gate gate, boolean timeline)
      throws IOException, InterruptedException {
    List<Made> round = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      if (isDue(architecture, nodes, run)) {
        round.add(
            measure(
                COMPARISON,
                architecture,
                nodes,
                settings.heapMegabytesFree(),
                run,
                TIMEOUT,
                documents,
                gate));
      }
    }
    gate.check(nodes + " nodes");
    for (Made made : round) {
      log.add(made.row());
      talk.measured(made.row());
      if (timeline && run == 1) {
        Timeline.write(settings.out(), made.row().contender(), nodes, made.process().samples());
      }
    }
  }

  /// Whether there is no such run yet and another one is affordable and of use.
  private boolean isDue(Architecture architecture, long nodes, int run) {
    List<Measurement> made =
        log.of(COMPARISON, architecture.key(), nodes, settings.heapMegabytesFree());
    long spentMillis = made.stream().mapToLong(Measurement::wallMillis).sum();
    return made.size() < run
        && spentMillis < settings.secondsEach() * 1000
        && made.stream().allMatch(Measurement::ok);
  }

  /// The largest document each architecture survives with each heap, by trial.
  public void survive() throws IOException, InterruptedException {
    try (Documents documents = new Documents(settings.work())) {
      for (int heap : settings.heapsMegabytes()) {
        for (Architecture architecture : Architecture.values()) {
          survive(documents, architecture, heap);
        }
      }
    }
  }

  private void survive(Documents documents, Architecture architecture, int heap)
      throws IOException, InterruptedException {
    long largest = settings.sizes().getLast();
    if (architecture == Architecture.PHASE_3 && survives(documents, architecture, largest, heap)) {
      return;
    }
    long good = 0;
    long bad = Long.MAX_VALUE;
    for (long nodes : LADDER) {
      if (nodes > largest) {
        break;
      }
      if (survives(documents, architecture, nodes, heap)) {
        good = nodes;
      } else {
        bad = nodes;
        break;
      }
    }
    while (good > 0 && bad < Long.MAX_VALUE && bad > good * CLOSE) {
      long between = rounded(Math.sqrt((double) good * bad));
      if (between == good || between == bad) {
        break;
      }
      if (survives(documents, architecture, between, heap)) {
        good = between;
      } else {
        bad = between;
      }
    }
  }

  private boolean survives(Documents documents, Architecture architecture, long nodes, int heap)
      throws IOException, InterruptedException {
    Optional<Measurement> known = log.trial(SURVIVAL, architecture.key(), nodes, heap);
    if (known.isEmpty()) {
      Measurement row =
          measure(SURVIVAL, architecture, nodes, heap, 1, SURVIVAL_TIMEOUT, documents, new Gate())
              .row();
      log.add(row);
      talk.measured(row);
      known = Optional.of(row);
    }
    return known.get().ok();
  }

  /// Two digits are enough.
  private static long rounded(double nodes) {
    double unit = Math.pow(10, Math.floor(Math.log10(nodes)) - 1);
    return Math.round(Math.round(nodes / unit) * unit);
  }

  private Made measure(
      String benchmark,
      Architecture architecture,
      long nodes,
      int heap,
      int run,
      Duration timeout,
      Documents documents,
      Gate gate)
      throws IOException, InterruptedException {
    Path document = documents.document(nodes);
    Path output = documents.output(architecture.key());
    Commands.settle();
    ProcessProbe.Outcome outcome =
        ProcessProbe.run(
            Commands.java(
                architecture.flags(heap),
                ArchitectureMain.class,
                architecture.key(),
                document.toString(),
                documents.tokens().toString(),
                Documents.THEME,
                output.toString()),
            null,
            documents.folder(),
            timeout);
    String digest = "-";
    Optional<ArchitectureCounts> counts = ArchitectureCounts.find(outcome.talk());
    if (outcome.succeeded() && counts.isPresent()) {
      ArchitectureCounts found = counts.get();
      String counted =
          "%d nodes, %d with tokens, %d changed, %d changes"
              .formatted(
                  found.nodes(), found.nodesWithTokens(), found.nodesChanged(), found.changes());
      digest = gate.add(architecture.key(), output, counted);
    } else if (status(outcome) == Measurement.Status.FAILED) {
      throw new IOException(architecture.key() + " failed: " + outcome.talk());
    }
    long sizeBytes = Files.size(document);
    Files.deleteIfExists(output);
    Measurement row =
        new Measurement(
            benchmark,
            architecture.key(),
            nodes,
            heap,
            run,
            status(outcome),
            outcome.wallMillis(),
            outcome.peakResidentBytes(),
            counts.map(ArchitectureCounts::changes).orElse(0L),
            counts.map(ArchitectureCounts::workedOut).orElse(0L),
            counts.map(ArchitectureCounts::lookups).orElse(0L),
            sizeBytes,
            digest);
    return new Made(row, outcome);
  }

  private static Measurement.Status status(ProcessProbe.Outcome outcome) {
    if (outcome.timedOut()) {
      return Measurement.Status.TIMEOUT;
    }
    if (outcome.exitCode() == OUT_OF_MEMORY_EXIT || outcome.talk().contains("OutOfMemoryError")) {
      return Measurement.Status.OUT_OF_MEMORY;
    }
    return outcome.succeeded() ? Measurement.Status.OK : Measurement.Status.FAILED;
  }
}
