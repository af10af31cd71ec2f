package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.PropertyKey;
import sluice.emit.SpliceBatch;
import sluice.finding.NodeLines;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.EditSink;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.PropertyFamily;
import sluice.problem.Problem;
import sluice.report.gather.Change;
import sluice.report.gather.KnownChanges;

/// What some property families do to a node, ready to be written: a function of the families and
/// the bytes of the fields they read. Never changes.
final class Outcome {
  private static final FieldPatch.Inside[] NO_INSIDES = {};
  private static final byte[] NO_TEXT = {};

  /// The usual outcome of a node that is as its tokens say.
  private static final Outcome NOTHING =
      new Outcome(List.of(), 0, 0, NO_TEXT, List.of(), List.of());

  private final FieldPatch[] patches;

  /// The patches again, as what they mostly are; empty unless all are.
  private final FieldPatch.Inside[] insides;

  private final long patched;
  private final boolean onlyInside;
  private final int changeCount;
  private final byte[] changeText;
  private final List<Change> changes;
  private final List<Report> reports;

  /// Something to tell about one property key.
  record Report(PropertyKey key, Problem problem) {}

  private Outcome(
      List<FieldPatch> patches,
      long patched,
      int changeCount,
      byte[] changeText,
      List<Change> changes,
      List<Report> reports) {
    boolean inside = true;
    for (FieldPatch patch : patches) {
      inside &= patch instanceof FieldPatch.Inside;
    }
    this.insides = inside ? patches.toArray(FieldPatch.Inside[]::new) : NO_INSIDES;
    this.patches = inside ? insides : patches.toArray(FieldPatch[]::new);
    this.patched = patched;
    this.onlyInside = inside;
    this.changeCount = changeCount;
    this.changeText = changeText;
    this.changes = List.copyOf(changes);
    this.reports = List.copyOf(reports);
  }

  /// Works out what families do.
  ///
  /// @param writes whether the patches are asked for
  /// @param lines what lines say of changes, or null
  /// @param looks where [#changes] are known, or null when they are not asked for
  static Outcome of(
      List<PropertyFamily> families,
      FigmaNode facts,
      FieldTable fields,
      byte[] bytes,
      boolean writes,
      @Nullable NodeLines lines,
      @Nullable KnownChanges looks) {
    Collector collector = new Collector();
    for (int i = 0; i < families.size(); i++) {
      families.get(i).apply(facts, collector);
    }
    if (collector.edits.isEmpty() && collector.reports.isEmpty()) {
      return NOTHING;
    }
    byte[] text =
        lines == null ? NO_TEXT : ChangeText.of(lines.kind(), fields, bytes, collector.edits);
    List<Change> changes =
        looks == null
            ? List.<Change>of()
            : FigmaLook.changes(fields, bytes, collector.edits, looks);
    long touched = 0;
    for (Edit edit : collector.edits) {
      touched |= edit.field().bit();
    }
    List<FieldPatch> patches =
        writes ? FieldPatch.of(collector.edits, fields, bytes) : List.<FieldPatch>of();
    return new Outcome(patches, touched, collector.edits.size(), text, changes, collector.reports);
  }

  /// How many fields have a patch.
  int patchCount() {
    return patches.length;
  }

  /// What happens to one field; no two concern the same.
  FieldPatch patch(int index) {
    return patches[index];
  }

  /// The fields with a patch, one bit each.
  long patched() {
    return patched;
  }

  /// Whether every patch is a [FieldPatch.Inside].
  boolean onlyInside() {
    return onlyInside;
  }

  /// Appends the splices of a field's patch, which is there, of an outcome that is [#onlyInside].
  ///
  /// @param valueStart where the field's value starts in the input
  void writeInside(int field, long valueStart, SpliceBatch target) {
    for (FieldPatch.Inside inside : insides) {
      if (inside.field() == field) {
        inside.write(valueStart, target);
        return;
      }
    }
  }

  /// Changed properties.
  int changeCount() {
    return changeCount;
  }

  /// The changes as lines tell them, see [ChangeText]; empty when they are not wanted. Not to be
  /// changed.
  byte[] changeText() {
    return changeText;
  }

  /// What the changes look like; empty when that is not wanted.
  List<Change> changes() {
    return changes;
  }

  /// What to tell, without a place.
  List<Report> reports() {
    return reports;
  }

  private static final class Collector implements EditSink {
    final List<Edit> edits = new ArrayList<>(4);
    final List<Report> reports = new ArrayList<>(0);

    @Override
    public void edit(Edit edit) {
      edits.add(edit);
    }

    @Override
    public void problem(PropertyKey key, Problem problem) {
      reports.add(new Report(key, problem));
    }
  }
}
