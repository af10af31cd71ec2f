package sluice.resolve.dtcg;

import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// How far a tree and its values may grow.
final class DtcgLimits {
  /// Tokens and groups once `$extends` is applied; beyond it the run ends.
  static final int ENTRIES_MAX = 1_000_000;

  /// Groups inside each other once `$extends` is applied; beyond it the run ends.
  static final int DEPTH_MAX = 256;

  /// JSON values of all resolved tokens together; a token beyond it has no value.
  static final long VALUES_MAX = 20_000_000;

  /// JSON values read while types are checked, all tokens together; a token beyond it has no value.
  static final long READS_MAX = 100_000_000;

  private DtcgLimits() {}

  static SluiceException tooLarge(String what, int limit, String kind) {
    return new SluiceException(
        Problem.of(ProblemCode.LIMIT_EXCEEDED, what)
            .because("more than %,d %s".formatted(limit, kind))
            .advising("take it apart into several libraries and give only those that are needed"));
  }
}
