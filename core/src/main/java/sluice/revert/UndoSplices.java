package sluice.revert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import sluice.emit.SpliceSink;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Turns the lines of a change set into splices of the changed document, in document order.
///
/// Lines come in the order in which nodes begin, so what a node has behind its children waits until
/// the lines of those are done: everything that lies before the next line's node is complete.
/// Offsets of the document before become offsets of the changed one by what was put in and left out
/// so far.
public final class UndoSplices {
  /// What may wait: nodes inside each other, each with less than a line.
  static final long WAITING_SIZE_BYTES_MAX = 16L * 1024 * 1024;

  private static final long ROW_SIZE_BYTES = 64;

  private final ChangeSet lines;
  private final String document;
  private final long sizeBytes;
  private final SpliceSink sink;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::offset).thenComparingLong(Waiting::number));
  private long waitingSizeBytes;
  private long count;
  private long shift;
  private long doneTo;
  private long lastAt = -1;

  /// @param offset in the document before
  private record Waiting(long offset, long number, ChangeRecord.Undo undo, ChangeRecord of) {}

  /// A line and where its node begins in the changed document.
  public record Located(ChangeRecord line, long start) {}

  /// Splices for a document.
  ///
  /// @param sizeBytes of the changed document
  /// @param sink takes them in ascending order
  public UndoSplices(ChangeSet lines, String document, long sizeBytes, SpliceSink sink) {
    this.lines = lines;
    this.document = document;
    this.sizeBytes = sizeBytes;
    this.sink = sink;
  }

  /// Reads the next line and hands on what lies before its node.
  ///
  /// @return null at the end of the change set; then every splice has been handed on
  /// @throws SluiceException `change-set-malformed`, `document-differs`, `limit-exceeded`
  public @Nullable Located next() throws IOException {
    ChangeRecord line = lines.next();
    if (line == null) {
      handOn(Long.MAX_VALUE);
      return null;
    }
    if (line.entry() != null) {
      throw Differs.of(
          document,
          line,
          "the change set is of a Penpot archive, the document is a Figma file",
          "its lines name entries of an archive");
    }
    if (line.at() <= lastAt) {
      throw lines.malformed(
          line.line(),
          "the lines are out of order",
          "a node comes before the one of the line before");
    }
    lastAt = line.at();
    handOn(line.at());
    for (ChangeRecord.Undo undo : line.undo()) {
      waiting.add(new Waiting(line.at() + undo.offset(), count++, undo, line));
      waitingSizeBytes += sizeBytes(undo);
    }
    if (waitingSizeBytes > WAITING_SIZE_BYTES_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "too many changes lie inside each other")
              .because("more than %,d bytes wait".formatted(WAITING_SIZE_BYTES_MAX))
              .advising("take the original document instead; nothing was written"));
    }
    return new Located(line, line.at() + shift);
  }

  /// What one waiting splice counts as.
  private static long sizeBytes(ChangeRecord.Undo undo) {
    return 2L * undo.old().length() + ROW_SIZE_BYTES;
  }

  private void handOn(long before) throws IOException {
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      if (next.offset() >= before) {
        return;
      }
      waiting.remove();
      waitingSizeBytes -= sizeBytes(next.undo());
      byte[] old = next.undo().old().getBytes(StandardCharsets.UTF_8);
      int size = next.undo().size();
      long offset = next.offset() + shift;
      if (offset < doneTo || offset + size > sizeBytes) {
        throw Differs.bytes(document, next.of());
      }
      sink.splice(offset, size, old, 0, old.length);
      doneTo = offset + size;
      shift += size - old.length;
    }
  }
}
