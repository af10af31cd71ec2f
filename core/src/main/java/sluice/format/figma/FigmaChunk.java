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
  final SpliceBatch changeLines = new SpliceBatch();

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
    splices.clear();
    problems.clear();
    changeLines.clear();
    nodesRead = 0;
    nodesWithTokens = 0;
    nodesChanged = 0;
    nodesUnchanged = 0;
    nodesSkipped = 0;
    nodesFailed = 0;
    changeCount = 0;
    cacheHits = 0;
    cacheMisses = 0;
    readTo = 0;
  }
}
