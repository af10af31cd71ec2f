package sluice.report.page;

import java.util.List;
import sluice.report.Box;
import sluice.report.PageMap;

/// All pages at once: areas by nodes, tints by the share of nodes that changed.
final class PagesDrawing {
  private static final Box LARGE = new Box(0, 0, 960, 300);

  /// For narrow screens, where letters of the large one would be too small to read.
  private static final Box SMALL = new Box(0, 0, 360, 400);

  private static final double GAP = 2;

  /// How wide and high a box must be to hold its name, and a second line.
  private static final double NAME_WIDTH_MIN = 56;

  private static final double NAME_HEIGHT_MIN = 24;
  private static final double SECOND_HEIGHT_MIN = 42;

  /// Of the letters in use, about; too wide rather than too narrow.
  private static final double LETTER_WIDTH = 7.6;

  private static final double INSET = 8;

  private PagesDrawing() {}

  /// The drawing, for wide and for narrow screens; each page can be reached by keyboard, one step
  /// into the group first.
  static Markup draw(List<PageMap> pages) {
    Svg svg = new Svg();
    draw(svg, pages, LARGE, "large");
    draw(svg, pages, SMALL, "small");
    return svg.done();
  }

  private static void draw(Svg svg, List<PageMap> pages, Box frame, String css) {
    List<Double> weights = pages.stream().map(page -> (double) page.nodes()).toList();
    List<Box> boxes = Treemap.layout(weights, frame);
    svg.open(
        "svg",
        "class",
        "map treemap " + css,
        "role",
        "group",
        "aria-label",
        "Pages by size, tinted by how much of them changed",
        "viewBox",
        Svg.view(0, 0, frame.width(), frame.height()));
    boolean first = true;
    for (int i = 0; i < pages.size(); i++) {
      Box box = boxes.get(i);
      if (box.width() > 0 && box.height() > 0) {
        page(svg, pages.get(i), box, first);
        first = false;
      }
    }
    svg.close();
  }

  private static void page(Svg svg, PageMap page, Box box, boolean first) {
    Tint tint = Tint.of(page.nodesChanged(), page.nodes());
    svg.open("g", "class", "cell " + tint.css(), "role", "img", "tabindex", first ? 0 : -1);
    svg.words("title", MapText.of(page));
    double width = Math.max(0.5, box.width() - GAP);
    double height = Math.max(0.5, box.height() - GAP);
    svg.leaf("rect", "x", box.x(), "y", box.y(), "width", width, "height", height, "rx", 3.0);
    if (width >= NAME_WIDTH_MIN && height >= NAME_HEIGHT_MIN) {
      int letters = (int) ((width - 2 * INSET) / LETTER_WIDTH);
      svg.words(
          "text",
          Shown.of(MapText.name(page), letters),
          "x",
          box.x() + INSET,
          "y",
          box.y() + 18,
          "class",
          "name");
      String share = Figures.percent(Tint.share(page.nodesChanged(), page.nodes())) + " changed";
      if (height >= SECOND_HEIGHT_MIN && letters >= share.length()) {
        svg.words("text", share, "x", box.x() + INSET, "y", box.y() + 35);
      }
    }
    svg.close();
  }
}
