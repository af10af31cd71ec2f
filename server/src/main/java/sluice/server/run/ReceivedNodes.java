package sluice.server.run;

import sluice.server.frame.NodeList;

/// What comes from the plugin on its way into the pipeline.
sealed interface ReceivedNodes {

  /// A chunk of nodes.
  ///
  /// @param number counted from 1 over the whole run
  /// @param after how far the scan is with it
  record Chunk(long number, ScanPlace after, NodeList nodes) implements ReceivedNodes {}

  /// There are no more.
  ///
  /// @param chunkCount how many chunks there were
  record End(long chunkCount) implements ReceivedNodes {}
}
