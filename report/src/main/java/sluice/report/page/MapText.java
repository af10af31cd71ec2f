package sluice.report.page;

import sluice.report.PageMap;

/// What maps say about pages and what stands on them.
final class MapText {
  private MapText() {}

  /// A page's name, or its id where the document tells none.
  static String name(PageMap page) {
    return Shown.name(page.name().isEmpty() ? page.id() : page.name());
  }

  /// `Checkout: 120 of 4,000 nodes changed (3 %), 215 changes`.
  static String of(PageMap page) {
    return name(page) + ": " + changed(page.nodesChanged(), page.nodes(), page.changes());
  }

  /// The same of what stands on a page.
  static String of(PageMap.Tile tile) {
    String name = tile.name().isEmpty() ? tile.id() : tile.name();
    return Shown.shortName(name)
        + ": "
        + changed(tile.nodesChanged(), tile.nodes(), tile.changes());
  }

  private static String changed(long nodesChanged, long nodes, long changes) {
    return Figures.count(nodesChanged)
        + " of "
        + Figures.counted(nodes, "node", "nodes")
        + " changed ("
        + Figures.percent(Tint.share(nodesChanged, nodes))
        + "), "
        + Figures.counted(changes, "change", "changes");
  }
}
