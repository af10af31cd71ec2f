package sluice.cli.terminal;

import org.jspecify.annotations.Nullable;
import sluice.Progress;
import sluice.RunReport;
import sluice.problem.Severity;

/// Carries progress from the threads of a run to a view, and makes sure that it never goes back: a
/// run that reads its document a second time starts counting again. Safe for use by any thread.
public final class ProgressMeter implements AutoCloseable {
  private final ProgressView view;
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
      view.show(latest);
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
            report.counts().nodesChanged(),
            report.problems().count(Severity.ERROR) + report.problems().count(Severity.WARNING),
            report.times().totalNanos());
    if (!closed) {
      view.showLast(last);
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

  private static Progress furthest(Progress a, Progress b) {
    return new Progress(
        a.phase().compareTo(b.phase()) > 0 ? a.phase() : b.phase(),
        Math.max(a.bytesDone(), b.bytesDone()),
        Math.max(a.bytesTotal(), b.bytesTotal()),
        Math.max(a.nodes(), b.nodes()),
        Math.max(a.nodesChanged(), b.nodesChanged()),
        Math.max(a.problems(), b.problems()),
        Math.max(a.elapsedNanos(), b.elapsedNanos()));
  }
}
