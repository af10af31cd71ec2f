package sluice.format;

import sluice.document.RunCounts;
import sluice.problem.ProblemTally;

/// One pass over one document: chunks read, worked on and written. The functions of a format that
/// the pipeline carries chunks between; see `sluice.pipeline.Stages` for who calls them when.
///
/// @param <C> the format's chunk
public interface DocumentPass<C> {
  /// An empty chunk.
  C newChunk();

  /// Fills a chunk with what comes next.
  ///
  /// @return whether there may be more
  boolean read(C chunk);

  /// Does the work of a chunk.
  void work(C chunk);

  /// Writes a chunk and empties it.
  void write(C chunk);

  /// Writes what is left after the last chunk.
  void finish();

  /// How many nodes a chunk holds.
  int nodes(C chunk);

  /// Bytes of the uncompressed document whose nodes are written.
  long bytesDone();

  /// Counts of all chunks written.
  RunCounts counts();

  /// Problems of all chunks written, in document order.
  ProblemTally problems();
}
