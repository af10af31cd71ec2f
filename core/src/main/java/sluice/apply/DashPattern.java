package sluice.apply;

/// The dashes of a border (Tokens Studio, dash pattern).
public final class DashPattern {
  private DashPattern() {}

  /// Dash and gap in pixels; both 0 for every style but `dashed`, which is a solid line.
  ///
  /// @param style the border's style word
  /// @param widthPx the border's width; NaN when it has none
  public static double[] of(String style, double widthPx) {
    if (!style.equals("dashed")) {
      return new double[] {0, 0};
    }
    if (widthPx == 1) {
      return new double[] {3, 2};
    }
    if (widthPx == 2 || widthPx == 3) {
      return new double[] {6, 3};
    }
    if (widthPx == 4) {
      return new double[] {8, 4};
    }
    if (widthPx == 5) {
      return new double[] {10, 5};
    }
    return new double[] {10, 10};
  }
}
