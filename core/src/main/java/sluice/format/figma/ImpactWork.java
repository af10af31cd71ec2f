package sluice.format.figma;

import sluice.emit.SpliceBatch;
import sluice.finding.LineBuffer;
import sluice.finding.NodeImpact;
import sluice.report.gather.Change;

/// Decides the nodes of a chunk under two versions of the tokens and tells of each node what the
/// newer one changes against the older. Counts and problems are those of the newer one; what a
/// report wants to know leaves out drift. Safe for use by several threads, each with its own chunk.
final class ImpactWork {
  private final NodeWork older;
  private final NodeWork newer;

  /// @param older tells findings
  /// @param newer tells findings
  ImpactWork(NodeWork older, NodeWork newer) {
    this.older = older;
    this.newer = newer;
  }

  void work(FigmaChunk chunk) {
    long skippedByReader = chunk.nodesSkipped;
    older.fetchFonts(chunk);
    older.work(chunk);
    chunk.setAside(skippedByReader);
    newer.fetchFonts(chunk);
    newer.work(chunk);
    merge(chunk);
  }

  private static void merge(FigmaChunk chunk) {
    SpliceBatch before = chunk.olderLines();
    SpliceBatch after = chunk.changeLines;
    SpliceBatch merged = chunk.mergedLines();
    LineBuffer line = new LineBuffer();
    merged.clear();
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      int from = merged.count();
      boolean olderTells = node.olderLineTo > node.olderLineFrom;
      boolean newerTells = node.lineTo > node.lineFrom;
      if (olderTells || newerTells) {
        line.clear();
        NodeImpact.Told told =
            NodeImpact.write(
                before.text(),
                olderTells ? before.textStart(node.olderLineFrom) : 0,
                olderTells ? before.textStart(node.olderLineTo) : 0,
                after.text(),
                newerTells ? after.textStart(node.lineFrom) : 0,
                newerTells ? after.textStart(node.lineTo) : 0,
                line);
        merged.add(node.offset, 0, line.bytes(), line.length());
        node.changes = Change.without(told.drift(), node.changes);
        node.counts = told.isAffected();
      }
      node.lineFrom = from;
      node.lineTo = merged.count();
    }
    chunk.takeMerged();
  }
}
