package sluice.report.page;

import java.util.List;
import sluice.report.Box;
import sluice.report.PageMap;

/// What stands on one page, where it stands, tinted by the share of its nodes that changed.
final class Minimap {
  /// Tiles that are drawn of one page.
  static final int TILES_MAX = 120;

  /// How far a page may reach from its middle, in pixels, before what lies out there would shrink
  /// everything else to nothing: it is left out.
  private static final double EXTENT_MAX = 1e6;

  /// Of the larger side of the page: below it nothing could be pointed at.
  private static final double TILE_MIN = 0.006;

  private static final double MARGIN = 0.02;

  private Minimap() {}

  /// The drawing, or no markup where no tile has a place.
  static Markup draw(PageMap page) {
    List<PageMap.Tile> tiles =
        page.tiles().stream().filter(tile -> isOnMap(tile.box())).limit(TILES_MAX).toList();
    if (tiles.isEmpty()) {
      return Markup.NONE;
    }
    Box frame = around(tiles);
    double side = Math.max(frame.width(), frame.height());
    double margin = side * MARGIN;
    Svg svg = new Svg();
    svg.open(
        "svg",
        "class",
        "map minimap",
        "role",
        "group",
        "aria-label",
        "Where on the page " + MapText.name(page) + " nodes changed",
        "viewBox",
        Svg.view(
            frame.x() - margin,
            frame.y() - margin,
            frame.width() + 2 * margin,
            frame.height() + 2 * margin));
    for (int i = 0; i < tiles.size(); i++) {
      PageMap.Tile tile = tiles.get(i);
      Tint tint = Tint.of(tile.nodesChanged(), tile.nodes());
      svg.open("g", "class", "cell " + tint.css(), "role", "img", "tabindex", i == 0 ? 0 : -1);
      svg.words("title", MapText.of(tile));
      svg.leaf(
          "rect",
          "x",
          tile.box().x(),
          "y",
          tile.box().y(),
          "width",
          Math.max(side * TILE_MIN, tile.box().width()),
          "height",
          Math.max(side * TILE_MIN, tile.box().height()));
      svg.close();
    }
    return svg.done();
  }

  /// How many tiles of a page the map does not show, of those the report has.
  static long leftOut(PageMap page) {
    long shown = page.tiles().stream().filter(tile -> isOnMap(tile.box())).limit(TILES_MAX).count();
    return page.tiles().size() - shown;
  }

  private static boolean isOnMap(Box box) {
    return Math.abs(box.x()) + box.width() < EXTENT_MAX
        && Math.abs(box.y()) + box.height() < EXTENT_MAX
        && box.width() >= 0
        && box.height() >= 0;
  }

  private static Box around(List<PageMap.Tile> tiles) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (PageMap.Tile tile : tiles) {
      Box box = tile.box();
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
    }
    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }
}
