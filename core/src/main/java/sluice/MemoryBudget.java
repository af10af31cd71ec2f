package sluice;

import java.util.ArrayList;
import java.util.List;
import sluice.discover.CombinationTable;
import sluice.format.figma.FigmaPass;

/// Every buffer and table of a run that applies tokens, added up. A test runs a process with this
/// much heap and little more. The token library comes on top: it is held whole, see
/// `sluice.token.source.SourceLimits`.
final class MemoryBudget {
  /// Nodes read that make a chunk; one with nodes of many fields is full earlier.
  static final int CHUNK_SIZE_NODES = 1_000;

  /// Nodes that may wait for a worker.
  static final int QUEUE_LIMIT_NODES = 1_000;

  /// Chunks that may wait for a worker.
  static final int QUEUED_CHUNKS_MAX = Math.max(1, QUEUE_LIMIT_NODES / CHUNK_SIZE_NODES);

  private MemoryBudget() {}

  /// One buffer or table.
  ///
  /// @param what what it is for
  /// @param bytes its usual size, for a buffer that grows the size it has once it has grown
  record Line(String what, long bytes) {}

  /// All of them.
  ///
  /// @param workerCount threads that do the work of chunks
  static List<Line> lines(int workerCount) {
    long chunks = 2L + QUEUED_CHUNKS_MAX + workerCount;
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("chunks in flight", chunks * FigmaPass.CHUNK_SIZE_BYTES));
    lines.add(new Line("reader: window and fields of open nodes", FigmaPass.READER_SIZE_BYTES));
    lines.add(new Line("outcomes remembered", FigmaPass.MEMO_SIZE_BYTES));
    lines.add(
        new Line(
            "combinations met, a usual number",
            CombinationTable.ENTRIES_USUAL * CombinationTable.ENTRY_SIZE_BYTES));
    lines.add(new Line("splices that wait, and lines that wait", 2L * 1024 * 1024));
    return lines;
  }

  /// The sum in bytes.
  static long totalBytes(int workerCount) {
    return lines(workerCount).stream().mapToLong(Line::bytes).sum();
  }
}
