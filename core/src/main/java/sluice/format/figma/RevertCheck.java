package sluice.format.figma;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.revert.ChangeRecord;
import sluice.revert.Differs;
import sluice.revert.UndoSplices;
import sluice.revert.ValueCheck;

/// Compares the nodes of a document with the lines of a change set, while both are read: each
/// line's node has to begin where the line says, and its values have to be those after the run, or
/// those before it.
///
/// Lines come in the order in which nodes begin, nodes are met when they end. So lines wait until
/// their node ends, as deep as nodes nest.
final class RevertCheck implements NodeVisitor {
  /// Lines of nodes that are open; what those have fits into [FigmaReader#CAPTURE_SIZE_BYTES_MAX].
  private static final int OPEN_LINES_SIZE_BYTES_MAX = 16 * FigmaReader.CAPTURE_SIZE_BYTES_MAX;

  private final String document;
  private final boolean after;
  private final Lines lines;
  private final Deque<UndoSplices.Located> open = new ArrayDeque<>();
  private long openSizeBytes;
  private UndoSplices.@Nullable Located next;
  private boolean begun;
  private long nodes;
  private long changes;

  /// Where lines come from.
  interface Lines {
    /// The next line and where its node begins in the document that is read, or null.
    UndoSplices.@Nullable Located next();
  }

  /// @param after whether the document is the one after the run, not the one before it
  RevertCheck(String document, boolean after, Lines lines) {
    this.document = document;
    this.after = after;
    this.lines = lines;
  }

  @Override
  public void ended(OpenNode node, byte[] captured, long end) {
    takeLinesBefore(end);
    UndoSplices.Located last = open.peek();
    if (last == null || last.start() < node.offset) {
      return;
    }
    ChangeRecord line = last.line();
    boolean isIt =
        last.start() == node.offset
            && JsonText.decode(captured, node.idFrom, node.idTo).equals(line.node());
    if (!isIt) {
      throw Differs.missing(document, line);
    }
    if (node.tooLarge) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.LIMIT_EXCEEDED,
                  "the fields of node " + line.node() + " are too large")
              .because(
                  "they take more than %,d bytes".formatted(FigmaReader.CAPTURE_SIZE_BYTES_MAX))
              .advising("take the original document instead; nothing was written"));
    }
    open.pop();
    openSizeBytes -= line.sizeBytes();
    for (ChangeRecord.Change change : line.changes()) {
      check(node, captured, line, change);
    }
    nodes++;
    changes += line.changes().size();
  }

  /// Ends the comparison with the document: no line may be left.
  void end() {
    takeLinesBefore(Long.MAX_VALUE);
    UndoSplices.Located first = open.peekLast();
    if (first != null) {
      throw Differs.missing(document, first.line());
    }
  }

  private void takeLinesBefore(long end) {
    if (!begun) {
      begun = true;
      next = lines.next();
    }
    for (UndoSplices.Located one = next; one != null && one.start() < end; one = next) {
      open.push(one);
      openSizeBytes += one.line().sizeBytes();
      if (openSizeBytes > OPEN_LINES_SIZE_BYTES_MAX) {
        throw Differs.missing(document, one.line());
      }
      next = lines.next();
    }
  }

  private void check(
      OpenNode node, byte[] captured, ChangeRecord line, ChangeRecord.Change change) {
    String property = change.property();
    int dot = property.indexOf('.');
    FigmaField field = FigmaField.of(dot < 0 ? property : property.substring(0, dot));
    int row = field == null ? -1 : row(node, field);
    JsonValue value = row < 0 ? null : JsonTree.read(captured, node.fields.textFrom(row));
    JsonValue found = ValueCheck.find(value, dot < 0 ? "" : property.substring(dot + 1));
    JsonValue expected = after ? change.after() : change.before();
    if (field == null || !ValueCheck.same(found, expected, after)) {
      throw after ? Differs.value(document, line, change) : Differs.bytes(document, line);
    }
  }

  @SuppressWarnings("EnumOrdinal")
  private static int row(OpenNode node, FigmaField field) {
    return node.fields.find(field.ordinal());
  }

  /// Nodes that were as their lines say.
  long nodes() {
    return nodes;
  }

  /// Values that were as their lines say.
  long changes() {
    return changes;
  }
}
