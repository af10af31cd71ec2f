package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.report.Rgba;

/// What there is to say when one colour becomes another: how different they look, and what that
/// does to contrast.
final class ColorRemarks {
  private ColorRemarks() {}

  /// The remarks, the difference first.
  static List<Remark> of(Rgba before, Rgba after) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(
        new Remark(
            Remark.Kind.PLAIN, "ΔE OK " + Figures.decimal(ColorText.difference(before, after), 3)));
    contrast("white", Contrast.onWhite(before), Contrast.onWhite(after), remarks);
    contrast("black", Contrast.onBlack(before), Contrast.onBlack(after), remarks);
    return remarks;
  }

  private static void contrast(String ground, double before, double after, List<Remark> remarks) {
    String ratios = "Contrast on " + ground + " " + ratio(before) + " → " + ratio(after);
    if (crosses(before, after, Contrast.LARGE_TEXT_MIN)) {
      remarks.add(worse(ratios, Contrast.LARGE_TEXT_MIN));
    } else if (crosses(before, after, Contrast.TEXT_MIN)) {
      remarks.add(worse(ratios, Contrast.TEXT_MIN));
    } else if (crosses(after, before, Contrast.TEXT_MIN)) {
      remarks.add(better(ratios, Contrast.TEXT_MIN));
    } else if (crosses(after, before, Contrast.LARGE_TEXT_MIN)) {
      remarks.add(better(ratios, Contrast.LARGE_TEXT_MIN));
    } else {
      remarks.add(new Remark(Remark.Kind.PLAIN, ratios));
    }
  }

  private static boolean crosses(double met, double missed, double threshold) {
    return met >= threshold && missed < threshold;
  }

  private static Remark worse(String ratios, double threshold) {
    return new Remark(
        Remark.Kind.WORSE,
        ratios
            + ": falls below "
            + Figures.decimal(threshold, 1)
            + ", no longer enough for "
            + use(threshold)
            + " (AA)");
  }

  private static Remark better(String ratios, double threshold) {
    return new Remark(
        Remark.Kind.BETTER,
        ratios
            + ": reaches "
            + Figures.decimal(threshold, 1)
            + ", now enough for "
            + use(threshold)
            + " (AA)");
  }

  private static String use(double threshold) {
    return threshold == Contrast.TEXT_MIN ? "text" : "large text and icons";
  }

  /// Cut, not rounded: 4.49 must not read as 4.5.
  private static String ratio(double ratio) {
    return Figures.decimal(Math.floor(ratio * 100) / 100, 2);
  }
}
