package sluice.report.page;

import sluice.report.PageMap;

/// One page's map, for its template.
///
/// @param name its name
/// @param document the document it is in
/// @param counts nodes and changes in words
/// @param map where nodes changed, no markup where nothing on the page has a place
/// @param rest what the map does not show, in words, empty for nothing
/// @param open whether the map is seen at once
record PageView(
    String name, String document, String counts, Markup map, String rest, boolean open) {

  static PageView of(PageMap page, boolean open) {
    long omitted = page.tilesOmitted() + Minimap.leftOut(page);
    return new PageView(
        MapText.name(page),
        Shown.name(page.document()),
        Figures.count(page.nodesChanged())
            + " of "
            + Figures.counted(page.nodes(), "node", "nodes")
            + " changed",
        Minimap.draw(page),
        omitted == 0
            ? ""
            : Figures.counted(omitted, "further layer", "further layers")
                + " on the page, less changed, not drawn.",
        open);
  }
}
