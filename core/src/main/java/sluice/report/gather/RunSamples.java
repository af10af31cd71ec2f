package sluice.report.gather;

import java.util.ArrayList;
import java.util.List;
import sluice.report.RunGraph;

/// Moments of a run, evenly spread however long it takes.
public final class RunSamples {
  private static final long INTERVAL_NANOS_MIN = 20_000_000;

  private final List<RunGraph.Sample> samples = new ArrayList<>();
  private long intervalNanos = INTERVAL_NANOS_MIN;

  /// Whether the last moment is long enough ago for another one.
  ///
  /// @param nanos since the start of the run
  public boolean isDue(long nanos) {
    return samples.isEmpty() || nanos - samples.getLast().nanos() >= intervalNanos;
  }

  /// Adds a moment.
  public void add(RunGraph.Sample sample) {
    samples.add(sample);
    if (samples.size() > ReportLimits.SAMPLES_MAX) {
      for (int i = 1; i < samples.size(); i++) {
        samples.remove(i);
      }
      intervalNanos *= 2;
    }
  }

  /// The moments in order.
  public List<RunGraph.Sample> all() {
    return List.copyOf(samples);
  }
}
