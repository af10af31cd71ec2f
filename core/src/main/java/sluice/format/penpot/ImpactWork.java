package sluice.format.penpot;

import sluice.finding.LineBuffer;
import sluice.finding.NodeImpact;
import sluice.report.gather.Change;

/// Decides the shapes of a chunk under two versions of the tokens and tells of each shape what the
/// newer one changes against the older. Counts and problems are those of the newer one; what a
/// report wants to know leaves out drift. Safe for use by several threads, each with its own chunk.
final class ImpactWork {
  private final ShapeWork older;
  private final ShapeWork newer;

  /// @param older tells findings
  /// @param newer tells findings
  ImpactWork(ShapeWork older, ShapeWork newer) {
    this.older = older;
    this.newer = newer;
  }

  void work(ShapeChunk chunk) {
    older.work(chunk);
    chunk.setAside();
    newer.work(chunk);
    merge(chunk);
  }

  private static void merge(ShapeChunk chunk) {
    ByteRun before = chunk.olderLines();
    ByteRun after = chunk.lines;
    ByteRun merged = chunk.mergedLines();
    LineBuffer line = new LineBuffer();
    merged.clear();
    for (int i = 0; i < chunk.count(); i++) {
      ShapeChunk.Slot slot = chunk.slot(i);
      if (slot.olderLinesTo == slot.olderLinesFrom && slot.linesTo == slot.linesFrom) {
        continue;
      }
      line.clear();
      NodeImpact.Told told =
          NodeImpact.write(
              before.bytes(),
              slot.olderLinesFrom,
              slot.olderLinesTo,
              after.bytes(),
              slot.linesFrom,
              slot.linesTo,
              line);
      merged.append(line.bytes(), 0, line.length());
      if (slot.facts != null) {
        slot.facts.changes = Change.without(told.drift(), slot.facts.changes);
        slot.facts.changed = told.isAffected();
      }
    }
    chunk.takeMerged();
  }

  /// Lets go of what the older tokens needed.
  void close() {
    older.close();
  }
}
