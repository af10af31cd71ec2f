/// Four ways of applying tokens to a document, from "collect everything, then everything at once"
/// to Sluice's own streaming, for comparison in memory and time.
///
/// The first three hold the document as a tree of objects, as a plugin inside a design tool finds
/// it, and differ in how they schedule the nodes and in what they remember. What a token does to a
/// node is Sluice's own code in all four, so that only the architectures are compared, and their
/// outputs are equal to the last byte. Start at [sluice.bench.architecture.Architecture].
@org.jspecify.annotations.NullMarked
package sluice.bench.architecture;
