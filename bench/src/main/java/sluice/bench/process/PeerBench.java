package sluice.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.bench.gate.JsonDigest;

/// What somebody might use instead, as far as it is there. Neither peer works tokens out:
///
/// - `jq -c .` only reads the document and writes it again;
/// - a script for Node.js parses the document, walks it, sets on every node the values that Sluice
///   has worked out (its change set), and writes it again.
///
/// Values of the outputs must be equal: the script's to Sluice's, jq's to the document's.
public final class PeerBench {
  /// Name in `raw.csv`.
  public static final String BENCHMARK = "peers";

  /// Each peer, and the product.
  public enum Peer {
    /// `./sluice apply`.
    SLUICE("sluice", "reads, resolves, applies, writes"),
    /// `node apply.mjs`.
    NODE("node", "reads, applies known values, writes"),
    /// `jq -c .`.
    JQ("jq", "reads, writes");

    private final String key;
    private final String does;

    Peer(String key, String does) {
      this.key = key;
      this.does = does;
    }

    /// Its program, and name in files of results.
    public String key() {
      return key;
    }

    /// Which part of the job it does.
    public String does() {
      return does;
    }
  }

  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final BenchSettings settings;
  private final RunLog log;
  private final Talk talk;

  /// What is measured and where it is kept.
  public PeerBench(BenchSettings settings, RunLog log, Talk talk) {
    this.settings = settings;
    this.log = log;
    this.talk = talk;
  }

  private record Prepared(Path script, Path changes, String before, String after) {}

  /// Measures every size.
  public void run() throws IOException, InterruptedException {
    Product.prepare(settings);
    try (Documents documents = new Documents(settings.work())) {
      for (long nodes : settings.sizes()) {
        Prepared prepared = null;
        for (int run = 1; run <= settings.runs(); run++) {
          for (Peer peer : Peer.values()) {
            if (isDue(peer, nodes, run)) {
              prepared = prepared == null ? prepare(documents, nodes) : prepared;
              measure(documents, prepared, peer, nodes, run);
            }
          }
        }
      }
    }
  }

  /// Whether a peer can be run here.
  public static boolean isPresent(Peer peer) {
    return peer == Peer.SLUICE || Commands.find(peer.key()).isPresent();
  }

  private boolean isDue(Peer peer, long nodes, int run) {
    List<Measurement> made = log.of(BENCHMARK, peer.key(), nodes, 0);
    long spentMillis = made.stream().mapToLong(Measurement::wallMillis).sum();
    return isPresent(peer)
        && made.size() < run
        && spentMillis < settings.secondsEach() * 1000
        && made.stream().allMatch(Measurement::ok);
  }

  /// The change set, the script, and what the documents must come to.
  private Prepared prepare(Documents documents, long nodes)
      throws IOException, InterruptedException {
    Path script = documents.folder().resolve("apply.mjs");
    try (InputStream in = PeerBench.class.getResourceAsStream("apply.mjs")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    Path document = documents.document(nodes);
    Path changes = documents.folder().resolve("changes.ndjson");
    Path output = documents.output("expected");
    List<String> command =
        new ArrayList<>(Commands.sluice(settings.project(), document, documents.tokens(), output));
    command.addAll(List.of("--changes", changes.toString()));
    succeeded(ProcessProbe.run(command, null, documents.folder(), TIMEOUT), 1);
    String after = JsonDigest.ofValues(output);
    Files.delete(output);
    return new Prepared(script, changes, JsonDigest.ofValues(document), after);
  }

  private void measure(Documents documents, Prepared prepared, Peer peer, long nodes, int run)
      throws IOException, InterruptedException {
    Path document = documents.document(nodes);
    Path output = documents.output(peer.key());
    List<String> command =
        switch (peer) {
          case SLUICE -> Commands.sluice(settings.project(), document, documents.tokens(), output);
          case NODE ->
              List.of(
                  "node",
                  prepared.script().toString(),
                  document.toString(),
                  prepared.changes().toString(),
                  output.toString());
          case JQ -> List.of("jq", "-c", ".", document.toString());
        };
    @Nullable Path product = peer == Peer.JQ ? output : null;
    Commands.settle();
    ProcessProbe.Outcome outcome = ProcessProbe.run(command, product, documents.folder(), TIMEOUT);
    boolean ok = !outcome.timedOut() && outcome.exitCode() <= (peer == Peer.SLUICE ? 1 : 0);
    String digest = "-";
    if (ok) {
      digest = JsonDigest.ofValues(output);
      String expected = peer == Peer.JQ ? prepared.before() : prepared.after();
      if (!digest.equals(expected)) {
        throw new IOException(
            "%s wrote other values at %d nodes: %s, expected %s"
                .formatted(peer.key(), nodes, digest, expected));
      }
    } else {
      talk.say(peer.key() + ": " + outcome.talk().lines().limit(3).toList());
    }
    Measurement row =
        new Measurement(
            BENCHMARK,
            peer.key(),
            nodes,
            0,
            run,
            status(outcome, ok),
            outcome.wallMillis(),
            outcome.peakResidentBytes(),
            0,
            0,
            0,
            Files.size(document),
            digest);
    Files.deleteIfExists(output);
    log.add(row);
    talk.measured(row);
  }

  private static Measurement.Status status(ProcessProbe.Outcome outcome, boolean ok) {
    if (ok) {
      return Measurement.Status.OK;
    }
    return outcome.timedOut() ? Measurement.Status.TIMEOUT : Measurement.Status.FAILED;
  }

  private static void succeeded(ProcessProbe.Outcome outcome, int exitCodeMax) throws IOException {
    if (outcome.timedOut() || outcome.exitCode() > exitCodeMax) {
      throw new IOException("the product failed: " + outcome.talk());
    }
  }

  /// The version a peer tells, empty when it is not there.
  public static Optional<String> version(Peer peer, Path folder)
      throws IOException, InterruptedException {
    if (peer == Peer.SLUICE || !isPresent(peer)) {
      return Optional.empty();
    }
    ProcessProbe.Outcome outcome =
        ProcessProbe.run(List.of(peer.key(), "--version"), null, folder, TIMEOUT);
    return Optional.of(outcome.talk().strip());
  }
}
