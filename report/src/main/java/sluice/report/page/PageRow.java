package sluice.report.page;

import sluice.report.PageMap;

/// One page in the table of pages.
record PageRow(
    String name,
    String document,
    String nodes,
    String nodesWithTokens,
    String nodesChanged,
    String share,
    String changes) {

  static PageRow of(PageMap page) {
    return new PageRow(
        MapText.name(page),
        Shown.name(page.document()),
        Figures.count(page.nodes()),
        Figures.count(page.nodesWithTokens()),
        Figures.count(page.nodesChanged()),
        Figures.percent(Tint.share(page.nodesChanged(), page.nodes())),
        Figures.count(page.changes()));
  }
}
