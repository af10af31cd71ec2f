package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import sluice.bench.gate.JsonDigest;

/// `./sluice apply` from 1,000 to 10,000,000 nodes, as people run it, against `cp` of the same file
/// in turns. Every run of a size must write the same bytes.
public final class ScalingBench {
  /// Name in `raw.csv`.
  public static final String BENCHMARK = "scaling";

  /// The product.
  public static final String SLUICE = "sluice";

  /// A plain copy of the document.
  public static final String COPY = "cp";

  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private final BenchSettings settings;
  private final RunLog log;
  private final Talk talk;

  /// What is measured and where it is kept.
  public ScalingBench(BenchSettings settings, RunLog log, Talk talk) {
    this.settings = settings;
    this.log = log;
    this.talk = talk;
  }

  /// Measures every size.
  public void run() throws IOException, InterruptedException {
    Product.prepare(settings);
    try (Documents documents = new Documents(settings.work())) {
      for (long nodes : settings.sizes()) {
        for (int run = 1; run <= settings.runs(); run++) {
          measure(documents, SLUICE, nodes, run);
          measure(documents, COPY, nodes, run);
        }
      }
    }
  }

  private void measure(Documents documents, String contender, long nodes, int run)
      throws IOException, InterruptedException {
    List<Measurement> made = log.of(BENCHMARK, contender, nodes, 0);
    long spentMillis = made.stream().mapToLong(Measurement::wallMillis).sum();
    if (made.size() >= run || spentMillis >= settings.secondsEach() * 1000) {
      return;
    }
    Path document = documents.document(nodes);
    Path output = documents.output(contender);
    List<String> command =
        contender.equals(COPY)
            ? List.of("cp", document.toString(), output.toString())
            : Commands.sluice(settings.project(), document, documents.tokens(), output);
    Commands.settle();
    ProcessProbe.Outcome outcome = ProcessProbe.run(command, null, documents.folder(), TIMEOUT);
    // Exit code 1 says that there are problems to look at, which generated documents have.
    if (outcome.timedOut() || outcome.exitCode() > 1) {
      throw new IOException(contender + " failed: " + outcome.talk());
    }
    String digest = JsonDigest.ofBytes(output);
    for (Measurement earlier : made) {
      if (!earlier.digest().equals(digest)) {
        throw new IOException("%s wrote other bytes at %d nodes".formatted(contender, nodes));
      }
    }
    Measurement row =
        new Measurement(
            BENCHMARK,
            contender,
            nodes,
            0,
            run,
            Measurement.Status.OK,
            outcome.wallMillis(),
            outcome.peakResidentBytes(),
            0,
            0,
            0,
            Files.size(document),
            digest);
    Files.delete(output);
    log.add(row);
    talk.measured(row);
  }
}
