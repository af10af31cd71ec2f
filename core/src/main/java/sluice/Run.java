package sluice;

import sluice.pipeline.BackgroundTask;
import sluice.pipeline.CancelToken;

/// A run under way.
public final class Run {
  private final BackgroundTask<RunReport> task;
  private final CancelToken cancel;

  Run(BackgroundTask<RunReport> task, CancelToken cancel) {
    this.task = task;
    this.cancel = cancel;
  }

  /// Waits for the end.
  ///
  /// @throws sluice.problem.SluiceException when the run could not go on; then nothing was written
  public RunReport await() throws InterruptedException {
    return task.await();
  }

  /// Asks the run to stop; it leaves nothing behind. [#await] then throws `cancelled`, unless the
  /// run had already ended.
  public void cancel() {
    cancel.cancel();
  }

  /// Whether the run has ended, in whatever way.
  public boolean isDone() {
    return task.isDone();
  }
}
