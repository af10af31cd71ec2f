package sluice.format.figma;

import org.jspecify.annotations.Nullable;
import sluice.json.CaptureBuffer;

/// Copies what the reader knows of a node that has ended into a chunk, so that the reader can go on
/// and the chunk stands alone.
final class Handover {
  private final CaptureBuffer capture;
  private final Trail trail;

  /// @param capture what the ranges of open nodes point into
  /// @param trail the way to the node being read
  Handover(CaptureBuffer capture, Trail trail) {
    this.capture = capture;
    this.trail = trail;
  }

  /// Appends a record of the node.
  ///
  /// @param parent the object the node lies in, if it is a node too
  NodeRecord node(OpenNode node, @Nullable OpenNode parent, FigmaChunk chunk) {
    NodeRecord record = chunk.addRecord(NodeRecord.Kind.NODE);
    record.offset = node.offset;
    record.childrenStart = node.childrenStart;
    record.lastValueEnd = node.lastEnd;
    record.hasSlot = node.hasSlot;
    record.hasLineSlot = node.hasLineSlot;
    record.spaced = node.spaced;
    record.dataMalformed = node.dataMalformed;
    record.tooLarge = node.tooLarge;
    copyTexts(node, record, chunk.bytes);
    copyPlace(node, record, chunk.bytes);
    if (parent != null && parent.childrenPrepared) {
      copyParent(parent, record, chunk.bytes);
    }
    return record;
  }

  /// All that was set aside for the node lies in one piece: it is moved, and the ranges shifted.
  private void copyTexts(OpenNode node, NodeRecord record, CaptureBuffer target) {
    int shift = target.length() - node.captureFrom;
    target.append(capture.bytes(), node.captureFrom, capture.length() - node.captureFrom);
    record.fields.copyFrom(node.fields, shift);
    record.idFrom = moved(node.idFrom, node.idFrom, node.idTo, shift);
    record.idTo = moved(node.idTo, node.idFrom, node.idTo, shift);
    record.nameFrom = moved(node.nameFrom, node.nameFrom, node.nameTo, shift);
    record.nameTo = moved(node.nameTo, node.nameFrom, node.nameTo, shift);
    record.typeFrom = moved(node.typeFrom, node.typeFrom, node.typeTo, shift);
    record.typeTo = moved(node.typeTo, node.typeFrom, node.typeTo, shift);
    record.tokensFrom = node.tokensFrom + shift;
    record.tokensTo = node.tokensTo + shift;
  }

  /// One end of a range that moves. A range of nothing, of a member the node does not have, lies
  /// nowhere, and moved along it could lie before the first byte.
  private static int moved(int at, int from, int to, int shift) {
    return to > from ? at + shift : 0;
  }

  private void copyPlace(OpenNode node, NodeRecord record, CaptureBuffer target) {
    record.pageFrom = target.length();
    target.append(capture.bytes(), node.pageFrom, node.pageTo - node.pageFrom);
    record.pageTo = target.length();
    record.pathFrom = target.length();
    trail.appendPath(node.pathSize, target);
    record.pathTo = target.length();
    record.pointerFrom = target.length();
    trail.appendPointer(node.pointerSize, target);
    record.pointerTo = target.length();
  }

  private void copyParent(OpenNode parent, NodeRecord record, CaptureBuffer target) {
    record.hasParent = true;
    record.parentSettled = parent.parentSettled;
    record.parentBox = parent.box;
    record.parentAutoLayout = parent.autoLayout;
    record.parentTypeFrom = target.length();
    target.append(
        capture.bytes(), parent.parentTypeFrom, parent.parentTypeTo - parent.parentTypeFrom);
    record.parentTypeTo = target.length();
  }
}
