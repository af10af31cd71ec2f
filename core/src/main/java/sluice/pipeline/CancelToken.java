package sluice.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A wish to stop. Heard at the next chunk, and at once by whoever waits or reads. Safe for use by
/// any thread.
public final class CancelToken {
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /// Somebody who is told, until closed.
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// Asks the run to stop.
  public void cancel() {
    cancelled = true;
    for (Runnable told : watching) {
      told.run();
    }
  }

  /// Has an action run when the run is asked to stop, or now if it was; perhaps twice.
  public Watch watch(Runnable told) {
    watching.add(told);
    if (cancelled) {
      told.run();
    }
    return () -> watching.remove(told);
  }

  /// Interrupts the calling thread when the run is asked to stop, until closed.
  public Watch interruptsThisThread() {
    Thread thread = Thread.currentThread();
    return watch(thread::interrupt);
  }

  /// Whether the run was asked to stop.
  public boolean isCancelled() {
    return cancelled;
  }

  /// Ends the calling stage when the run was asked to stop.
  ///
  /// @throws SluiceException `cancelled`
  public void check() {
    if (cancelled) {
      throw new SluiceException(
          Problem.of(ProblemCode.CANCELLED, "the run was cancelled")
              .because("nothing was written; the input is as it was"));
    }
  }
}
