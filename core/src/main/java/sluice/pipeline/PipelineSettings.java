package sluice.pipeline;

/// How much may be under way at once.
///
/// @param workerCount threads that do the work of chunks
/// @param chunksInFlightMax chunks that exist: read, queued, worked on, written
/// @param queueLimitNodes nodes that may wait for a worker; when one more chunk would be too many,
///   the reader waits
public record PipelineSettings(int workerCount, int chunksInFlightMax, int queueLimitNodes) {
  public PipelineSettings {
    requireAtLeastOne("workerCount", workerCount);
    requireAtLeastOne("chunksInFlightMax", chunksInFlightMax);
    requireAtLeastOne("queueLimitNodes", queueLimitNodes);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is less than 1: " + value);
    }
  }
}
