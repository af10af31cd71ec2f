package sluice.report.page;

/// Bars for shares that are also written beside them, and so are hidden from those who listen.
final class Bars {
  private Bars() {}

  /// A bar of 100 units whose filled part is a share from 0 to 1.
  static Markup share(double share) {
    return new Svg()
        .open(
            "svg",
            "class",
            "share",
            "aria-hidden",
            "true",
            "focusable",
            "false",
            "viewBox",
            "0 0 100 4",
            "preserveAspectRatio",
            "none")
        .leaf("rect", "class", "rail", "width", 100, "height", 4)
        .leaf("rect", "class", "part", "width", Math.clamp(share, 0.0, 1.0) * 100, "height", 4)
        .done();
  }
}
