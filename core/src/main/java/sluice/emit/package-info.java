/// Changed values to bytes out: splices into a copy of the input, change set lines, and output
/// files that appear whole or not at all.
///
/// Start at [sluice.emit.OrderedSplices]: it takes splices in the order they are found, also where
/// a node's first fields are decided only after everything inside the node, and keeps memory
/// bounded.
@org.jspecify.annotations.NullMarked
package sluice.emit;
