package sluice.report;

import java.util.List;

/// How a run went.
///
/// @param mode how wide the pipeline was, and why, in one line
/// @param samples in order of time, the first at its start
/// @param limitBytes resident memory the run must stay under
/// @param residentPeakBytes the most it had, 0 where the system does not tell
/// @param times where the time went
public record RunGraph(
    String mode, List<Sample> samples, long limitBytes, long residentPeakBytes, Times times) {
  public RunGraph {
    samples = List.copyOf(samples);
  }

  /// Where the time went; reading, applying and writing overlap.
  ///
  /// @param applyNanos working out changes, all workers together
  public record Times(
      long resolveNanos, long discoverNanos, long applyNanos, long writeNanos, long totalNanos) {}

  /// One moment.
  ///
  /// @param nanos since the start of the run
  /// @param nodes nodes written so far
  /// @param bytes bytes of the document read so far
  /// @param heapBytes heap in use, garbage included
  /// @param residentBytes resident set, 0 where the system does not tell
  public record Sample(long nanos, long nodes, long bytes, long heapBytes, long residentBytes) {}
}
