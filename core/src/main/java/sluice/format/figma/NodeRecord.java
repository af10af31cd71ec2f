package sluice.format.figma;

import java.util.List;
import sluice.report.gather.Change;

/// What is known of one node when it ends, or the mark of a place to be decided later. Reused.
///
/// Texts are ranges of the chunk's bytes: string content as written, without quotes.
final class NodeRecord {
  /// What a record says.
  enum Kind {
    /// A node with work has ended: one that carries tokens, or any where all values are looked at.
    NODE,
    /// A node without work has ended whose slots are open.
    SLOT_ENDS,
    /// Splices before this place, or the node's change line, become known when the node ends.
    SLOT_STARTS,
    /// What stands directly on a page has ended, with everything in it; only for a report.
    UNIT_ENDS,
    /// A page has ended; only for a report.
    PAGE_ENDS
  }

  Kind kind = Kind.NODE;
  final FieldTable fields = new FieldTable();

  long offset;
  long childrenStart;
  long lastValueEnd;
  boolean hasSlot;
  boolean hasLineSlot;
  String indent = "";
  boolean spaced;

  boolean selected;
  boolean dataMalformed;
  boolean tooLarge;
  boolean hasParent;
  boolean parentSettled;

  int idFrom;
  int idTo;
  int nameFrom;
  int nameTo;
  int typeFrom;
  int typeTo;
  int parentTypeFrom;
  int parentTypeTo;
  NodeBox parentBox = NodeBox.UNKNOWN;
  boolean parentAutoLayout;
  int pageFrom;
  int pageTo;
  int pathFrom;
  int pathTo;
  int pointerFrom;
  int pointerTo;
  int tokensFrom;
  int tokensTo;

  /// Of a unit or page: where it lies, and nodes that have ended since the last unit or page did.
  NodeBox box = NodeBox.UNKNOWN;

  long end;
  long nodesInside;
  long nodesWithTokensInside;

  /// Of a unit: whether it stands on no page, and is the outermost node itself.
  boolean alone;

  // What the work came to.
  int spliceFrom;
  int spliceHeadEnd;
  int spliceTo;
  int lineFrom;
  int lineTo;

  // What it came to with the older tokens, of a run that compares two versions.
  int olderLineFrom;
  int olderLineTo;

  /// Changes for a report, and the area they are seen on in square pixels.
  List<Change> changes = List.of();

  double area;

  /// Whether the node counts as changed in a report. Of a run that compares two versions: whether a
  /// difference of the tokens changes or breaks something.
  boolean counts;

  /// Whether the node carries tokens, or data that should say so.
  boolean bearsTokens() {
    return tokensTo > tokensFrom || dataMalformed;
  }

  void reset(Kind newKind) {
    kind = newKind;
    fields.clear();
    childrenStart = FieldTable.NONE;
    hasSlot = false;
    hasLineSlot = false;
    selected = false;
    dataMalformed = false;
    tooLarge = false;
    hasParent = false;
    parentSettled = false;
    spliceFrom = 0;
    spliceHeadEnd = 0;
    spliceTo = 0;
    lineFrom = 0;
    lineTo = 0;
    olderLineFrom = 0;
    olderLineTo = 0;
    changes = List.of();
    counts = false;
    box = NodeBox.UNKNOWN;
    alone = false;
    idFrom = idTo = nameFrom = nameTo = typeFrom = typeTo = 0;
    parentTypeFrom = parentTypeTo = 0;
    parentBox = NodeBox.UNKNOWN;
    parentAutoLayout = false;
    pageFrom = pageTo = pathFrom = pathTo = pointerFrom = pointerTo = tokensFrom = tokensTo = 0;
  }
}
