package sluice;

import java.util.function.Consumer;
import sluice.Progress.Phase;
import sluice.format.DocumentPass;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;

/// Tells a listener how far a run is, over all the readings of its document. Called by the run's
/// thread; the latest state may be asked for by any.
final class ProgressTeller {
  private final Consumer<Progress> listener;
  private final long startedNanos;
  private volatile Progress latest = new Progress(Phase.RESOLVE, 0, 0, 0, 0, false, 0, 0, 0, 0);
  private long bytesBefore;
  private long bytesTotal;
  private long nodesKnown;

  ProgressTeller(Consumer<Progress> listener, long startedNanos) {
    this.listener = listener;
    this.startedNanos = startedNanos;
  }

  Progress latest() {
    return latest;
  }

  /// Begins a phase that reads so many bytes.
  void begin(Phase phase, long bytes) {
    bytesBefore = 0;
    bytesTotal = bytes;
    tell(new Progress(phase, 0, bytes, 0, nodesKnown, nodesKnown > 0, 0, 0, 0, elapsed()));
  }

  /// More turns out to be read in this phase: all bytes of a reading that was given up count as
  /// done.
  void more(long bytes) {
    bytesBefore = latest.bytesDone();
    bytesTotal = bytesBefore + bytes;
  }

  /// One reading of the phase has ended and the next begins.
  void done(long bytes) {
    bytesBefore += bytes;
    ahead(0, 0);
  }

  /// The document has exactly so many nodes.
  void nodesKnown(long nodes) {
    nodesKnown = nodes;
  }

  /// Tells of a reading that changes nothing.
  void ahead(long bytes, long nodes) {
    Progress before = latest;
    tell(
        new Progress(
            before.phase(),
            bytesBefore + bytes,
            bytesTotal,
            Math.max(before.nodes(), nodes),
            before.nodesTotal(),
            before.nodesTotalKnown(),
            before.nodesChanged(),
            before.changes(),
            before.problems(),
            elapsed()));
  }

  /// Tells of the reading that applies tokens. One that begins again says nothing of nodes until it
  /// is further than the last.
  ///
  /// @param documentBytes size of the document
  void applied(DocumentPass<?> pass, long documentBytes) {
    Progress before = latest;
    ProblemTally problems = pass.problems();
    long nodes = Math.max(before.nodes(), pass.counts().nodes());
    long bytes = pass.bytesDone();
    long total =
        nodesKnown > 0
            ? nodesKnown
            : bytes == 0 ? 0 : Math.round((double) pass.counts().nodes() * documentBytes / bytes);
    boolean known = nodesKnown > 0 || bytes == documentBytes;
    tell(
        new Progress(
            Phase.APPLY,
            Math.max(before.bytesDone(), bytesBefore + bytes),
            bytesTotal,
            nodes,
            Math.max(nodes, total),
            known,
            Math.max(before.nodesChanged(), pass.counts().nodesChanged()),
            Math.max(before.changes(), pass.counts().changes()),
            Math.max(
                before.problems(),
                problems.count(Severity.ERROR) + problems.count(Severity.WARNING)),
            elapsed()));
  }

  private long elapsed() {
    return System.nanoTime() - startedNanos;
  }

  private void tell(Progress progress) {
    latest = progress;
    listener.accept(progress);
  }
}
