/// Figma REST JSON: where nodes and their applied tokens are, which bytes a change replaces.
///
/// [sluice.format.figma.FigmaReader] walks the bytes and fills chunks with the facts of nodes that
/// carry tokens; [sluice.format.figma.NodeWork] decides and renders the changes of a chunk;
/// [sluice.format.figma.FigmaPass] splices them into the copy. `property` holds what each token
/// writes. Invariants: no type holds a document, an open node costs memory only while it is open,
/// and the result does not depend on the order of a node's keys.
@org.jspecify.annotations.NullMarked
package sluice.format.figma;
