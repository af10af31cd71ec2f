package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.emit.SpliceBatch;
import sluice.format.figma.property.FigmaField;

/// Puts the patches of one node's fields where the fields lie.
final class NodeSplices {
  private static final FigmaField[] FIELDS = FigmaField.values();

  private NodeSplices() {}

  /// Appends the node's splices in ascending order and notes their range in its record.
  ///
  /// @param outcomes what happens to the node; no two patch the same field
  /// @param count how many of them count
  static void write(NodeRecord node, Outcome[] outcomes, int count, SpliceBatch target) {
    int from = target.count();
    boolean onlyInside = true;
    for (int i = 0; i < count; i++) {
      onlyInside &= outcomes[i].onlyInside();
    }
    if (onlyInside) {
      writeInside(node, outcomes, count, target);
    } else {
      writeMixed(node, outcomes, count, target);
    }
    int headEnd = from;
    while (headEnd < target.count() && target.offset(headEnd) < node.childrenStart) {
      headEnd++;
    }
    node.spliceHeadEnd = headEnd;
    node.spliceTo = target.count();
  }

  /// The usual case: values that are there change, in the order in which the fields lie.
  private static void writeInside(
      NodeRecord node, Outcome[] outcomes, int count, SpliceBatch target) {
    long patched = 0;
    for (int i = 0; i < count; i++) {
      patched |= outcomes[i].patched();
    }
    FieldTable fields = node.fields;
    for (int row = 0; row < fields.count(); row++) {
      int field = fields.field(row);
      if ((patched & 1L << field) == 0) {
        continue;
      }
      for (int i = 0; i < count; i++) {
        if ((outcomes[i].patched() & 1L << field) != 0) {
          outcomes[i].writeInside(field, fields.valueStart(row), target);
        }
      }
    }
  }

  private static void writeMixed(
      NodeRecord node, Outcome[] outcomes, int count, SpliceBatch target) {
    FieldTable fields = node.fields;
    List<ObjectEdit.Splice> splices = new ArrayList<>();
    ObjectEdit object =
        new ObjectEdit(fields, node.offset, node.lastValueEnd, node.indent, node.spaced, splices);
    for (int i = 0; i < count; i++) {
      for (int patch = 0; patch < outcomes[i].patchCount(); patch++) {
        switch (outcomes[i].patch(patch)) {
          case FieldPatch.Removed(int field) -> object.remove(fields.find(field));
          case FieldPatch.Added(int field, String value) ->
              object.add(FIELDS[field].jsonName(), value);
          case FieldPatch.Inside inside ->
              inside.list(fields.valueStart(fields.find(inside.field())), splices);
        }
      }
    }
    object.finish();
    splices.sort(Comparator.comparingLong(ObjectEdit.Splice::offset));
    for (ObjectEdit.Splice splice : splices) {
      byte[] text = splice.insert().getBytes(StandardCharsets.UTF_8);
      target.add(splice.offset(), splice.deletedBytes(), text);
    }
  }
}
