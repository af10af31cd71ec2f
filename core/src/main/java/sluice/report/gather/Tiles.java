package sluice.report.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import sluice.report.PageMap;

/// What stands on one page: the most changed, of those equally changed the first.
public final class Tiles {
  private static final Comparator<Numbered> LEAST_FIRST =
      Comparator.<Numbered>comparingLong(tile -> tile.tile.changes())
          .thenComparingLong(tile -> -tile.number);

  private final PriorityQueue<Numbered> kept = new PriorityQueue<>(LEAST_FIRST);
  private long count;

  private record Numbered(PageMap.Tile tile, long number) {}

  /// Adds one, in document order.
  public void add(PageMap.Tile tile) {
    kept.add(new Numbered(tile, count++));
    if (kept.size() > ReportLimits.PAGE_TILES_MAX) {
      kept.remove();
    }
  }

  /// How many were added.
  public long count() {
    return count;
  }

  /// Those kept, in document order.
  List<PageMap.Tile> kept() {
    return inOrder(new PriorityQueue<>(kept), kept.size());
  }

  /// The most changed of some.
  static List<PageMap.Tile> most(List<PageMap.Tile> tiles, int max) {
    PriorityQueue<Numbered> numbered = new PriorityQueue<>(LEAST_FIRST);
    for (int i = 0; i < tiles.size(); i++) {
      numbered.add(new Numbered(tiles.get(i), i));
    }
    return inOrder(numbered, max);
  }

  private static List<PageMap.Tile> inOrder(PriorityQueue<Numbered> tiles, int max) {
    while (tiles.size() > max) {
      tiles.remove();
    }
    List<Numbered> sorted = new ArrayList<>(tiles);
    sorted.sort(Comparator.comparingLong(Numbered::number));
    return sorted.stream().map(Numbered::tile).toList();
  }
}
