package sluice.pipeline;

import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A wish to stop, heard at the next chunk. Safe for use by any thread.
public final class CancelToken {
  private volatile boolean cancelled;

  /// Asks the run to stop.
  public void cancel() {
    cancelled = true;
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
