package sluice.document;

/// How the nodes of a document came out. Every node that carries tokens is exactly one of changed,
/// unchanged, skipped and failed.
///
/// @param nodes all nodes read
/// @param nodesWithTokens those that carry tokens
/// @param nodesChanged something was written
/// @param nodesUnchanged everything already was as the tokens say
/// @param nodesSkipped nothing could be applied, or the scope leaves the node out
/// @param nodesFailed the node's own data could not be read
/// @param changes changed properties
/// @param combinations distinct lists of applied tokens
/// @param cacheHits nodes whose combination was known
/// @param cacheMisses nodes whose combination was worked out
public record RunCounts(
    long nodes,
    long nodesWithTokens,
    long nodesChanged,
    long nodesUnchanged,
    long nodesSkipped,
    long nodesFailed,
    long changes,
    long combinations,
    long cacheHits,
    long cacheMisses) {
  /// Both together. Combinations of several documents may be the same and are counted for each.
  public RunCounts plus(RunCounts more) {
    return new RunCounts(
        nodes + more.nodes,
        nodesWithTokens + more.nodesWithTokens,
        nodesChanged + more.nodesChanged,
        nodesUnchanged + more.nodesUnchanged,
        nodesSkipped + more.nodesSkipped,
        nodesFailed + more.nodesFailed,
        changes + more.changes,
        combinations + more.combinations,
        cacheHits + more.cacheHits,
        cacheMisses + more.cacheMisses);
  }
}
