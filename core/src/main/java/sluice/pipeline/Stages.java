package sluice.pipeline;

/// What happens to a chunk on its way, as plain functions: none of them starts a thread, and none
/// waits except for answers of [LookUps].
///
/// @param <C> the chunk; reused, so nothing of it may be kept after it was written
public interface Stages<C> {
  /// An empty chunk. Called once for each chunk that may be in flight.
  C newChunk();

  /// Fills an emptied chunk with what comes next. Called by one thread.
  ///
  /// @return whether there may be more; `false` with a filled chunk means it is the last
  boolean read(C chunk);

  /// Does the work of one chunk, which depends on nothing but the chunk. Called by any worker.
  void work(C chunk);

  /// Takes the chunks in the order in which they were read, then empties them. Called by one
  /// thread.
  void write(C chunk);

  /// How many nodes a chunk holds, for the queue's peak.
  int nodes(C chunk);
}
