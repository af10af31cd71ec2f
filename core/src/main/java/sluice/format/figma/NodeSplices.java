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
  static void write(NodeRecord node, List<FieldPatch> patches, SpliceBatch target) {
    FieldTable fields = node.fields;
    List<ObjectEdit.Splice> splices = new ArrayList<>();
    ObjectEdit object =
        new ObjectEdit(fields, node.offset, node.lastValueEnd, node.indent, node.spaced, splices);
    for (FieldPatch patch : patches) {
      switch (patch) {
        case FieldPatch.Removed(int field) -> object.remove(fields.find(field));
        case FieldPatch.Added(int field, String value) ->
            object.add(FIELDS[field].jsonName(), value);
        case FieldPatch.Inside(int field, List<ObjectEdit.Splice> inside) -> {
          long start = fields.valueStart(fields.find(field));
          for (ObjectEdit.Splice splice : inside) {
            splices.add(
                new ObjectEdit.Splice(
                    start + splice.offset(), splice.deletedBytes(), splice.insert()));
          }
        }
      }
    }
    object.finish();
    splices.sort(Comparator.comparingLong(ObjectEdit.Splice::offset));
    for (ObjectEdit.Splice splice : splices) {
      byte[] text = splice.insert().getBytes(StandardCharsets.UTF_8);
      target.add(splice.offset(), splice.deletedBytes(), text);
      if (splice.offset() < node.childrenStart) {
        node.spliceHeadEnd = target.count();
      }
    }
    node.spliceTo = target.count();
  }
}
