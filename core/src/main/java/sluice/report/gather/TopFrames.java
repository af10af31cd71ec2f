package sluice.report.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The most affected frames: those with the largest visual impact, then with the most changes, then
/// the first.
///
/// @param <F> where a frame is, in the document's own terms
public final class TopFrames<F> {
  private final PriorityQueue<Ranked<F>> kept =
      new PriorityQueue<>(
          Comparator.<Ranked<F>>comparingDouble(Ranked::impact)
              .thenComparingLong(Ranked::changes)
              .thenComparingLong(frame -> -frame.number));

  private long count;

  private record Ranked<F>(double impact, long changes, long number, F frame) {}

  /// Adds one in document order; one without changes does not count.
  public void add(Counts counts, F frame) {
    if (counts.changes() == 0) {
      return;
    }
    kept.add(new Ranked<>(counts.impact(), counts.changes(), count++, frame));
    if (kept.size() > ReportLimits.FRAMES_NOTED_MAX) {
      kept.remove();
    }
  }

  /// The most affected first.
  public List<F> frames() {
    PriorityQueue<Ranked<F>> least = new PriorityQueue<>(kept);
    List<F> frames = new ArrayList<>();
    while (!least.isEmpty()) {
      frames.addFirst(least.remove().frame());
    }
    return frames;
  }
}
