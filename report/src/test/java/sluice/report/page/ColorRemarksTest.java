package sluice.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Rgba;

final class ColorRemarksTest {
  @Test
  void blackAndWhite_areOneApartAndTwentyOneInContrast() {
    Rgba black = SampleReports.rgba("#000000", 1);
    Rgba white = SampleReports.rgba("#ffffff", 1);

    assertEquals(1, ColorText.difference(black, white), 1e-6);
    assertEquals(21, Contrast.onWhite(black), 1e-9);
    assertEquals(1, Contrast.onWhite(white), 1e-9);
    assertEquals(21, Contrast.onBlack(white), 1e-9);
  }

  /// The grey that is often named as the lightest for text on white has 4.54, the next one 4.48.
  @Test
  void contrastIsCutNotRounded_soThatItNeverReadsAsEnough() {
    List<Remark> remarks =
        ColorRemarks.of(SampleReports.rgba("#767676", 1), SampleReports.rgba("#777777", 1));

    assertEquals(
        new Remark(
            Remark.Kind.WORSE,
            "Contrast on white 4.54 → 4.47: falls below 4.5, no longer enough for text (AA)"),
        remarks.get(1));
    assertEquals(Remark.Kind.PLAIN, remarks.get(2).kind());
  }

  @Test
  void ofTwoThresholdsAtOnce_theStrongerIsTold() {
    List<Remark> remarks =
        ColorRemarks.of(SampleReports.rgba("#ffffff", 1), SampleReports.rgba("#000000", 1));

    assertEquals("ΔE OK 1", remarks.getFirst().text());
    assertEquals(
        "Contrast on white 1 → 21: reaches 4.5, now enough for text (AA)", remarks.get(1).text());
    assertEquals(
        "Contrast on black 21 → 1: falls below 3, no longer enough for large text and icons (AA)",
        remarks.get(2).text());
  }

  @Test
  void whatLetsSomethingThrough_isMeasuredOnWhatItLiesOn() {
    Rgba halfBlack = SampleReports.rgba("#000000", 0.5);

    assertEquals(3.98, Contrast.onWhite(halfBlack), 0.02);
    assertEquals(1, Contrast.onBlack(halfBlack), 1e-9);
  }

  @Test
  void oklch_isThatOfCss() {
    assertEquals("oklch(62.8 % 0.258 29°)", ColorText.oklch(SampleReports.rgba("#ff0000", 1)));
    assertEquals("oklch(60 % 0 none)", ColorText.oklch(SampleReports.rgba("#808080", 1)));
    assertEquals("#ff8000 · 25 %", ColorText.hex(new Rgba(1, 0.502, 0, 0.25)));
  }
}
