package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import sluice.apply.PropertyKey;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.EditSink;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.PropertyFamily;
import sluice.problem.Problem;

/// What some property families do to a node, ready to be written: a function of the families and
/// the bytes of the fields they read.
///
/// @param patches what happens to each field
/// @param changeCount changed properties
/// @param changeText the changes as members of the change set's list; empty when it is not wanted
/// @param reports what to tell, without a place
record Outcome(
    List<FieldPatch> patches,
    long patched,
    int changeCount,
    String changeText,
    List<Report> reports) {
  Outcome {
    patches = List.copyOf(patches);
    reports = List.copyOf(reports);
  }

  /// Something to tell about one property key.
  record Report(PropertyKey key, Problem problem) {}

  static Outcome of(
      List<PropertyFamily> families,
      FigmaNode facts,
      FieldTable fields,
      byte[] bytes,
      boolean withChanges) {
    Collector collector = new Collector();
    for (PropertyFamily family : families) {
      family.apply(facts, collector);
    }
    String text = withChanges ? ChangeLine.changes(fields, bytes, collector.edits) : "";
    List<FieldPatch> patches = FieldPatch.of(collector.edits, fields, bytes);
    long patched = 0;
    for (FieldPatch patch : patches) {
      patched |= 1L << patch.field();
    }
    return new Outcome(patches, patched, collector.edits.size(), text, collector.reports);
  }

  private static final class Collector implements EditSink {
    final List<Edit> edits = new ArrayList<>();
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
