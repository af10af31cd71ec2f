package sluice;

import java.util.ArrayList;
import java.util.List;
import sluice.discover.CombinationTable;
import sluice.format.figma.FigmaPass;
import sluice.pipeline.Mode;
import sluice.pipeline.PipelineSettings;

/// Every buffer and table of a run that applies tokens to a Figma document, added up; a run over an
/// archive holds less, and keeps the same bounds for each mode. Tests run a process with this much
/// heap and little more, and compare each mode with what it may take. The token library comes on
/// top: it is held whole, see `sluice.token.source.SourceLimits`.
final class MemoryBudget {
  /// Nodes read that make a chunk; one with nodes of many fields is full earlier.
  static final int CHUNK_SIZE_NODES = 1_000;

  /// Nodes that may wait for a worker.
  static final int QUEUE_LIMIT_NODES = 1_000;

  /// What chunk size and queue limit may be set to. A chunk is full at a number of bytes all the
  /// same, and the number of chunks that may wait is bounded too, so neither breaks the budget.
  static final int LIMIT_NODES_MAX = 100_000;

  /// Combinations remembered where `direct` is asked for, whatever the document's size.
  static final int DIRECT_COMBINATIONS_MAX = 250;

  private MemoryBudget() {}

  /// What a run holds beside the idle process, in bytes.
  static long workingSetBytesMax(Mode mode) {
    return switch (mode) {
      case DIRECT -> 10_000_000;
      case BATCHING -> 40_000_000;
      case STREAMING -> 95_000_000;
    };
  }

  /// One buffer or table.
  ///
  /// @param what what it is for
  /// @param bytes its usual size, for a buffer that grows the size it has once it has grown
  record Line(String what, long bytes) {}

  /// All of them.
  ///
  /// @param settings how wide the pipeline is
  /// @param combinationsMax combinations remembered
  /// @param remembersOutcomes whether outcomes are too
  static List<Line> lines(
      PipelineSettings settings, int combinationsMax, boolean remembersOutcomes) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line("chunks in flight", settings.chunksInFlightMax() * FigmaPass.CHUNK_SIZE_BYTES));
    lines.add(new Line("reader: window and fields of open nodes", FigmaPass.READER_SIZE_BYTES));
    lines.add(new Line("outcomes remembered", remembersOutcomes ? FigmaPass.MEMO_SIZE_BYTES : 0));
    lines.add(
        new Line(
            "combinations met, a usual number",
            Math.min(combinationsMax, CombinationTable.ENTRIES_USUAL)
                * CombinationTable.ENTRY_SIZE_BYTES));
    lines.add(new Line("splices that wait, and lines that wait", 2L * 1024 * 1024));
    return lines;
  }

  /// The sum in bytes.
  static long totalBytes(
      PipelineSettings settings, int combinationsMax, boolean remembersOutcomes) {
    return lines(settings, combinationsMax, remembersOutcomes).stream()
        .mapToLong(Line::bytes)
        .sum();
  }
}
