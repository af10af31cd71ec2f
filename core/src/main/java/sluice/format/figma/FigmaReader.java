package sluice.format.figma;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.discover.ScopeRanges;
import sluice.format.figma.property.FigmaField;
import sluice.json.CaptureBuffer;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonText;
import sluice.json.KeySet;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Walks a Figma REST document once, front to back, and fills chunks with the nodes that carry
/// tokens: their applied tokens, and every field a token may read or write, with its place.
///
/// Accepts a file response (`document`), a nodes response (`nodes`), a node standing alone, and
/// several of those one after another (one node per line). Does not depend on the order of keys: a
/// node's facts are handed over when it ends. Where fields lie before the children and may change,
/// a slot is opened (see [sluice.emit.OrderedSplices]).
///
/// Larger than most classes and not split further: what happens at a key depends on the object that
/// is open, and seeing all of it in one place is what makes the order of keys harmless.
///
/// Memory: one [OpenNode] per level of depth and a capture buffer of [#CAPTURE_SIZE_BYTES_MAX]
/// bytes for the fields of all open nodes together.
final class FigmaReader {
  /// Bytes of names, ids, applied tokens and writable fields of all open nodes together.
  static final int CAPTURE_SIZE_BYTES_MAX = 1024 * 1024;

  private static final byte SEPARATOR = ' ';
  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int TYPE = 2;
  private static final int CHILDREN = 3;
  private static final int SHARED_PLUGIN_DATA = 4;
  private static final int DOCUMENT = 5;
  private static final int NODES = 6;
  private static final int META = 7;
  private static final int FIRST_FIELD = 8;
  private static final FigmaField[] FIELDS = FigmaField.values();
  private static final int[] KEY_SIZES = keySizes();
  private static final KeySet KEYS = keys();
  private static final KeySet NAMESPACES = new KeySet(List.of("tokens"));

  private final JsonScanner scanner;
  private final String document;
  private final @Nullable ScopeRanges scope;
  private final @Nullable ParentNotes parentNotes;
  private final @Nullable NodeVisitor visitor;
  private final boolean linesInOrder;
  private final boolean everyNode;
  private final @Nullable UnitMarks unitMarks;
  private final CaptureBuffer capture = new CaptureBuffer(CAPTURE_SIZE_BYTES_MAX);
  private final Trail trail = new Trail();
  private final Handover handover = new Handover(capture, trail);
  private final List<OpenNode> stack = new ArrayList<>();
  private int depth = -1;
  private long containerCount;
  private boolean begun;
  private boolean envelopeSeen;
  private boolean metaSeen;

  /// A reader at the first byte of a document.
  ///
  /// @param in the uncompressed document
  /// @param document what the person calls it
  /// @param scope the parts to apply tokens to, or null for all
  /// @param parentNotes facts of parents that an earlier pass wrote down, or null
  /// @param visitor is told of every node that ends, or null
  /// @param linesInOrder whether each node's change line has to come before its children's
  /// @param everyNode whether nodes without tokens are handed over too
  /// @param marksUnits whether the ends of pages and of what stands on them are handed over too
  FigmaReader(
      InputStream in,
      String document,
      @Nullable ScopeRanges scope,
      @Nullable ParentNotes parentNotes,
      @Nullable NodeVisitor visitor,
      boolean linesInOrder,
      boolean everyNode,
      boolean marksUnits) {
    this.scanner = new JsonScanner(in, document, JsonLimits.defaults());
    this.document = document;
    this.scope = scope;
    this.parentNotes = parentNotes;
    this.visitor = visitor;
    this.linesInOrder = linesInOrder;
    this.everyNode = everyNode;
    this.unitMarks = marksUnits ? new UnitMarks(capture) : null;
  }

  /// Fills a chunk.
  ///
  /// @param nodesMax nodes read after which the chunk is full
  /// @return whether there may be more
  boolean read(FigmaChunk chunk, int nodesMax) {
    if (!begun) {
      begun = true;
      scanner.begin();
      beginRoot();
    }
    while (depth >= 0) {
      if (chunk.isFull(nodesMax)) {
        chunk.readTo = scanner.offset();
        return true;
      }
      step(chunk);
    }
    chunk.readTo = scanner.offset();
    return false;
  }

  private void beginRoot() {
    if (scanner.peek() != '{') {
      throw notADocument("it does not start with {");
    }
    push(OpenNode.Kind.ROOT);
    enter(top());
  }

  /// Goes on in the innermost open object: to its next child, or to its end.
  private void step(FigmaChunk chunk) {
    OpenNode node = top();
    if (node.inChildren) {
      nextChild(node, chunk);
    } else {
      readMembers(node, chunk);
    }
  }

  /// Reads members until a child opens or the object ends.
  private void readMembers(OpenNode node, FigmaChunk chunk) {
    boolean more = !node.isEmpty && (node.lastEnd == FieldTable.NONE || scanner.nextMember());
    while (more) {
      scanner.key();
      node.lastIndent = null;
      long keyStart = scanner.keyOffset();
      node.fields.nextKey(keyStart, node.lastEnd);
      int depthBefore = depth;
      readMember(node, keyStart, chunk);
      if (depth != depthBefore || node.inChildren) {
        return;
      }
      node.lastEnd = scanner.offset();
      more = scanner.nextMember();
    }
    endObject(node, chunk);
  }

  private void readMember(OpenNode node, long keyStart, FigmaChunk chunk) {
    if (node.kind == OpenNode.Kind.NODES) {
      readNodesEntry(node);
      return;
    }
    int key = scanner.keyIn(KEYS);
    if (node.kind == OpenNode.Kind.ROOT && envelopeSeen && !isEnvelopeKey(key)) {
      scanner.skipValue();
      return;
    }
    switch (key) {
      case -1 -> scanner.skipValue();
      case ID -> captureText(node, key);
      case NAME -> captureText(node, key);
      case TYPE -> captureText(node, key);
      case CHILDREN -> readChildren(node, chunk);
      case SHARED_PLUGIN_DATA -> readPluginData(node);
      case DOCUMENT -> readEnvelope(node, OpenNode.Kind.NODE, "/document");
      case NODES -> readEnvelope(node, OpenNode.Kind.NODES, "/nodes");
      case META -> {
        metaSeen |= node.kind == OpenNode.Kind.ROOT;
        scanner.skipValue();
      }
      default -> captureField(node, key - FIRST_FIELD, keyStart);
    }
  }

  private static boolean isEnvelopeKey(int key) {
    return key == DOCUMENT || key == NODES;
  }

  private void captureText(OpenNode node, int key) {
    if (scanner.peek() != '"') {
      scanner.skipValue();
      return;
    }
    int from = capture.length() + 1;
    scanner.captureValue(capture);
    if (overflowed(node, from - 1)) {
      return;
    }
    int to = capture.length() - 1;
    switch (key) {
      case ID -> {
        node.idFrom = from;
        node.idTo = to;
      }
      case NAME -> {
        node.nameFrom = from;
        node.nameTo = to;
      }
      default -> {
        node.typeFrom = from;
        node.typeTo = unescapedType(from, to);
      }
    }
  }

  /// Types are told apart as bytes, so one that is written with escapes is set aside as the word it
  /// stands for; any other text stays as it is written.
  private int unescapedType(int from, int to) {
    if (NodeTypeNames.find(capture.bytes(), from, to) >= 0) {
      return to;
    }
    byte[] word = JsonText.decode(capture.bytes(), from, to).getBytes(StandardCharsets.UTF_8);
    if (NodeTypeNames.find(word, 0, word.length) < 0) {
      return to;
    }
    capture.truncate(from);
    capture.append(word, 0, word.length);
    return capture.length();
  }

  private void captureField(OpenNode node, int field, long keyStart) {
    scanner.peek();
    long valueStart = scanner.offset();
    int from = capture.length();
    scanner.captureValue(capture);
    // A number ends where something else begins.
    capture.append(SEPARATOR);
    if (overflowed(node, from)) {
      return;
    }
    long valueEnd = scanner.offset();
    node.spaced = valueStart - keyStart > KEY_SIZES[field] + 3;
    node.fields.add(field, keyStart, valueStart, valueEnd, node.lastEnd, from);
  }

  private boolean overflowed(OpenNode node, int from) {
    if (!capture.overflowed()) {
      return false;
    }
    capture.clearOverflow();
    capture.truncate(from);
    node.tooLarge = true;
    return true;
  }

  private void readPluginData(OpenNode node) {
    int first = scanner.peek();
    if (first != '{') {
      node.dataMalformed |= first != 'n';
      scanner.skipValue();
      return;
    }
    node.lastIndent = scanner.indent();
    boolean more = scanner.enterObject();
    while (more) {
      scanner.key();
      if (scanner.keyIn(NAMESPACES) == 0 && !isDocumentOrPage(node)) {
        captureTokens(node);
      } else {
        scanner.skipValue();
      }
      more = scanner.nextMember();
    }
  }

  private void captureTokens(OpenNode node) {
    if (node.tokensSeen && node.childrenStart != FieldTable.NONE) {
      throw twice("sharedPluginData");
    }
    node.tokensSeen = true;
    int first = scanner.peek();
    if (first != '{') {
      node.dataMalformed |= first != 'n';
      scanner.skipValue();
      return;
    }
    int from = capture.length();
    long offset = scanner.offset();
    scanner.captureValue(capture);
    if (overflowed(node, from)) {
      node.dataMalformed = true;
      return;
    }
    if (visitor != null) {
      visitor.tokens(offset, capture.bytes(), from);
    }
    node.tokensFrom = from;
    node.tokensTo = isEmptyObject(from) ? from : capture.length();
  }

  private boolean isEmptyObject(int from) {
    byte[] bytes = capture.bytes();
    for (int i = from + 1; i < capture.length(); i++) {
      if (bytes[i] > ' ') {
        return bytes[i] == '}';
      }
    }
    return true;
  }

  // ---------------------------------------------------------------- objects inside objects

  private void readEnvelope(OpenNode node, OpenNode.Kind inside, String pointer) {
    boolean belongsHere =
        node.kind == OpenNode.Kind.ROOT
            || (node.kind == OpenNode.Kind.NODES_ENTRY && inside == OpenNode.Kind.NODE);
    if (!belongsHere || scanner.peek() != '{') {
      scanner.skipValue();
      return;
    }
    envelopeSeen = true;
    if (node.kind == OpenNode.Kind.ROOT) {
      // Not a node after all: what was set aside for one is let go.
      node.fields.clear();
      capture.truncate(node.captureFrom);
      node.forgetTexts();
    }
    trail.push(node.pointerSize, pointer);
    int pointerSize = trail.pointerSize();
    push(inside).pointerSize = pointerSize;
    enter(top());
  }

  private void readNodesEntry(OpenNode node) {
    if (scanner.peek() != '{') {
      scanner.skipValue();
      return;
    }
    trail.push(node.pointerSize, "/" + scanner.keyText().replace("~", "~0").replace("/", "~1"));
    int pointerSize = trail.pointerSize();
    push(OpenNode.Kind.NODES_ENTRY).pointerSize = pointerSize;
    enter(top());
  }

  private void readChildren(OpenNode node, FigmaChunk chunk) {
    boolean mayHold = node.kind == OpenNode.Kind.NODE || node.kind == OpenNode.Kind.ROOT;
    if (!mayHold || scanner.peek() != '[') {
      scanner.skipValue();
      return;
    }
    if (node.childrenStart != FieldTable.NONE) {
      throw twice("children");
    }
    node.childrenStart = scanner.offset();
    node.lastIndent = scanner.indent();
    if (scanner.enterArray()) {
      node.inChildren = true;
      node.childIndex = -1;
      openSlots(node, chunk);
      openChild(node);
    }
  }

  private void nextChild(OpenNode node, FigmaChunk chunk) {
    if (scanner.nextElement()) {
      openChild(node);
    } else {
      node.inChildren = false;
      node.lastEnd = scanner.offset();
      readMembers(node, chunk);
    }
  }

  private void openChild(OpenNode node) {
    node.childIndex++;
    if (scanner.peek() != '{') {
      scanner.skipValue();
      return;
    }
    if (!node.childrenPrepared) {
      prepareForChildren(node);
    }
    OpenNode child = push(OpenNode.Kind.NODE);
    trail.pushChild(node.pointerSize, node.childIndex);
    child.pointerSize = trail.pointerSize();
    child.pathSize = node.childPathSize;
    child.pageFrom = node.pageFrom;
    child.pageTo = node.pageTo;
    enter(child);
  }

  /// Notes what children will want to know of their parent, as far as it is known by now.
  private void prepareForChildren(OpenNode node) {
    node.childrenPrepared = true;
    node.containerIndex = containerCount++;
    noteAsParent(node);
    if (node.isType(capture.bytes(), "DOCUMENT")) {
      return;
    }
    trail.pushName(node.pathSize, capture.bytes(), node.nameFrom, node.nameTo);
    node.childPathSize = trail.pathSize();
    if (node.isType(capture.bytes(), "CANVAS")) {
      node.pageFrom = node.idFrom;
      node.pageTo = node.idTo;
    }
  }

  private void noteAsParent(OpenNode node) {
    node.parentTypeFrom = node.typeFrom;
    node.parentTypeTo = node.typeTo;
    node.box = node.boxIn(capture.bytes());
    node.autoLayout = node.autoLayoutIn(capture.bytes());
    if (parentNotes != null) {
      ParentNotes.Facts facts = parentNotes.read(node.containerIndex);
      node.parentTypeFrom = capture.length();
      byte[] type = facts.type().getBytes(StandardCharsets.UTF_8);
      capture.append(type, 0, type.length);
      node.parentTypeTo = capture.length();
      node.box = facts.box();
      node.autoLayout = facts.autoLayout();
      node.parentSettled = true;
    }
  }

  private void openSlots(OpenNode node, FigmaChunk chunk) {
    if (isDocumentOrPage(node)) {
      return;
    }
    node.hasSlot = node.fields.count() > 0 && HeadFields.mayChange(node, capture.bytes());
    node.hasLineSlot = linesInOrder;
    if (node.hasSlot || node.hasLineSlot) {
      slotRecord(node, chunk, NodeRecord.Kind.SLOT_STARTS);
    }
  }

  private static void slotRecord(OpenNode node, FigmaChunk chunk, NodeRecord.Kind kind) {
    NodeRecord record = chunk.addRecord(kind);
    record.hasSlot = node.hasSlot;
    record.hasLineSlot = node.hasLineSlot;
  }

  // ---------------------------------------------------------------- begin and end

  private void enter(OpenNode node) {
    node.isEmpty = !scanner.enterObject();
  }

  private OpenNode top() {
    return stack.get(depth);
  }

  private OpenNode push(OpenNode.Kind kind) {
    if (++depth == stack.size()) {
      stack.add(new OpenNode());
    }
    OpenNode node = stack.get(depth);
    node.begin(kind, scanner.offset(), capture.length());
    return node;
  }

  private void endObject(OpenNode node, FigmaChunk chunk) {
    if (node.kind == OpenNode.Kind.ROOT) {
      endRoot(node, chunk);
      return;
    }
    if (node.kind == OpenNode.Kind.NODE) {
      endNode(node, chunk);
    }
    pop(node);
    if (depth >= 0 && !top().inChildren) {
      top().lastEnd = scanner.offset();
    }
  }

  private void endRoot(OpenNode node, FigmaChunk chunk) {
    if (!envelopeSeen && node.hasType()) {
      endNode(node, chunk);
    } else if (node.hasSlot || node.hasLineSlot) {
      slotRecord(node, chunk, NodeRecord.Kind.SLOT_ENDS);
    }
    boolean isDocument = envelopeSeen || node.hasType() || metaSeen;
    pop(node);
    if (!isDocument) {
      throw notADocument("its root has neither \"document\" nor \"nodes\", and is no node itself");
    }
    if (!envelopeSeen && scanner.peek() == '{') {
      beginRoot();
      return;
    }
    scanner.end();
  }

  private void pop(OpenNode node) {
    capture.truncate(node.captureFrom);
    depth--;
  }

  private void endNode(OpenNode node, FigmaChunk chunk) {
    chunk.nodesRead++;
    if (visitor != null) {
      visitor.ended(node, capture.bytes(), scanner.offset());
    }
    handOver(node, chunk);
    if (unitMarks != null) {
      unitMarks.ended(stack, depth, scanner.offset(), chunk);
    }
  }

  private void handOver(OpenNode node, FigmaChunk chunk) {
    boolean bears = node.hasTokens() || node.dataMalformed;
    if ((bears || everyNode) && !isDocumentOrPage(node)) {
      chunk.nodesWithTokens += bears ? 1 : 0;
      if (scope == null || scope.contains(node.offset)) {
        OpenNode parent = depth > 0 ? stack.get(depth - 1) : null;
        NodeRecord record = handover.node(node, parent, chunk);
        record.indent = node.lastIndent == null ? scanner.indent() : node.lastIndent;
        record.selected = scope != null && scope.selects(node.offset);
        return;
      }
      chunk.nodesSkipped += bears ? 1 : 0;
    }
    if (node.hasSlot || node.hasLineSlot) {
      slotRecord(node, chunk, NodeRecord.Kind.SLOT_ENDS);
    }
  }

  // ---------------------------------------------------------------- small things

  private boolean isDocumentOrPage(OpenNode node) {
    return node.isType(capture.bytes(), "DOCUMENT") || node.isType(capture.bytes(), "CANVAS");
  }

  /// Of two members with one key the last counts; where the first has already had consequences, the
  /// document is refused.
  private SluiceException twice(String key) {
    return new SluiceException(
        Problem.of(ProblemCode.JSON_MALFORMED, "a node has \"" + key + "\" twice")
            .at(new Location.AtByte(document, scanner.offset()))
            .because("which of the two counts is not defined")
            .advising("fetch or export the document again; nothing was written"));
  }

  private SluiceException notADocument(String why) {
    return new SluiceException(
        Problem.of(ProblemCode.FORMAT_UNKNOWN, "this is not a Figma document")
            .at(new Location.InWhole(document))
            .because(why)
            .advising(
                "give the answer of GET /v1/files/:key?plugin_data=shared, of /nodes, or a node"));
  }

  private static int[] keySizes() {
    int[] sizes = new int[FIELDS.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = FIELDS[i].jsonName().length();
    }
    return sizes;
  }

  private static KeySet keys() {
    List<String> names = new ArrayList<>();
    names.add("id");
    names.add("name");
    names.add("type");
    names.add("children");
    names.add("sharedPluginData");
    names.add("document");
    names.add("nodes");
    names.add("meta");
    for (FigmaField field : FIELDS) {
      names.add(field.jsonName());
    }
    return new KeySet(names);
  }
}
