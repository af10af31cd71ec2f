/// What the dialect says: which token of a node writes which property, and how values convert.
///
/// Turns a node's applied tokens and the resolved tokens into one value per property key
/// ([sluice.apply.NodeTokens]), and values into numbers and words (the small conversion classes).
/// Knows no document format: which field of which file a key writes is the format's business.
/// Everything here is computed once per combination of applied tokens, never per node. Start
/// reading at [sluice.apply.PropertyKey].
@org.jspecify.annotations.NullMarked
package sluice.apply;
