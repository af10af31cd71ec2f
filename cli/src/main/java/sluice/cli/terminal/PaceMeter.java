package sluice.cli.terminal;

import sluice.Progress;

/// Works out the pace of a run from how far it was when.
///
/// The rate is a mean in which what lies [#RATE_SECONDS] back counts a third of the present. The
/// time left counts down with the clock and is only drawn towards what the rate says, so it does
/// not jump when a chunk takes longer; but it is never further from it than [#LEFT_FACTOR_MAX].
final class PaceMeter {
  private static final double RATE_SECONDS = 2;
  private static final double LEFT_SECONDS = 2;
  private static final double LEFT_FACTOR_MAX = 1.25;
  private static final double NANOS_PER_SECOND = 1e9;

  /// Nothing is said of a phase before it has run so long.
  static final long KNOWN_AFTER_NANOS = 500_000_000L;

  /// States closer to each other are one measurement.
  private static final long STEP_NANOS = 50_000_000L;

  private Progress.Phase phase = Progress.Phase.RESOLVE;
  private long phaseNanos;
  private long lastNanos;
  private long lastBytes;
  private long lastNodes;
  private double bytes;
  private double nodes;
  private double seconds;
  private double leftSeconds = Double.NaN;
  private int percent;

  /// The pace now that the run is so far.
  Pace at(Progress progress) {
    if (progress.phase() != phase) {
      begin(progress);
    }
    percent = Math.max(percent, percent(progress));
    long step = progress.elapsedNanos() - lastNanos;
    if (step >= STEP_NANOS) {
      measure(progress, step / NANOS_PER_SECOND);
    }
    if (progress.elapsedNanos() - phaseNanos < KNOWN_AFTER_NANOS) {
      return Pace.at(percent);
    }
    return new Pace(
        percent,
        Math.round(bytes / seconds),
        Math.round(nodes / seconds),
        Double.isFinite(leftSeconds)
            ? Math.round(Math.max(0, leftSeconds) * NANOS_PER_SECOND)
            : Pace.UNKNOWN);
  }

  /// The pace of a whole run that has ended.
  static Pace ofWhole(Progress last) {
    double seconds = Math.max(1, last.elapsedNanos()) / NANOS_PER_SECOND;
    return new Pace(
        100, Math.round(last.bytesDone() / seconds), Math.round(last.nodes() / seconds), 0);
  }

  private void begin(Progress progress) {
    phase = progress.phase();
    phaseNanos = progress.elapsedNanos();
    lastNanos = phaseNanos;
    lastBytes = progress.bytesDone();
    lastNodes = progress.nodes();
    bytes = 0;
    nodes = 0;
    seconds = 0;
    leftSeconds = Double.NaN;
    percent = 0;
  }

  private void measure(Progress progress, double step) {
    double kept = Math.exp(-step / RATE_SECONDS);
    bytes = kept * bytes + progress.bytesDone() - lastBytes;
    nodes = kept * nodes + progress.nodes() - lastNodes;
    seconds = kept * seconds + step;
    double left = (progress.bytesTotal() - progress.bytesDone()) * seconds / bytes;
    if (Double.isFinite(leftSeconds) && Double.isFinite(left)) {
      double expected = leftSeconds - step;
      double damped = expected + (1 - Math.exp(-step / LEFT_SECONDS)) * (left - expected);
      leftSeconds = Math.clamp(damped, left / LEFT_FACTOR_MAX, left * LEFT_FACTOR_MAX);
    } else {
      leftSeconds = left;
    }
    lastNanos = progress.elapsedNanos();
    lastBytes = progress.bytesDone();
    lastNodes = progress.nodes();
  }

  private static int percent(Progress progress) {
    if (progress.bytesTotal() <= 0) {
      return 0;
    }
    double share = (double) progress.bytesDone() / progress.bytesTotal();
    return (int) Math.min(100, Math.floor(share * 100));
  }
}
