/// Turns a seed and a handful of options into design documents and token libraries of any size.
///
/// Everything is streamed: the heap needed depends on the number of token combinations and on the
/// depth of the tree, never on the number of nodes. The same options always give the same bytes,
/// and options that differ only in key order, indentation or byte order mark describe the same
/// tree. The shape (bytes per node, depth, fan-out, node types, instance sublayers) follows
/// measurements of published Figma REST responses.
///
/// Start reading at [FigmaDocumentGenerator] and [TokenLibraryGenerator]; [TreePlan] decides the
/// shape, [NodeWriter] the fields of one node, [DesignTokens] the names and values both share.
@org.jspecify.annotations.NullMarked
package sluice.testkit.generate;
