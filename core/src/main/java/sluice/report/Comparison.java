package sluice.report;

/// What another version of the tokens does to documents, in numbers. `docs/reference/impact.md`
/// tells causes apart.
///
/// @param tokensChanged tokens with another value
/// @param tokensAdded tokens that only the newer version has
/// @param tokensRemoved tokens that only the older version has
/// @param nodesAffected nodes that a difference of the tokens changes or breaks
/// @param changes values that change because the tokens are different
/// @param driftNodes nodes with values that are not their token's, which is the same in both
///   versions
/// @param drift such values: applying the newer tokens writes them too, but no difference does it
/// @param kept values that are not the older token's and that the newer tokens leave alone
/// @param brokenNodes nodes with something newly broken
/// @param broken properties that the newer tokens can no longer be written to
/// @param repaired properties that only the older tokens could not be written to
/// @param stillBroken properties that neither can be written to
/// @param layoutNodes nodes that wait for the editor to lay them out because of the newer tokens
public record Comparison(
    long tokensChanged,
    long tokensAdded,
    long tokensRemoved,
    long nodesAffected,
    long changes,
    long driftNodes,
    long drift,
    long kept,
    long brokenNodes,
    long broken,
    long repaired,
    long stillBroken,
    long layoutNodes) {}
