package sluice.impact;

/// What another version of the tokens does to some nodes, in numbers.
///
/// @param nodes nodes that a difference of the tokens changes or breaks
/// @param byTokens values that change only because the tokens are different
/// @param both values that are not the older token's and that a different token changes
/// @param driftNodes nodes with values that are not their token's, which is the same in both
///   versions
/// @param drift such values; applying the newer tokens changes them, and so would the older ones
/// @param kept values that are not the older token's and that the newer tokens leave alone
/// @param brokenNodes nodes with something newly broken
/// @param broken properties that the newer tokens can no longer be written to
/// @param repaired properties that only the older tokens could not be written to
/// @param stillBroken properties that neither can be written to
/// @param layoutNodes nodes that wait for the editor to lay them out because of the newer tokens
public record ImpactCounts(
    long nodes,
    long byTokens,
    long both,
    long driftNodes,
    long drift,
    long kept,
    long brokenNodes,
    long broken,
    long repaired,
    long stillBroken,
    long layoutNodes) {
  static final ImpactCounts NONE = new ImpactCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// What differences of the tokens change.
  public long changes() {
    return byTokens + both;
  }

  /// What applying the newer tokens changes.
  public long applied() {
    return byTokens + both + drift;
  }

  ImpactCounts with(ImpactCounts more) {
    return new ImpactCounts(
        nodes + more.nodes,
        byTokens + more.byTokens,
        both + more.both,
        driftNodes + more.driftNodes,
        drift + more.drift,
        kept + more.kept,
        brokenNodes + more.brokenNodes,
        broken + more.broken,
        repaired + more.repaired,
        stillBroken + more.stillBroken,
        layoutNodes + more.layoutNodes);
  }
}
