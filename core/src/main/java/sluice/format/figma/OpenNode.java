package sluice.format.figma;

import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonSpans;
import sluice.json.JsonText;

/// A node that has begun and not ended: one for each level of depth, reused by the next node there.
///
/// Texts are ranges of the reader's capture buffer, which is a stack like the open nodes
/// themselves.
final class OpenNode {
  /// What kind of object is open.
  enum Kind {
    /// The outermost object: the envelope of a file, or a node standing alone.
    ROOT,
    /// The value of `nodes` in the answer to a request for single nodes.
    NODES,
    /// One value in it.
    NODES_ENTRY,
    /// A node.
    NODE
  }

  Kind kind = Kind.NODE;
  final FieldTable fields = new FieldTable();

  long offset;
  long childrenStart;
  long lastEnd;

  /// White space before the last key, where the scanner has met other keys since, inside its value.
  @Nullable String lastIndent;

  boolean spaced;
  boolean hasSlot;
  boolean hasLineSlot;
  boolean inChildren;
  boolean childrenPrepared;
  boolean isEmpty;
  boolean parentSettled;
  boolean tokensSeen;
  boolean dataMalformed;
  boolean tooLarge;

  int captureFrom;
  int idFrom;
  int idTo;
  int nameFrom;
  int nameTo;
  int typeFrom;
  int typeTo;
  int tokensFrom;
  int tokensTo;

  int parentTypeFrom;
  int parentTypeTo;
  int childIndex;
  long containerIndex;
  NodeBox box = NodeBox.UNKNOWN;
  boolean autoLayout;
  int pathSize;
  int childPathSize;
  int pointerSize;
  int pageFrom;
  int pageTo;

  void begin(Kind newKind, long at, int captured) {
    kind = newKind;
    fields.clear();
    offset = at;
    childrenStart = FieldTable.NONE;
    lastEnd = FieldTable.NONE;
    lastIndent = null;
    spaced = false;
    hasSlot = false;
    hasLineSlot = false;
    inChildren = false;
    childrenPrepared = false;
    isEmpty = false;
    parentSettled = false;
    tokensSeen = false;
    dataMalformed = false;
    tooLarge = false;
    captureFrom = captured;
    forgetTexts();
    childIndex = 0;
    containerIndex = -1;
    box = NodeBox.UNKNOWN;
    autoLayout = false;
    pathSize = 0;
    childPathSize = 0;
    pointerSize = 0;
    pageFrom = pageTo = 0;
  }

  void forgetTexts() {
    idFrom = idTo = nameFrom = nameTo = typeFrom = typeTo = tokensFrom = tokensTo = 0;
    parentTypeFrom = parentTypeTo = 0;
  }

  boolean hasTokens() {
    return tokensTo > tokensFrom;
  }

  boolean hasType() {
    return typeTo > typeFrom;
  }

  /// Whether the node's type is known and is this one.
  boolean isType(byte[] captured, String type) {
    if (typeTo - typeFrom != type.length()) {
      return false;
    }
    for (int i = 0; i < type.length(); i++) {
      if (captured[typeFrom + i] != type.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where the node is, as far as it has been read.
  NodeBox boxIn(byte[] captured) {
    int row = fields.find(FigmaField.ABSOLUTE_BOUNDING_BOX.ordinal());
    return row < 0 ? NodeBox.UNKNOWN : NodeBox.of(captured, fields.textFrom(row));
  }

  /// Whether the node lays out its children, as far as it has been read: `layoutMode` is
  /// `HORIZONTAL`, `VERTICAL` or `GRID`.
  boolean autoLayoutIn(byte[] captured) {
    int row = fields.find(FigmaField.LAYOUT_MODE.ordinal());
    if (row < 0) {
      return false;
    }
    int first = fields.textFrom(row);
    if (captured[first] != '"' || captured[first + 1] == '"') {
      return false;
    }
    int end = JsonSpans.endOfValue(captured, first) - 1;
    return !JsonText.is("NONE", captured, first + 1, end);
  }
}
