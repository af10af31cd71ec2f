package sluice.pipeline;

import java.util.Locale;

/// How wide the one pipeline is for a document. Modes are settings, not different code: a wider one
/// has more chunks in flight and more workers, never another result.
public enum Mode {
  /// Small documents: one chunk is read while another is worked on or written.
  DIRECT,
  /// Documents in between: one chunk for each worker, none that waits.
  BATCHING,
  /// Large documents: chunks also wait in a queue, so that no worker ever does.
  STREAMING;

  /// Documents with at least so many nodes are batched.
  public static final long BATCHING_NODES_MIN = 1_000;

  /// Documents with more nodes than this are streamed.
  public static final long BATCHING_NODES_MAX = 10_000;

  /// Workers of a batching pipeline at most, however many processors there are.
  public static final int BATCHING_WORKERS_MAX = 16;

  /// Workers of a streaming pipeline at most; reading and writing are the limit long before.
  public static final int STREAMING_WORKERS_MAX = 32;

  /// Chunks that may wait at most, however many small ones the queue limit would allow.
  public static final int QUEUED_CHUNKS_MAX = 16;

  /// The mode for a number of nodes.
  public static Mode forNodes(long nodes) {
    if (nodes < BATCHING_NODES_MIN) {
      return DIRECT;
    }
    return nodes <= BATCHING_NODES_MAX ? BATCHING : STREAMING;
  }

  /// Why [#forNodes] chose this mode, one line for the report: `100021 nodes > 10000`.
  public String reason(long nodes) {
    return switch (this) {
      case DIRECT -> nodes + " nodes < " + BATCHING_NODES_MIN;
      case BATCHING -> BATCHING_NODES_MIN + " <= " + nodes + " nodes <= " + BATCHING_NODES_MAX;
      case STREAMING -> nodes + " nodes > " + BATCHING_NODES_MAX;
    };
  }

  /// How much may be under way.
  ///
  /// @param workerCount threads wanted for the work, usually the number of processors
  /// @param chunkSizeNodes nodes of a chunk
  /// @param queueLimitNodes nodes that may wait for a worker
  public PipelineSettings settings(int workerCount, int chunkSizeNodes, int queueLimitNodes) {
    return switch (this) {
      case DIRECT -> new PipelineSettings(1, 2, queueLimitNodes);
      case BATCHING -> {
        int workers = Math.min(workerCount, BATCHING_WORKERS_MAX);
        yield new PipelineSettings(workers, 2 + workers, queueLimitNodes);
      }
      case STREAMING -> {
        int workers = Math.min(workerCount, STREAMING_WORKERS_MAX);
        int queued = Math.clamp(queueLimitNodes / chunkSizeNodes, 1, QUEUED_CHUNKS_MAX);
        yield new PipelineSettings(workers, 2 + queued + workers, queueLimitNodes);
      }
    };
  }

  /// The name people see.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
