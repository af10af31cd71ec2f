/// What tokens write into Figma's nodes, in the terms of REST JSON or of the Plugin API ([Terms]).
///
/// Turns the values of a node's tokens ([sluice.apply.NodeTokens]) and the fields of one node
/// ([FigmaNode]) into edits of those fields ([Edit]). [FigmaPlan] does once per combination of
/// tokens what doesn't depend on the node; its families do the rest, each looking at few fields, so
/// that equal fields mean equal edits and an outcome can be remembered.
///
/// Invariants: an edit is a real change, so applying twice changes nothing the second time; no two
/// families write the same field or the same member of a shared one; what can't be written is
/// reported and left alone. Layout is never computed. Start reading at [FigmaPlan].
@org.jspecify.annotations.NullMarked
package sluice.format.figma.property;
