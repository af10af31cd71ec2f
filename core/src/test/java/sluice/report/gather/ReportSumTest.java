package sluice.report.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.document.RunCounts;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.report.Box;
import sluice.report.Heading;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.RunGraph;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// Several reports together are as large as one, and their numbers stay exact.
class ReportSumTest {
  private static final Box BOX = new Box(0, 0, 1, 1);

  private static ValueChange value(double after, long count) {
    return new ValueChange("width", new Look.Length(0), new Look.Length(after), count);
  }

  private static Report report(int number) {
    List<PageMap> pages = new ArrayList<>();
    for (int page = 0; page < 20; page++) {
      List<PageMap.Tile> tiles = new ArrayList<>();
      for (int tile = 0; tile < ReportLimits.PAGE_TILES_MAX; tile++) {
        tiles.add(new PageMap.Tile("t" + tile, "", BOX, 1, 1, 1));
      }
      pages.add(new PageMap("d" + number, "p" + page, "", 10, 5, 3, number, tiles, 7));
    }
    ProblemTally problems = new ProblemTally();
    problems.add(Problem.of(ProblemCode.TOKEN_MISSING, "gone"));
    return new Report(
        new Heading(Heading.Kind.IMPACT, List.of("d" + number), List.of("a", "b"), List.of(), ""),
        new RunCounts(10, 5, 3, 1, 1, 0, 4, 1, 2, 3),
        Optional.empty(),
        new TokenBoard(
            List.of(
                new TokenChange(
                    "t",
                    null,
                    3,
                    12,
                    2.5,
                    List.of(value(1, 5), value(10 + number, 4)),
                    3,
                    List.of())),
            0,
            0),
        pages,
        2,
        List.of(
            new Picture(
                "d" + number, "p", "f", "", 1, number, BOX, List.of(), List.of(), false, 0)),
        Optional.of(new RunGraph("direct", List.of(), 1, 1, new RunGraph.Times(1, 1, 1, 1, 1))),
        problems);
  }

  @Test
  void oneReport_staysAsItIs() {
    ReportSum sum = new ReportSum();
    Report one = report(1);
    sum.add(one);

    assertEquals(one.counts(), sum.counts());
    assertEquals(one.pages(), sum.pages());
    assertEquals(one.pictures(), sum.pictures());
    assertEquals(one.run(), sum.run());
    assertEquals(one.board().tokens().getFirst(), sum.token("t"));
    assertEquals(List.of("a", "b"), sum.versions());
  }

  @Test
  void manyReports_fitTheBoundsOfOne_andTheMostChangedStays() {
    ReportSum sum = new ReportSum();
    for (int i = 0; i < 30; i++) {
      sum.add(report(i));
    }

    assertEquals(30 * 10, sum.counts().nodes());
    assertEquals(30 * 4, sum.counts().changes());
    TokenChange token = sum.token("t");
    assertNotNull(token);
    assertEquals(30 * 3, token.nodes());
    assertEquals(30 * 12, token.changes());
    assertEquals(30 * 2.5, token.impact());
    assertEquals(value(1, 30 * 5), token.values().getFirst());
    assertEquals(ReportLimits.VALUES_SHOWN_MAX, token.values().size());
    assertEquals(
        token.changes(),
        token.values().stream().mapToLong(ValueChange::count).sum() + token.changesOmitted());
    assertEquals(ReportLimits.PAGES_SHOWN_MAX, sum.pages().size());
    assertEquals(30 * 22 - ReportLimits.PAGES_SHOWN_MAX, sum.pagesOmitted());
    assertEquals(29, sum.pages().getFirst().changes());
    long tiles = sum.pages().stream().mapToLong(page -> page.tiles().size()).sum();
    assertTrue(tiles <= ReportLimits.TILES_MAX && tiles > ReportLimits.TILES_MAX / 3, "" + tiles);
    for (PageMap page : sum.pages()) {
      assertEquals(ReportLimits.PAGE_TILES_MAX + 7, page.tiles().size() + page.tilesOmitted());
    }
    assertEquals(ReportLimits.FRAMES_MAX, sum.pictures().size());
    assertEquals(29, sum.pictures().getFirst().changes());
    assertEquals(Optional.empty(), sum.run());
    assertEquals(30L, sum.problems().counts().get(ProblemCode.TOKEN_MISSING));
  }
}
