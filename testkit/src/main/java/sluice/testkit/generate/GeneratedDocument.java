package sluice.testkit.generate;

/// What a generated document came to.
///
/// @param sizeBytes bytes written, byte order mark included
/// @param nodes all nodes, document and pages included
/// @param nodesWithTokens nodes that carry at least one applied token
/// @param appliedTokens applied tokens on all nodes
/// @param driftedNodes token-carrying nodes whose values are not those of the light theme
/// @param boundNodes nodes with `boundVariables`
/// @param hiddenNodes nodes with `visible: false`
/// @param instanceSublayers nodes inside an instance, with ids that begin with `I`
/// @param depth depth of the deepest node, the document being 0
public record GeneratedDocument(
    long sizeBytes,
    long nodes,
    long nodesWithTokens,
    long appliedTokens,
    long driftedNodes,
    long boundNodes,
    long hiddenNodes,
    long instanceSublayers,
    int depth) {}
