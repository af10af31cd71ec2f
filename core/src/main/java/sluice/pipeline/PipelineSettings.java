package sluice.pipeline;

/// How much may be under way at once.
///
/// @param workerCount threads that do the work of chunks
/// @param queuedChunksMax chunks that wait for a worker; when so many wait, the reader waits
public record PipelineSettings(int workerCount, int queuedChunksMax) {
  public PipelineSettings {
    if (workerCount < 1) {
      throw new IllegalArgumentException("workerCount is less than 1: " + workerCount);
    }
    if (queuedChunksMax < 1) {
      throw new IllegalArgumentException("queuedChunksMax is less than 1: " + queuedChunksMax);
    }
  }

  /// Chunks that exist: one being read, those queued, one for each worker, one being written.
  public int chunksInFlightMax() {
    return 2 + queuedChunksMax + workerCount;
  }
}
