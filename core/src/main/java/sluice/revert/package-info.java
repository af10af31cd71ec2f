/// Change sets read again, to take a run back.
///
/// [sluice.revert.ChangeSet] reads the lines, one at a time; [sluice.revert.UndoSplices] turns what
/// they say of bytes into splices of the changed document, [sluice.revert.EntryUndo] does so for an
/// entry of an archive; [sluice.revert.ValueCheck] compares values with what a line says.
/// Invariant: never more than the lines of nodes that are open is held.
@org.jspecify.annotations.NullMarked
package sluice.revert;
