/// Figma files by REST: turns a file key into a document on disk, whole or not at all.
///
/// The only room that talks to the network, and the only one that knows the access token. Nothing
/// here holds a document: answers are checked and written as they come ([Download]), and a file
/// that is too large for one answer is asked for in parts that are put together on disk
/// ([PageByPage]). One request is under way at a time. Start reading at [FigmaFetch].
@org.jspecify.annotations.NullMarked
package sluice.fetch;
