package sluice.cli.terminal;

import org.jspecify.annotations.Nullable;
import sluice.Progress;
import sluice.RunReport;
import sluice.problem.Severity;

/// Carries progress from the threads of a run to a view, and makes sure that it never goes back: a
/// run that reads its document a second time starts counting again. Safe for use by any thread.
public final class ProgressMeter implements AutoCloseable {
  private final ProgressView view;
  private final PaceMeter pace = new PaceMeter();
  private @Nullable Progress latest;
  private boolean closed;

  /// A meter that closes the view with itself.
  public ProgressMeter(ProgressView view) {
    this.view = view;
  }

  /// Takes in a state.
  public synchronized void update(Progress progress) {
    if (!closed) {
      latest = latest == null ? progress : furthest(latest, progress);
      view.show(latest, pace.at(latest));
    }
  }

  /// Takes in the end of a run that succeeded.
  public synchronized void finish(RunReport report) {
    Progress last =
        new Progress(
            Progress.Phase.APPLY,
            report.bytesRead(),
            report.bytesRead(),
            report.counts().nodes(),
            report.counts().nodes(),
            true,
            report.counts().nodesChanged(),
            report.counts().changes(),
            report.problems().count(Severity.ERROR) + report.problems().count(Severity.WARNING),
            report.times().totalNanos());
    if (!closed) {
      view.showLast(last, PaceMeter.ofWhole(last));
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      view.close();
    }
  }

  /// The later phase, and in one phase the greater numbers; an estimate may go either way.
  private static Progress furthest(Progress before, Progress now) {
    int phases = before.phase().compareTo(now.phase());
    if (phases != 0) {
      return phases > 0 ? before : now;
    }
    long nodes = Math.max(before.nodes(), now.nodes());
    return new Progress(
        now.phase(),
        Math.max(before.bytesDone(), now.bytesDone()),
        Math.max(before.bytesTotal(), now.bytesTotal()),
        nodes,
        Math.max(nodes, now.nodesTotal()),
        now.nodesTotalKnown(),
        Math.max(before.nodesChanged(), now.nodesChanged()),
        Math.max(before.changes(), now.changes()),
        Math.max(before.problems(), now.problems()),
        Math.max(before.elapsedNanos(), now.elapsedNanos()));
  }
}
