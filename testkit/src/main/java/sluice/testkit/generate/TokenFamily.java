package sluice.testkit.generate;

/// Node types that take the same token keys.
enum TokenFamily {
  NONE(0),
  LAYOUT(0.46),
  BOX(0.12),
  SHAPE(0.1),
  LINE(0.03),
  GROUP(0.02),
  TEXT(0.27);

  private final double share;

  TokenFamily(double share) {
    this.share = share;
  }

  /// Share of all combinations that are for this family.
  double share() {
    return share;
  }
}
