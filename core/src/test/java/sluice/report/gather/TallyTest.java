package sluice.report.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Box;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Rgba;
import sluice.report.RunGraph;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;

/// Counts stay exact when every table is full.
class TallyTest {
  private static final Box BOX = new Box(0, 0, 1, 1);

  @Test
  void moreTokensAndValuesThanAreToldApart_areCountedAllTheSame() {
    TokenTally tally = new TokenTally();
    long changes = 0;
    for (int token = 0; token < ReportLimits.TOKENS_MAX + 50; token++) {
      tally.add(List.of(length("t" + token, 1, token)), 1);
      changes++;
    }
    for (int value = 0; value < ReportLimits.TOKEN_VALUES_MAX + 30; value++) {
      tally.add(List.of(length("t0", 0, value), length("t0", 0, value)), 1_000);
      changes += 2;
    }

    TokenBoard board = tally.board();

    assertEquals(ReportLimits.TOKENS_SHOWN_MAX, board.tokens().size());
    assertEquals(
        ReportLimits.TOKENS_MAX - ReportLimits.TOKENS_SHOWN_MAX + 1, board.tokensOmitted());
    long shown = 0;
    for (TokenChange token : board.tokens()) {
      long values = token.values().stream().mapToLong(value -> value.count()).sum();
      assertEquals(token.changes(), values + token.changesOmitted());
      shown += token.changes();
    }
    assertEquals(changes, shown + board.changesOmitted());
    TokenChange first = board.tokens().getFirst();
    assertEquals("t0", first.token());
    assertEquals(1 + ReportLimits.TOKEN_VALUES_MAX + 30, first.nodes());
  }

  private static Change length(String token, double before, double after) {
    return Change.of("width", token, new Look.Length(before), new Look.Length(after));
  }

  @Test
  void morePagesThanAreToldApart_areLeftOut_andTheMostChangedShown() {
    PageTally tally = new PageTally();
    for (int i = 0; i < ReportLimits.PAGES_MAX; i++) {
      PageTally.Page page = tally.page("d", "p" + i);
      assertNotNull(page);
      page.counts().changed(true, i, 0);
    }

    assertNull(tally.page("d", "one more"));
    assertEquals(ReportLimits.PAGES_SHOWN_MAX, tally.maps().size());
    assertEquals(ReportLimits.PAGES_MAX - 1, tally.maps().getFirst().changes());
    assertEquals(ReportLimits.PAGES_MAX - ReportLimits.PAGES_SHOWN_MAX + 1, tally.omitted());
  }

  @Test
  void tilesOfManyPages_areHalvedUntilTheyFit_theMostChangedStay() {
    PageTally tally = new PageTally();
    int each = ReportLimits.PAGE_TILES_MAX + 10;
    int pages = ReportLimits.TILES_MAX / ReportLimits.PAGE_TILES_MAX + 1;
    for (int p = 0; p < pages; p++) {
      PageTally.Page page = tally.page("d", "p" + p);
      assertNotNull(page);
      Tiles tiles = new Tiles();
      for (int i = 0; i < each; i++) {
        Counts counts = new Counts();
        counts.nodes(1, 0);
        counts.changed(true, i, 0);
        tiles.add(PageTally.tile("t" + i, "", BOX, counts));
      }
      tally.tiles(page, tiles, tiles.count());
    }

    for (PageMap page : tally.maps()) {
      assertEquals(ReportLimits.PAGE_TILES_MAX / 2, page.tiles().size());
      assertEquals(each, page.tiles().size() + page.tilesOmitted());
      assertEquals("t" + (each - 1), page.tiles().getLast().id());
    }
  }

  @Test
  void aLongRun_keepsFewMoments_evenlySpread() {
    RunSamples samples = new RunSamples();
    for (long millis = 0; millis < 100_000; millis += 5) {
      long nanos = millis * 1_000_000;
      if (samples.isDue(nanos)) {
        samples.add(new RunGraph.Sample(nanos, millis, 0, 0, 0));
      }
    }

    List<RunGraph.Sample> all = samples.all();
    assertTrue(all.size() > 100 && all.size() <= 300, "" + all.size());
    long step = all.get(1).nanos() - all.get(0).nanos();
    for (int i = 1; i < all.size(); i++) {
      assertEquals(step, all.get(i).nanos() - all.get(i - 1).nanos());
    }
  }

  @Test
  void distances_areFromNothingToAll() {
    Look black = new Look.Solid(new Rgba(0, 0, 0, 1));
    Look white = new Look.Solid(new Rgba(1, 1, 1, 1));

    assertEquals(0, LookDistance.between(black, black));
    assertEquals(1, LookDistance.between(black, white), 1e-6);
    assertEquals(1, LookDistance.between(new Look.Absent(), white), 1e-6);
    assertEquals(0.5, LookDistance.between(new Look.Length(4), new Look.Length(8)), 1e-9);
    assertEquals(
        0.25,
        LookDistance.between(new Look.Length(4), new Look.Lengths(List.of(4.0, 4.0, 4.0, 0.0))),
        1e-9);
    assertEquals(0.5, LookDistance.between(new Look.Share(1), new Look.Share(0.5)), 1e-9);
    assertEquals(1, LookDistance.between(new Look.Words("a"), new Look.Words("b")));
  }
}
