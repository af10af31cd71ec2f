package sluice.format.figma;

import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.ParentFacts;
import sluice.json.JsonSpans;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// The facts of one node of a chunk; a field becomes a tree when it is asked for, because most
/// families look at one field to find that others do not matter. Reused from node to node.
final class NodeFacts implements FigmaNode {
  /// A shorter field cannot be nested too deeply: each level takes two brackets.
  private static final int DEEP_SIZE_BYTES_MIN = 2 * JsonTree.NESTING_MAX;

  private final byte[] bytes;
  private final @Nullable JsonValue[] values = new JsonValue[Long.SIZE];
  private long read;
  private NodeRecord node;
  private String type = "";
  private @Nullable ParentFacts parent;

  /// @param bytes what the ranges of the nodes point into
  NodeFacts(byte[] bytes, NodeRecord first) {
    this.bytes = bytes;
    this.node = first;
  }

  /// Goes on to another node.
  void turnTo(NodeRecord nextNode, String nextType) {
    node = nextNode;
    type = nextType;
    parent = null;
    read = 0;
  }

  /// Makes sure that none of some fields is nested too deeply to be read.
  ///
  /// @param fields the fields, as [FigmaField#bit]s
  /// @throws JsonTree.TooDeepException when one is
  void checkDepth(long fields) {
    FieldTable rows = node.fields;
    for (int row = 0; row < rows.count(); row++) {
      if (rows.textSize(row) > DEEP_SIZE_BYTES_MIN
          && (fields & 1L << rows.field(row)) != 0
          && JsonSpans.depth(bytes, rows.textFrom(row)) > JsonTree.NESTING_MAX) {
        JsonTree.read(bytes, rows.textFrom(row));
      }
    }
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public @Nullable ParentFacts parent() {
    if (parent == null && node.hasParent) {
      parent = new ParentSoFar(node, bytes);
    }
    return parent;
  }

  @Override
  @SuppressWarnings("EnumOrdinal")
  public @Nullable JsonValue field(FigmaField field) {
    int number = field.ordinal();
    if ((read & 1L << number) == 0) {
      int row = node.fields.find(number);
      values[number] = row < 0 ? null : JsonTree.read(bytes, node.fields.textFrom(row));
      read |= 1L << number;
    }
    return values[number];
  }
}
