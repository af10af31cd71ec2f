package sluice.finding.report;

import sluice.finding.FindingKind;

/// How many findings there are, those a baseline knows left out.
///
/// @param stale findings of [FindingKind#STALE]
/// @param broken findings of [FindingKind#BROKEN]
/// @param untokenised findings of [FindingKind#UNTOKENISED]
/// @param known findings left out because the baseline has them
public record FindingCounts(long stale, long broken, long untokenised, long known) {
  static final FindingCounts NONE = new FindingCounts(0, 0, 0, 0);

  /// All that count.
  public long all() {
    return stale + broken + untokenised;
  }

  FindingCounts with(FindingKind kind) {
    return new FindingCounts(
        stale + (kind == FindingKind.STALE ? 1 : 0),
        broken + (kind == FindingKind.BROKEN ? 1 : 0),
        untokenised + (kind == FindingKind.UNTOKENISED ? 1 : 0),
        known);
  }

  FindingCounts withKnown() {
    return new FindingCounts(stale, broken, untokenised, known + 1);
  }

  /// `2 stale, 1 broken, 0 untokenised`.
  @Override
  public String toString() {
    return "%,d stale, %,d broken, %,d untokenised".formatted(stale, broken, untokenised);
  }
}
