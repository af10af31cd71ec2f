package sluice.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.report.RunGraph;

final class ShownTest {
  @Test
  void whatActsOnTextAround_becomesVisible() {
    assertEquals("a\uFFFDb\uFFFD", Shown.name("a\u202Eb\u2066"));
    assertEquals("\uFFFD[31m x", Shown.name("\u001B[31m\nx"));
    assertEquals("\uFFFD\uFFFD \uFFFD", Shown.name("\uD800\uFFFE \uDC00"));
    assertEquals("مرحبا 🎨", Shown.name("مرحبا 🎨"));
  }

  @Test
  void longNames_keepBothEndsAndWholeLetters() {
    assertEquals("abcdefg…xyz", Shown.of("abcdefghijklmnopqrstuvwxyz", 11));
    String pairs = "🎨".repeat(20);
    String cut = Shown.of(pairs, 12);
    assertEquals(-1, cut.indexOf('\uFFFD'));
    assertEquals(0, cut.replace("🎨", "").replace("…", "").length());
  }

  @Test
  void figures_readAlikeEverywhere() {
    assertEquals("0", Figures.count(0));
    assertEquals("1,234,567", Figures.count(1_234_567));
    assertEquals("-12", Figures.count(-12));
    assertEquals("−1.25", Figures.decimal(-1.25, 2));
    assertEquals("3", Figures.decimal(2.999, 1));
    assertEquals("1,000,000,000,000", Figures.decimal(Double.POSITIVE_INFINITY, 2));
    assertEquals("< 1 %", Figures.percent(0.0001));
    assertEquals("99 %", Figures.percent(0.9999));
    assertEquals("100 %", Figures.percent(1));
    assertEquals("67 MB", Figures.megabytes(67_100_000));
    assertEquals("1.46 s", Figures.seconds(1_458_000_000));
  }

  @Test
  void numbersOfDrawings_areShortAndFinite() {
    assertEquals("0 -1.5 1000000 0.33", Svg.view(Double.NaN, -1.5, 1e300, 1 / 3.0));
    assertEquals("0.05 0 -0.01 0", Svg.view(0.05, -0.001, -0.009, -0.0));
  }

  @Test
  void aSeriesThatIsThinned_keepsItsPeak() {
    List<RunGraph.Sample> samples =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new RunGraph.Sample(i, i, 0, i == 3_333 ? 99 : 1, 0))
            .toList();

    List<Series.Point> points = Series.of(samples, RunGraph.Sample::heapBytes);

    assertEquals(Series.POINTS_MAX, points.size());
    assertEquals(99, Series.peak(points));
  }
}
