package sluice.pipeline;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work on a thread of its own, whose outcome can be waited for.
///
/// @param <T> the outcome
public final class BackgroundTask<T> {
  private final FutureTask<T> task;

  private BackgroundTask(FutureTask<T> task) {
    this.task = task;
  }

  /// Starts work.
  public static <T> BackgroundTask<T> start(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new BackgroundTask<>(task);
  }

  /// Waits for the outcome.
  ///
  /// @throws RuntimeException whatever the work threw
  public T await() throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException("the run failed", e.getCause());
      }
    }
  }

  /// Whether the work has ended, in whatever way.
  public boolean isDone() {
    return task.isDone();
  }
}
