package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sluice.emit.SpliceBatch;
import sluice.revert.UndoText;

/// What takes a node's splices back, as members of its line of the change set: `at`, where the node
/// begins, and `undo`, what each splice left out.
final class NodeUndo {
  private final SpliceBatch splices;
  private final @Nullable SourceBytes source;

  /// @param splices holds those of the nodes at work
  /// @param source the document, null when no change set is written
  NodeUndo(SpliceBatch splices, @Nullable SourceBytes source) {
    this.splices = splices;
    this.source = source;
  }

  /// Appends both members.
  ///
  /// @param bytes what the ranges of the node's fields point into
  void append(NodeRecord node, byte[] bytes, StringBuilder out) {
    out.append(",\"at\":").append(node.offset);
    UndoText undo = new UndoText(out);
    for (int i = node.spliceFrom; i < node.spliceTo; i++) {
      long offset = splices.offset(i);
      String old = old(node.fields, bytes, offset, splices.deletedBytes(i));
      undo.add(offset - node.offset, old, splices.textSize(i));
    }
    undo.end();
  }

  /// What a splice leaves out. Mostly it is a part of a field's value, which is at hand; where a
  /// member goes, key and white space go with it.
  private String old(FieldTable fields, byte[] bytes, long offset, int count) {
    if (count == 0) {
      return "";
    }
    for (int row = 0; row < fields.count(); row++) {
      if (fields.valueStart(row) <= offset && offset + count <= fields.valueEnd(row)) {
        int from = fields.textFrom(row) + (int) (offset - fields.valueStart(row));
        return new String(bytes, from, count, StandardCharsets.UTF_8);
      }
    }
    if (source == null) {
      throw new IllegalStateException("a change set without its document");
    }
    return source.text(offset, count);
  }
}
