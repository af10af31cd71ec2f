package sluice.report.page;

import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.report.Heading;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.RunGraph;
import sluice.report.TokenChange;

/// A report as one HTML file in UTF-8 that opens anywhere, also without a network.
///
/// Its parts have room that adds up to less than [#SIZE_MAX_BYTES]; what does not fit is left out,
/// the least important first, and the page says how much.
public final class ReportPage {
  /// The largest file there can be, in bytes.
  public static final int SIZE_MAX_BYTES = 2_000_000;

  private static final int TOKENS_BYTES_MAX = 400_000;
  private static final int MAPS_BYTES_MAX = 250_000;
  private static final int PICTURES_BYTES_MAX = 950_000;
  private static final int PROBLEMS_BYTES_MAX = 150_000;

  /// Rows of the table of pages, and boxes in the drawing beside it.
  private static final int PAGES_MAX = 40;

  /// Maps that are seen at once.
  private static final int MAPS_OPEN = 3;

  private final Report report;
  private final Templates templates = new Templates();

  private ReportPage(Report report) {
    this.report = report;
  }

  /// Writes a report; the stream stays open.
  public static void write(Report report, OutputStream out) throws IOException {
    ReportPage page = new ReportPage(report);
    Utf8ByteOutput output = new Utf8ByteOutput();
    page.templates.render("page", page.model(), output);
    output.writeTo(out);
  }

  private PageModel model() {
    Markup style = Assets.style();
    Markup script = Assets.script();
    Room tokens = tokens();
    Room maps = maps();
    Room pictures = pictures();
    Room problems = new Room(PROBLEMS_BYTES_MAX);
    List<ProblemView> kinds = ProblemView.of(report.problems());
    kinds.forEach(kind -> problems.take(templates.render("problem", kind)));
    List<PageMap> pages = report.pages().stream().limit(PAGES_MAX).toList();
    return new PageModel(
        style,
        script,
        Assets.policy(style, script),
        HeadingView.of(report),
        isImpact(),
        drift(),
        tokens.items(),
        tokensRest(tokens.items().size()),
        pages.isEmpty() ? Markup.NONE : PagesDrawing.draw(pages),
        pages.stream().map(PageRow::of).toList(),
        pagesRest(pages.size(), maps.items().size()),
        maps.items(),
        pictures.items(),
        picturesRest(pictures.items().size()),
        run(),
        problems.items(),
        problemsRest(kinds.size() - problems.items().size()));
  }

  private boolean isImpact() {
    return report.heading().kind() == Heading.Kind.IMPACT;
  }

  private String drift() {
    return report
        .comparison()
        .filter(told -> told.drift() > 0)
        .map(told ->
            "They show all that applying the newer tokens writes, drift included: "
                + Figures.counted(told.drift(), "value", "values")
                + " in all documents.")
        .orElse("");
  }

  private Room tokens() {
    Room room = new Room(TOKENS_BYTES_MAX);
    List<TokenChange> tokens = report.board().tokens();
    double impactMax = tokens.stream().mapToDouble(TokenChange::impact).max().orElse(0);
    for (int i = 0; i < tokens.size() && room.isOpen(); i++) {
      room.take(templates.render("token", TokenView.of(tokens.get(i), i, impactMax)));
    }
    return room;
  }

  private String tokensRest(int shown) {
    List<TokenChange> left = report.board().tokens().subList(shown, report.board().tokens().size());
    long tokens = report.board().tokensOmitted() + left.size();
    long changes =
        report.board().changesOmitted() + left.stream().mapToLong(TokenChange::changes).sum();
    return tokens == 0
        ? ""
        : Figures.counted(tokens, "further token", "further tokens")
            + " with "
            + Figures.counted(changes, "change", "changes")
            + (isImpact()
                ? " not shown, further down in this order."
                : " not shown, all of smaller visual impact.");
  }

  private Room maps() {
    Room room = new Room(MAPS_BYTES_MAX);
    List<PageMap> pages = report.pages();
    for (int i = 0; i < pages.size() && room.isOpen(); i++) {
      PageView view = PageView.of(pages.get(i), i < MAPS_OPEN);
      if (!view.map().isEmptyContent()) {
        room.take(templates.render("map", view));
      }
    }
    return room;
  }

  private String pagesRest(int inTable, int withMap) {
    long omitted = report.pagesOmitted() + report.pages().size() - inTable;
    StringBuilder text = new StringBuilder();
    if (omitted > 0) {
      text.append(Figures.counted(omitted, "further page", "further pages"))
          .append(", less changed, not shown. ");
    }
    if (withMap < inTable) {
      text.append(Figures.count(withMap))
          .append(" of ")
          .append(Figures.counted(inTable, "page has", "pages have"))
          .append(" a map of its own below.");
    }
    return text.toString();
  }

  private Room pictures() {
    Room room = new Room(PICTURES_BYTES_MAX);
    List<Picture> pictures = report.pictures();
    for (int i = 0; i < pictures.size() && room.isOpen(); i++) {
      room.take(templates.render("picture", PictureView.of(pictures.get(i), i)));
    }
    return room;
  }

  private String picturesRest(int shown) {
    int left = report.pictures().size() - shown;
    return left == 0
        ? ""
        : Figures.counted(left, "further frame", "further frames")
            + " would make this file too large and is left out.";
  }

  private static String problemsRest(int left) {
    return left == 0
        ? ""
        : Figures.counted(left, "further kind", "further kinds")
            + " of problems not shown; the run's metrics count them.";
  }

  private @Nullable RunView run() {
    RunGraph run = report.run().orElse(null);
    return run == null ? null : RunView.of(run);
  }
}
