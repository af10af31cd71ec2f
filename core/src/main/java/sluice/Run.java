package sluice;

import java.util.function.Supplier;
import sluice.pipeline.BackgroundTask;
import sluice.pipeline.CancelToken;

/// A run under way.
public final class Run {
  private final BackgroundTask<RunReport> task;
  private final CancelToken cancel;
  private final Supplier<Progress> progress;

  Run(BackgroundTask<RunReport> task, CancelToken cancel, Supplier<Progress> progress) {
    this.task = task;
    this.cancel = cancel;
    this.progress = progress;
  }

  /// Waits for the end.
  ///
  /// @throws sluice.problem.SluiceException when the run could not go on; then nothing was written
  public RunReport await() throws InterruptedException {
    return task.await();
  }

  /// Asks the run to stop; it leaves nothing behind. [#await] then throws `cancelled`, unless the
  /// run had ended or its outputs were about to appear. Whatever it waits for is interrupted.
  ///
  /// @return whether it will stop
  public boolean cancel() {
    return cancel.cancel();
  }

  /// How far it is, as it was told last.
  public Progress progress() {
    return progress.get();
  }

  /// Whether the run has ended, in whatever way.
  public boolean isDone() {
    return task.isDone();
  }
}
