package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.emit.SpliceBatch;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// What happens to one field of a node, ready to be written wherever the field lies.
///
/// Depends on nothing but the edits and the bytes of the field's value, so it serves every node in
/// which the value has the same bytes.
sealed interface FieldPatch {
  /// The field's number in [FigmaField].
  int field();

  /// The value goes, and the field with it.
  record Removed(int field) implements FieldPatch {}

  /// The field is not there yet.
  record Added(int field, String value) implements FieldPatch {}

  /// Parts of the value change.
  final class Inside implements FieldPatch {
    private final int field;
    private final int[] offsets;
    private final int[] deleted;
    private final byte[][] inserts;

    /// @param splices offsets counted from the value's first byte, ascending
    Inside(int field, List<ObjectEdit.Splice> splices) {
      this.field = field;
      offsets = new int[splices.size()];
      deleted = new int[splices.size()];
      inserts = new byte[splices.size()][];
      for (int i = 0; i < splices.size(); i++) {
        ObjectEdit.Splice splice = splices.get(i);
        offsets[i] = Math.toIntExact(splice.offset());
        deleted[i] = splice.deletedBytes();
        inserts[i] = splice.insert().getBytes(StandardCharsets.UTF_8);
      }
    }

    @Override
    public int field() {
      return field;
    }

    /// Appends the splices to a batch.
    ///
    /// @param valueStart where the value's first byte lies in the input
    void write(long valueStart, SpliceBatch target) {
      for (int i = 0; i < offsets.length; i++) {
        target.add(valueStart + offsets[i], deleted[i], inserts[i]);
      }
    }

    /// Adds the splices to others that are still to be sorted.
    void list(long valueStart, List<ObjectEdit.Splice> target) {
      for (int i = 0; i < offsets.length; i++) {
        String insert = new String(inserts[i], StandardCharsets.UTF_8);
        target.add(new ObjectEdit.Splice(valueStart + offsets[i], deleted[i], insert));
      }
    }
  }

  /// Works out the patches of some edits.
  ///
  /// @param fields the node's fields
  /// @param bytes what their ranges point into
  static List<FieldPatch> of(List<Edit> edits, FieldTable fields, byte[] bytes) {
    List<FieldPatch> patches = new ArrayList<>(edits.size());
    long done = 0;
    for (int i = 0; i < edits.size(); i++) {
      FigmaField field = edits.get(i).field();
      if ((done & field.bit()) == 0) {
        done |= field.bit();
        FieldPatch patch = of(field, ofField(edits, field), fields, bytes);
        if (patch != null) {
          patches.add(patch);
        }
      }
    }
    return patches;
  }

  private static List<Edit> ofField(List<Edit> edits, FigmaField field) {
    List<Edit> own = new ArrayList<>(2);
    for (int i = 0; i < edits.size(); i++) {
      if (edits.get(i).field() == field) {
        own.add(edits.get(i));
      }
    }
    return own;
  }

  @SuppressWarnings("EnumOrdinal")
  private static @Nullable FieldPatch of(
      FigmaField field, List<Edit> edits, FieldTable fields, byte[] bytes) {
    int number = field.ordinal();
    int row = fields.find(number);
    return row < 0 ? absent(number, edits) : present(number, edits, bytes, fields.textFrom(row));
  }

  private static @Nullable FieldPatch absent(int field, List<Edit> edits) {
    Edit first = edits.get(0);
    JsonValue value = first.below().isEmpty() ? first.after() : MemberEdits.built(edits, 0);
    return value == null ? null : new Added(field, JsonTree.write(value));
  }

  private static @Nullable FieldPatch present(int field, List<Edit> edits, byte[] bytes, int from) {
    Edit first = edits.get(0);
    List<ObjectEdit.Splice> splices = new ArrayList<>();
    if (!first.below().isEmpty() && bytes[from] == '{') {
      new MemberEdits(bytes, from, splices).below(from, edits, 0);
    } else {
      JsonValue after = first.below().isEmpty() ? first.after() : MemberEdits.built(edits, 0);
      if (after == null) {
        return first.below().isEmpty() ? new Removed(field) : null;
      }
      new FineReplace(bytes, from, splices).value(from, after);
    }
    if (splices.size() > 1) {
      splices.sort(Comparator.comparingLong(ObjectEdit.Splice::offset));
    }
    return splices.isEmpty() ? null : new Inside(field, splices);
  }
}
