/// One shape of a Penpot file: which of its fields a token changes, and how (Penpot, application).
///
/// [ShapeWriter] is the entrance. Everything here works on one shape's JSON and on values that are
/// resolved already; nothing knows of archives.
@org.jspecify.annotations.NullMarked
package sluice.format.penpot.shape;
