package sluice.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The parts of a document that a run is limited to, as byte ranges of whole nodes. Immutable.
public final class ScopeRanges {
  /// How many pages and nodes a run may be limited to.
  public static final int RANGES_MAX = 100_000;

  private final long[] starts;
  private final long[] outerStarts;
  private final long[] outerEnds;

  /// Where a node lies.
  ///
  /// @param start its first byte
  /// @param end the byte after its last
  public record Range(long start, long end) {}

  /// Ranges of nodes, in any order: two of them are apart, or one lies inside the other.
  public ScopeRanges(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(Range::start));
    starts = sorted.stream().mapToLong(Range::start).toArray();
    List<Range> outer = new ArrayList<>();
    for (Range range : sorted) {
      if (outer.isEmpty() || range.start() >= outer.getLast().end()) {
        outer.add(range);
      }
    }
    outerStarts = outer.stream().mapToLong(Range::start).toArray();
    outerEnds = outer.stream().mapToLong(Range::end).toArray();
  }

  private ScopeRanges(long[] starts, long[] outerStarts, long[] outerEnds) {
    this.starts = starts;
    this.outerStarts = outerStarts;
    this.outerEnds = outerEnds;
  }

  /// The same parts of a document in which everything lies elsewhere.
  ///
  /// @param by how much further on
  public ScopeRanges movedBy(long by) {
    return new ScopeRanges(moved(starts, by), moved(outerStarts, by), moved(outerEnds, by));
  }

  private static long[] moved(long[] offsets, long by) {
    return Arrays.stream(offsets).map(offset -> offset + by).toArray();
  }

  /// Whether a node that starts at `offset` is one of the named nodes itself.
  public boolean selects(long offset) {
    return Arrays.binarySearch(starts, offset) >= 0;
  }

  /// Whether a node that starts at `offset` is a named node or lies inside one.
  public boolean contains(long offset) {
    int found = Arrays.binarySearch(outerStarts, offset);
    int last = found >= 0 ? found : -found - 2;
    return last >= 0 && offset < outerEnds[last];
  }
}
