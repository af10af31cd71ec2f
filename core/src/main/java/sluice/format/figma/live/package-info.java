/// Nodes of an open Figma file, decided from what the plugin sends of them.
///
/// What tokens write is decided by `format.figma.property`, in the terms of the Plugin API. Here a
/// node's values become what the families look at ([LiveFacts]), and their edits one operation for
/// the plugin together with the one that takes it back ([PatchMaker]). [LiveField] is the table of
/// all fields. How plugin and server speak is in `docs/design/live.md`.
///
/// Invariants: a value that is already there is not written; a node is one call, and nothing is
/// kept of it; what can't be taken back exactly is told. Start reading at [LiveWork].
@org.jspecify.annotations.NullMarked
package sluice.format.figma.live;
