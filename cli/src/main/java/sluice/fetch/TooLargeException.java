package sluice.fetch;

import sluice.problem.Problem;

/// What was asked for does not fit into one answer; smaller parts may.
final class TooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /// @param problem for when there are no smaller parts
  TooLargeException(Problem problem) {
    super(problem.what());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
