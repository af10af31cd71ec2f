package sluice.format.figma;

import java.util.List;
import sluice.json.JsonText;
import sluice.report.Box;
import sluice.report.gather.Counts;
import sluice.report.gather.PageTally;
import sluice.report.gather.ReportLimits;
import sluice.report.gather.Tiles;
import sluice.report.gather.TokenTally;
import sluice.report.gather.TopFrames;

/// What a pass notes for a report: fed with chunks in document order.
///
/// One unit and one page are open at a time, and one page more for units that stand on none.
public final class FigmaGather implements ChunkNotes {
  private final String document;
  private final TokenTally tokens = new TokenTally();
  private final PageTally pages = new PageTally();
  private final TopFrames<Frame> frames = new TopFrames<>();
  private final Counts unit = new Counts();
  private OpenPage page = new OpenPage();
  private final OpenPage noPage = new OpenPage();

  /// A page that has not ended.
  private static final class OpenPage {
    final Counts counts = new Counts();
    final Tiles tiles = new Tiles();
    final PageName name = new PageName();
  }

  /// The name of a page, which may come after what stands on it.
  private static final class PageName {
    String text = "";
  }

  /// A unit that may be drawn.
  ///
  /// @param from its first byte in the document
  /// @param to the byte after its last
  /// @param parentType the type of what it stands on, as written; empty where it stands on nothing
  record Frame(
      String id,
      String name,
      Box box,
      long from,
      long to,
      String parentType,
      long nodes,
      long nodesChanged,
      long changes,
      PageName pageName) {
    String page() {
      return pageName.text;
    }
  }

  /// @param document what the person calls the document
  public FigmaGather(String document) {
    this.document = document;
  }

  @Override
  public void take(FigmaPass.Chunk noted) {
    FigmaChunk chunk = noted.content;
    byte[] bytes = chunk.bytes.bytes();
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord record = chunk.record(i);
      switch (record.kind) {
        case NODE -> node(record);
        case UNIT_ENDS -> unitEnds(record, bytes);
        case PAGE_ENDS -> pageEnds(record, bytes);
        case SLOT_STARTS, SLOT_ENDS -> {}
      }
    }
  }

  private void node(NodeRecord node) {
    if (node.counts) {
      unit.changed(true, node.changes.size(), tokens.add(node.changes, node.area));
    }
  }

  private void unitEnds(NodeRecord record, byte[] bytes) {
    unit.nodes(record.nodesInside, record.nodesWithTokensInside);
    OpenPage on = record.alone ? noPage : page;
    String id = text(bytes, record.idFrom, record.idTo);
    String name = text(bytes, record.nameFrom, record.nameTo);
    Box box = record.box.onPage();
    on.counts.add(unit);
    on.tiles.add(PageTally.tile(id, name, box, unit));
    boolean isDrawable =
        record.end - record.offset <= ReportLimits.FRAME_SIZE_BYTES_MAX
            && box.width() > 0
            && box.height() > 0;
    if (isDrawable) {
      frames.add(
          unit,
          new Frame(
              ReportLimits.cut(id, ReportLimits.NAME_CHARS_MAX),
              ReportLimits.cut(name, ReportLimits.NAME_CHARS_MAX),
              box,
              record.offset,
              record.end,
              ChangeLine.text(bytes, record.parentTypeFrom, record.parentTypeTo),
              unit.nodes(),
              unit.nodesChanged(),
              unit.changes(),
              on.name));
    }
    unit.clear();
  }

  private void pageEnds(NodeRecord record, byte[] bytes) {
    unit.nodes(record.nodesInside, record.nodesWithTokensInside);
    page.counts.add(unit);
    unit.clear();
    page.name.text = text(bytes, record.nameFrom, record.nameTo);
    close(page, text(bytes, record.idFrom, record.idTo));
    page = new OpenPage();
  }

  private void close(OpenPage open, String id) {
    PageTally.Page told = pages.page(document, id);
    if (told == null) {
      return;
    }
    told.name(open.name.text);
    told.counts().add(open.counts);
    pages.tiles(told, open.tiles, open.tiles.count());
  }

  private static String text(byte[] bytes, int from, int to) {
    return JsonText.decode(ChangeLine.text(bytes, from, to));
  }

  /// The tokens counted.
  TokenTally tokens() {
    return tokens;
  }

  /// The pages, once the pass has ended.
  PageTally pages() {
    if (noPage.counts.nodes() > 0) {
      close(noPage, "");
    }
    return pages;
  }

  /// The most affected units, once the pass has ended.
  List<Frame> frames() {
    return frames.frames();
  }
}
