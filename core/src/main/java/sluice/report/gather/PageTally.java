package sluice.report.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.report.Box;
import sluice.report.PageMap;

/// How much changes on each page, and on what stands on it.
public final class PageTally {
  private static final Comparator<Page> MOST_CHANGED =
      Comparator.<Page>comparingLong(page -> -page.counts.changes())
          .thenComparingInt(page -> page.number);

  private final Map<Key, Page> pages = new LinkedHashMap<>();
  private int tilesPerPage = ReportLimits.PAGE_TILES_MAX;
  private long tileCount;
  private long others;

  private record Key(String document, String id) {}

  /// A page; made by [PageTally#page].
  public static final class Page {
    private final String document;
    private final String id;
    private final int number;
    private final Counts counts = new Counts();
    private String name = "";
    private List<PageMap.Tile> tiles = List.of();
    private long tilesOmitted;

    private Page(String document, String id, int number) {
      this.document = document;
      this.id = id;
      this.number = number;
    }

    /// What is counted on it.
    public Counts counts() {
      return counts;
    }

    /// Its name, empty until it is known.
    public String name() {
      return name;
    }

    /// Says what it is called.
    public void name(String said) {
      name = ReportLimits.cut(said, ReportLimits.NAME_CHARS_MAX);
    }

    private PageMap map() {
      return new PageMap(
          document,
          id,
          name,
          counts.nodes(),
          counts.nodesWithTokens(),
          counts.nodesChanged(),
          counts.changes(),
          tiles,
          tilesOmitted);
    }
  }

  /// The page of an id; null where more pages were met than are told apart.
  ///
  /// @param document what the person calls the document it is in
  public @Nullable Page page(String document, String id) {
    Key key = new Key(document, ReportLimits.cut(id, ReportLimits.NAME_CHARS_MAX));
    Page known = pages.get(key);
    if (known == null && pages.size() == ReportLimits.PAGES_MAX) {
      others = 1;
    } else if (known == null) {
      known = new Page(document, key.id(), pages.size());
      pages.put(key, known);
    }
    return known;
  }

  /// Adds what stands on a page.
  ///
  /// @param count how many things stand there, kept or not
  public void tiles(Page page, Tiles tiles, long count) {
    int before = page.tiles.size();
    List<PageMap.Tile> all = new ArrayList<>(page.tiles);
    all.addAll(tiles.kept());
    page.tiles = Tiles.most(all, tilesPerPage);
    page.tilesOmitted += before + count - page.tiles.size();
    tileCount += page.tiles.size() - before;
    fit();
  }

  private void fit() {
    while (tileCount > ReportLimits.TILES_MAX && tilesPerPage > 1) {
      tilesPerPage /= 2;
      tileCount = 0;
      for (Page some : pages.values()) {
        int had = some.tiles.size();
        some.tiles = Tiles.most(some.tiles, tilesPerPage);
        some.tilesOmitted += had - some.tiles.size();
        tileCount += some.tiles.size();
      }
    }
  }

  /// A tile, its texts cut.
  public static PageMap.Tile tile(String id, String name, Box box, Counts counts) {
    return new PageMap.Tile(
        ReportLimits.cut(id, ReportLimits.NAME_CHARS_MAX),
        ReportLimits.cut(name, ReportLimits.NAME_CHARS_MAX),
        box,
        counts.nodes(),
        counts.nodesChanged(),
        counts.changes());
  }

  /// The pages, most changed first, and as many as are shown.
  public List<PageMap> maps() {
    return pages.values().stream()
        .sorted(MOST_CHANGED)
        .limit(ReportLimits.PAGES_SHOWN_MAX)
        .map(Page::map)
        .toList();
  }

  /// Pages that [#maps] leaves out; where more were met than are told apart, at least so many.
  public long omitted() {
    return others + Math.max(0, pages.size() - ReportLimits.PAGES_SHOWN_MAX);
  }
}
