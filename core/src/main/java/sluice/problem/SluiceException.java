package sluice.problem;

import org.jspecify.annotations.Nullable;

/// The run cannot go on: truncated input, full disk, bad flag. Nothing has been written.
public final class SluiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /// Ends the run with a problem.
  public SluiceException(Problem problem) {
    this(problem, null);
  }

  /// Ends the run with a problem and keeps what caused it.
  public SluiceException(Problem problem, @Nullable Throwable cause) {
    super(problem.render(), cause);
    this.problem = problem;
  }

  /// What the person is told.
  public Problem problem() {
    return problem;
  }
}
