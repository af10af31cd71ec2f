package sluice.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A wish to stop. Heard at the next chunk, and at once by whoever waits or reads. Safe for use by
/// any thread.
public final class CancelToken {
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

  private enum State {
    RUNNING,
    CANCELLED,
    ENDING
  }

  /// Somebody who is told, until closed.
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// Asks the run to stop. Has no effect when its outputs are about to appear.
  ///
  /// @return whether it will stop
  public boolean cancel() {
    if (state.compareAndSet(State.RUNNING, State.CANCELLED)) {
      for (Runnable told : watching) {
        told.run();
      }
    }
    return isCancelled();
  }

  /// From now on the run cannot be stopped: its outputs appear, which takes no time.
  ///
  /// @throws SluiceException `cancelled` when it was asked to stop before
  public void end() {
    state.compareAndSet(State.RUNNING, State.ENDING);
    check();
  }

  /// Has an action run when the run is asked to stop, or now if it was; perhaps twice.
  public Watch watch(Runnable told) {
    watching.add(told);
    if (isCancelled()) {
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
    return state.get() == State.CANCELLED;
  }

  /// Ends the calling stage when the run was asked to stop.
  ///
  /// @throws SluiceException `cancelled`
  public void check() {
    if (isCancelled()) {
      throw new SluiceException(
          Problem.of(ProblemCode.CANCELLED, "the run was cancelled")
              .because("nothing was written; the input is as it was"));
    }
  }
}
