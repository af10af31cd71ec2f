/// Carries chunks from the reader through workers to the writer, in order, with back-pressure.
///
/// The only package that starts threads. Knows nothing of documents: a chunk is whatever the reader
/// fills, the workers change and the writer takes.
@org.jspecify.annotations.NullMarked
package sluice.pipeline;
