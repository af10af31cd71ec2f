package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.KeyProblem;
import sluice.apply.PropertyKey;

/// Properties a REST file has no field for at all: says so on every node.
record ReportFamily(List<KeyProblem> notices) implements PropertyFamily {

  /// The trimming of a text box to its letters.
  static @Nullable PropertyFamily verticalTrim(ScalarReader reader) {
    AppliedValue value = reader.value(PropertyKey.VERTICAL_TRIM);
    if (value == null) {
      return null;
    }
    Source source = reader.source(PropertyKey.VERTICAL_TRIM);
    reader.notice(
        source,
        Notices.notRepresentable(
            source,
            "Figma's file format has no field for vertical trim",
            "apply the token in Figma"));
    return new ReportFamily(reader.notices());
  }

  @Override
  public long reads() {
    return 0;
  }

  @Override
  public boolean readsParent() {
    return false;
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
  }
}
