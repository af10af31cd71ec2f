package sluice.format.figma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.CaptureBuffer;

/// Marks the ends of pages and of *units*: what stands directly on a page, or the outermost node
/// where there is no page.
///
/// Nodes end children first, so all that has ended since the last mark belongs to the next one.
/// Which nodes are pages is said by their types, and these may come after the children. What is not
/// known then follows from the place: `document` of a file holds pages, and what holds nodes
/// elsewhere counts as one.
final class UnitMarks {
  private static final String DOCUMENT = "DOCUMENT";
  private static final String PAGE = "CANVAS";

  /// Levels below the outermost node that matter: page and unit.
  private static final int LEVELS = 2;

  private final CaptureBuffer capture;
  private long nodes;
  private long nodesWithTokens;
  private boolean outermostHeldUnits;

  /// @param capture what the ranges of open nodes point into
  UnitMarks(CaptureBuffer capture) {
    this.capture = capture;
  }

  /// A node has ended, the innermost of those open.
  ///
  /// @param stack open objects, from the outermost inwards
  /// @param depth where the node is among them
  /// @param end the byte after its last
  void ended(List<OpenNode> stack, int depth, long end, FigmaChunk chunk) {
    OpenNode node = stack.get(depth);
    nodes++;
    boolean isHolder = isType(node, DOCUMENT) || isType(node, PAGE);
    nodesWithTokens += (node.hasTokens() || node.dataMalformed) && !isHolder ? 1 : 0;
    int top = outermost(stack, depth);
    int level = depth - top;
    if (level > LEVELS) {
      return;
    }
    boolean inDocument = holdsPages(stack, top, depth);
    if (level == 0) {
      endOutermost(node, end, chunk);
    } else if (level == LEVELS) {
      if (inDocument) {
        mark(NodeRecord.Kind.UNIT_ENDS, node, stack.get(depth - 1), end, chunk);
      }
    } else if (inDocument) {
      mark(NodeRecord.Kind.PAGE_ENDS, node, null, end, chunk);
    } else if (!stack.get(top).hasType() || isType(stack.get(top), PAGE)) {
      outermostHeldUnits = true;
      mark(NodeRecord.Kind.UNIT_ENDS, node, stack.get(depth - 1), end, chunk);
    }
  }

  private void endOutermost(OpenNode node, long end, FigmaChunk chunk) {
    if (isType(node, DOCUMENT)) {
      // It stands on no page, and neither does what was counted with it.
      nodes = 0;
      nodesWithTokens = 0;
    } else if (outermostHeldUnits || isType(node, PAGE)) {
      mark(NodeRecord.Kind.PAGE_ENDS, node, null, end, chunk);
    } else {
      mark(NodeRecord.Kind.UNIT_ENDS, node, null, end, chunk).alone = true;
    }
    outermostHeldUnits = false;
  }

  /// Where the outermost node is: the root itself, the value of `document`, or a value in `nodes`.
  private static int outermost(List<OpenNode> stack, int depth) {
    if (depth == 0 || stack.getFirst().inChildren) {
      return 0;
    }
    return stack.get(1).kind == OpenNode.Kind.NODES ? 3 : 1;
  }

  /// Whether the outermost node holds pages.
  private boolean holdsPages(List<OpenNode> stack, int top, int depth) {
    OpenNode outermost = stack.get(top);
    if (outermost.hasType()) {
      return isType(outermost, DOCUMENT);
    }
    return top == 1 || (depth > top && isType(stack.get(top + 1), PAGE));
  }

  private boolean isType(OpenNode node, String type) {
    return node.isType(capture.bytes(), type);
  }

  private NodeRecord mark(
      NodeRecord.Kind kind, OpenNode node, @Nullable OpenNode parent, long end, FigmaChunk chunk) {
    NodeRecord record = chunk.addRecord(kind);
    record.offset = node.offset;
    record.end = end;
    record.nodesInside = nodes;
    record.nodesWithTokensInside = nodesWithTokens;
    nodes = 0;
    nodesWithTokens = 0;
    record.idFrom = chunk.bytes.length();
    record.idTo = copy(node.idFrom, node.idTo, chunk);
    record.nameFrom = record.idTo;
    record.nameTo = copy(node.nameFrom, node.nameTo, chunk);
    record.parentTypeFrom = record.nameTo;
    record.parentTypeTo =
        parent == null ? record.nameTo : copy(parent.typeFrom, parent.typeTo, chunk);
    record.box = node.boxIn(capture.bytes());
    return record;
  }

  /// Copies a text and tells where it ends.
  private int copy(int from, int to, FigmaChunk chunk) {
    chunk.bytes.append(capture.bytes(), from, to - from);
    return chunk.bytes.length();
  }
}
