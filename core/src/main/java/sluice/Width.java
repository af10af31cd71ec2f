package sluice;

import org.jspecify.annotations.Nullable;
import sluice.discover.CombinationTable;
import sluice.pipeline.Mode;
import sluice.pipeline.PipelineSettings;

/// How wide the pipeline of a run is: as the mode says that was asked for, or else growing with the
/// document. Nobody counts nodes beforehand: a run begins as `direct` and widens when it has read
/// as many nodes as the next mode is for, so the mode it ends with is the one for its exact number.
///
/// @param forced the mode asked for, or null to go by the number of nodes
/// @param workerCount threads for the work, if the mode has use for as many
/// @param chunkSizeNodes nodes of a chunk, at most the queue limit
/// @param queueLimitNodes nodes that may wait for a worker
record Width(@Nullable Mode forced, int workerCount, int chunkSizeNodes, int queueLimitNodes) {
  Width {
    chunkSizeNodes = Math.min(chunkSizeNodes, queueLimitNodes);
  }

  /// The mode once so many nodes have been read.
  Mode mode(long nodes) {
    return forced == null ? Mode.forNodes(nodes) : forced;
  }

  /// Why [#mode] is what it is, one line for the report.
  String reason(long nodes) {
    return forced == null
        ? Mode.forNodes(nodes).reason(nodes)
        : "asked for, with " + nodes + " nodes";
  }

  PipelineSettings settings(long nodes) {
    return mode(nodes).settings(workerCount, chunkSizeNodes, queueLimitNodes);
  }

  /// Whether outcomes are remembered, not only combinations: speed for memory, so not where little
  /// memory was asked for.
  boolean remembersOutcomes() {
    return forced != Mode.DIRECT;
  }

  /// Combinations to remember. A growing run needs no bound of its own while it is small: it has no
  /// more combinations than nodes.
  int combinationsMax() {
    return forced == Mode.DIRECT
        ? MemoryBudget.DIRECT_COMBINATIONS_MAX
        : CombinationTable.ENTRIES_MAX;
  }
}
