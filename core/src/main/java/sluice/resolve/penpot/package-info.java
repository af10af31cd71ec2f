/// Penpot's tokens to their values: the active sets merged, references, maths and colours as Style
/// Dictionary 5.4.4 with sd-transforms 2.0.3 works them out for Penpot, then each value read by its
/// type (penpot/penpot `frontend/src/app/main/data/style_dictionary.cljs`).
///
/// Start reading at `PenpotResolver`; `PenpotRun` follows references, `Transforms` does what is
/// done to a value without references, `TypedReading` says what the value is for a shape. The
/// public parsers of weights, colours and text styles are for whoever applies tokens.
@org.jspecify.annotations.NullMarked
package sluice.resolve.penpot;
