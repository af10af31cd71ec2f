package sluice.document;

/// What a run counts of an archive beside its nodes.
///
/// @param entries all entries
/// @param entriesReplaced those written anew; the others were copied as they are
/// @param nodesCarried nodes without tokens of their own that moved with the one they are in
/// @param nodesPending nodes of which something waits for the design tool's own layout
/// @param pairs properties of nodes that take a token, within the scope
/// @param danglingPairs those whose token has no value
/// @param danglingNames how many different tokens these are, as far as they are told apart
public record ArchiveCounts(
    long entries,
    long entriesReplaced,
    long nodesCarried,
    long nodesPending,
    long pairs,
    long danglingPairs,
    long danglingNames) {}
