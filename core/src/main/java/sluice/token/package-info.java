/// The nouns of design tokens: tokens, sets, themes, libraries, and what a node has applied.
///
/// Knows nothing of documents, formats or files; `token.source` reads files into these.
@org.jspecify.annotations.NullMarked
package sluice.token;
