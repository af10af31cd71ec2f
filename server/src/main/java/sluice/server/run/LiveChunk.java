package sluice.server.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One chunk of nodes on its way through the pipeline, reused.
final class LiveChunk {
  @Nullable ReceivedNodes received;
  final LiveCounts counts = new LiveCounts();
  final NodeProblems problems = new NodeProblems();
  final List<PatchDraft> drafts = new ArrayList<>();
  final List<String> changes = new ArrayList<>();

  int nodeCount() {
    return received instanceof ReceivedNodes.Chunk chunk ? chunk.nodes().count() : 0;
  }

  void clear() {
    received = null;
    counts.clear();
    problems.clear();
    drafts.clear();
    changes.clear();
  }
}
