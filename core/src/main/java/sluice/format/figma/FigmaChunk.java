package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import sluice.emit.SpliceBatch;
import sluice.json.CaptureBuffer;
import sluice.problem.ProblemTally;

/// Nodes that travel together from the reader through a worker to the writer. Reused.
final class FigmaChunk {
  /// Bytes of node facts after which a chunk is full, whatever its number of nodes.
  static final int SIZE_BYTES_FULL = 128 * 1024;

  /// Bytes of node facts a chunk may hold: a full one and one more node of the largest size.
  static final int SIZE_BYTES_MAX = SIZE_BYTES_FULL + 2 * FigmaReader.CAPTURE_SIZE_BYTES_MAX;

  private final List<NodeRecord> records = new ArrayList<>();
  private int recordCount;

  final CaptureBuffer bytes = new CaptureBuffer(SIZE_BYTES_MAX);
  final SpliceBatch splices = new SpliceBatch();
  final ProblemTally problems = new ProblemTally();
  SpliceBatch changeLines = new SpliceBatch();

  /// Lines of a run that compares two versions of the tokens: what the older ones come to, and a
  /// place for both versions together.
  private SpliceBatch olderLines = new SpliceBatch();

  private SpliceBatch mergedLines = new SpliceBatch();

  long nodesRead;
  long nodesWithTokens;
  long nodesChanged;
  long nodesUnchanged;
  long nodesSkipped;
  long nodesFailed;
  long changeCount;
  long cacheHits;
  long cacheMisses;
  long readTo;

  NodeRecord addRecord(NodeRecord.Kind kind) {
    if (recordCount == records.size()) {
      records.add(new NodeRecord());
    }
    NodeRecord record = records.get(recordCount++);
    record.reset(kind);
    return record;
  }

  int recordCount() {
    return recordCount;
  }

  NodeRecord record(int index) {
    return records.get(index);
  }

  boolean isFull(int nodesMax) {
    return nodesRead >= nodesMax || bytes.length() >= SIZE_BYTES_FULL;
  }

  void clear() {
    recordCount = 0;
    bytes.truncate(0);
    nodesRead = 0;
    nodesWithTokens = 0;
    nodesSkipped = 0;
    readTo = 0;
    olderLines.clear();
    mergedLines.clear();
    clearOutcome();
  }

  private void clearOutcome() {
    splices.clear();
    problems.clear();
    changeLines.clear();
    nodesChanged = 0;
    nodesUnchanged = 0;
    nodesFailed = 0;
    changeCount = 0;
    cacheHits = 0;
    cacheMisses = 0;
  }

  /// Makes what the work came to that of the older tokens, and the chunk ready for the newer ones.
  ///
  /// @param skippedByReader nodes that count as skipped whatever the tokens are
  void setAside(long skippedByReader) {
    for (int i = 0; i < recordCount; i++) {
      NodeRecord record = records.get(i);
      record.olderLineFrom = record.lineFrom;
      record.olderLineTo = record.lineTo;
    }
    SpliceBatch emptied = olderLines;
    olderLines = changeLines;
    changeLines = emptied;
    clearOutcome();
    nodesSkipped = skippedByReader;
  }

  /// The lines that were set aside.
  SpliceBatch olderLines() {
    return olderLines;
  }

  /// Where the lines of both versions go, see [#takeMerged].
  SpliceBatch mergedLines() {
    return mergedLines;
  }

  /// Puts the lines of both versions in the place of those of the newer one.
  void takeMerged() {
    SpliceBatch newer = changeLines;
    changeLines = mergedLines;
    mergedLines = newer;
  }
}
