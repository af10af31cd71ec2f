package sluice.format.penpot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.report.Box;
import sluice.report.gather.Counts;
import sluice.report.gather.PageTally;
import sluice.report.gather.ReportLimits;
import sluice.report.gather.Tiles;
import sluice.report.gather.TokenTally;
import sluice.report.gather.TopFrames;

/// What a pass over an archive notes for a report: fed with chunks in the archive's order.
public final class ShapeGather {
  /// Shapes directly on a page whose names and places are kept.
  static final int TOP_SHAPES_MAX = 8_192;

  private final String document;
  private final ArchiveContents contents;
  private final TokenTally tokens = new TokenTally();
  private final PageTally pages = new PageTally();
  private final ContainerTable table = new ContainerTable();
  private final Map<Integer, TopShape> topShapes = new LinkedHashMap<>();
  private final Map<PageTally.Page, Long> topCounts = new LinkedHashMap<>();

  /// A shape directly on a page.
  private record TopShape(EntryName name, String said, Box box, PageTally.Page page) {}

  /// A shape directly on a page that may be drawn.
  record Frame(
      EntryName name,
      String said,
      Box box,
      String document,
      String page,
      long nodes,
      long nodesChanged,
      long changes) {}

  /// @param document what the person calls the archive
  public ShapeGather(String document, ArchiveContents contents) {
    this.document = document;
    this.contents = contents;
  }

  /// Notes what a chunk came to.
  void take(ShapeChunk chunk) {
    for (int i = 0; i < chunk.count(); i++) {
      ShapeChunk.Slot slot = chunk.slot(i);
      ShapeFacts facts = slot.facts;
      if (facts != null && slot.name.kind() == EntryName.Kind.SHAPE) {
        take(slot.name, facts);
      }
    }
  }

  private void take(EntryName name, ShapeFacts facts) {
    double impact = facts.changes.isEmpty() ? 0 : tokens.add(facts.changes, facts.area);
    PageTally.Page page = pages.page(file(name), name.page());
    if (page == null) {
      return;
    }
    if (page.counts().nodes() == 0) {
      page.name(contents.pageName(name.page()));
    }
    count(page.counts(), facts, impact);
    if (name.id().equals(Ancestors.ROOT)) {
      return;
    }
    String parent = facts.parent;
    boolean onPage = Ancestors.ROOT.equals(parent);
    int own = onPage || facts.holds ? table.row(name.page(), name.id()) : -1;
    if (onPage) {
      topCounts.merge(page, 1L, Long::sum);
      if (own >= 0 && topShapes.size() < TOP_SHAPES_MAX) {
        topShapes.put(own, new TopShape(name, cut(facts.name), facts.box, page));
      }
    }
    int within = onPage || parent == null ? own : table.row(name.page(), parent);
    if (own >= 0 && !onPage && within >= 0) {
      table.parent(own, within);
    }
    if (within >= 0) {
      count(table.counts(within), facts, impact);
    }
  }

  private static void count(Counts counts, ShapeFacts facts, double impact) {
    counts.nodes(1, facts.bears ? 1 : 0);
    counts.changed(facts.changed, facts.changes.size(), impact);
  }

  private static String cut(String name) {
    return ReportLimits.cut(name, ReportLimits.NAME_CHARS_MAX);
  }

  /// Of an archive with several files their names tell pages apart.
  private String file(EntryName name) {
    return contents.files().size() > 1
        ? contents.files().getOrDefault(name.file(), name.file())
        : document;
  }

  TokenTally tokens() {
    return tokens;
  }

  /// The pages with what stands on them, and the most affected frames; once, when the pass has
  /// ended.
  List<Frame> finish() {
    TopFrames<Frame> frames = new TopFrames<>();
    Map<PageTally.Page, Tiles> tiles = new LinkedHashMap<>();
    @Nullable Counts[] sums = table.sums();
    topShapes.forEach((row, shape) -> {
      Counts counts = sums[row];
      if (counts != null) {
        tiles
            .computeIfAbsent(shape.page(), _ -> new Tiles())
            .add(PageTally.tile(shape.name().id(), shape.said(), shape.box(), counts));
        frames.add(
            counts,
            new Frame(
                shape.name(),
                shape.said(),
                shape.box(),
                file(shape.name()),
                shape.page().name(),
                counts.nodes(),
                counts.nodesChanged(),
                counts.changes()));
      }
    });
    topCounts.forEach(
        (page, count) -> pages.tiles(page, tiles.computeIfAbsent(page, _ -> new Tiles()), count));
    return frames.frames();
  }

  PageTally pages() {
    return pages;
  }
}
