/// Applies design tokens to design documents of any size, in a fixed amount of memory.
///
/// [sluice.Sluice] is the front door: describe a run, start it, get a [sluice.RunReport].
///
/// Inside, a document goes through six stages, each a package: `format` reads the document as a
/// stream of nodes (`json` walks its bytes); `discover` finds the nodes that carry applied tokens
/// and tells which combination each carries; `resolve` turns token names and themes into values;
/// `apply` and the format turn values into changes of a node's properties; `emit` splices changes
/// into a copy of the document. `pipeline` carries chunks of nodes along this row with
/// back-pressure. `token`, `document` and `problem` are the nouns all of them share.
@org.jspecify.annotations.NullMarked
package sluice;
