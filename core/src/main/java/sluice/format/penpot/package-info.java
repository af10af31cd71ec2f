/// Penpot archives (`.penpot`, binfile v3): one JSON entry for each shape (Penpot, archive layout).
///
/// [PenpotFormat] is the entrance. [ArchiveContents] says what is in an archive before anything is
/// read in earnest; [PenpotPass] takes its entries through the pipeline; `shape` decides what
/// changes on one shape. [ShapeNotes] and [Ancestors] serve shapes that depend on others.
@org.jspecify.annotations.NullMarked
package sluice.format.penpot;
