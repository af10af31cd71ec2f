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
  /// @param patches at most one for each field
  static void write(NodeRecord node, List<FieldPatch> patches, SpliceBatch target) {
    int from = target.count();
    if (allInside(patches)) {
      writeInside(node, patches, target);
    } else {
      writeMixed(node, patches, target);
    }
    node.spliceHeadEnd = from;
    while (node.spliceHeadEnd < target.count()
        && target.offset(node.spliceHeadEnd) < node.childrenStart) {
      node.spliceHeadEnd++;
    }
    node.spliceTo = target.count();
  }

  private static boolean allInside(List<FieldPatch> patches) {
    for (int i = 0; i < patches.size(); i++) {
      if (!(patches.get(i) instanceof FieldPatch.Inside)) {
        return false;
      }
    }
    return true;
  }

  /// The usual case: values that are there change, in the order in which the fields lie.
  private static void writeInside(NodeRecord node, List<FieldPatch> patches, SpliceBatch target) {
    FieldTable fields = node.fields;
    for (int row = 0; row < fields.count(); row++) {
      for (int i = 0; i < patches.size(); i++) {
        if (patches.get(i).field() == fields.field(row)
            && patches.get(i) instanceof FieldPatch.Inside inside) {
          inside.write(fields.valueStart(row), target);
        }
      }
    }
  }

  private static void writeMixed(NodeRecord node, List<FieldPatch> patches, SpliceBatch target) {
    FieldTable fields = node.fields;
    List<ObjectEdit.Splice> splices = new ArrayList<>();
    ObjectEdit object =
        new ObjectEdit(fields, node.offset, node.lastValueEnd, node.indent, node.spaced, splices);
    for (FieldPatch patch : patches) {
      switch (patch) {
        case FieldPatch.Removed(int field) -> object.remove(fields.find(field));
        case FieldPatch.Added(int field, String value) ->
            object.add(FIELDS[field].jsonName(), value);
        case FieldPatch.Inside inside ->
            inside.list(fields.valueStart(fields.find(inside.field())), splices);
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
