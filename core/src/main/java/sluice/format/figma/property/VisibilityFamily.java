package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.KeyProblem;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.token.TokenValue;

/// Whether a layer is shown.
///
/// @param visible what the field becomes, or null for no change
record VisibilityFamily(@Nullable Boolean visible, Source source, List<KeyProblem> notices)
    implements PropertyFamily {

  static @Nullable PropertyFamily of(ScalarReader reader) {
    Source source = reader.source(PropertyKey.VISIBILITY);
    if (reader.cleared(PropertyKey.VISIBILITY) != null) {
      return new VisibilityFamily(true, source, List.of());
    }
    AppliedValue value = reader.value(PropertyKey.VISIBILITY);
    if (value == null) {
      return null;
    }
    Boolean visible = null;
    if (value.value() instanceof TokenValue.Text(String text)
        && (text.equals("true") || text.equals("false"))) {
      visible = text.equals("true");
    } else if (value.value() instanceof TokenValue.Bool) {
      reader.notice(
          source,
          Notices.quirk(
              source,
              "a JSON true or false does nothing",
              "only the texts \"true\" and \"false\" show and hide a layer"));
    } else {
      reader.invalid(PropertyKey.VISIBILITY, "the text true or false");
    }
    return new VisibilityFamily(visible, source, reader.notices());
  }

  @Override
  public long reads() {
    return FigmaField.bits(FigmaField.VISIBLE, FigmaField.BOUND_VARIABLES);
  }

  @Override
  public long bindings() {
    return Bindings.bits("visible");
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
    if (visible == null) {
      return;
    }
    boolean hidden =
        node.field(FigmaField.VISIBLE) instanceof JsonValue.Bool(boolean shown) && !shown;
    if (hidden == visible) {
      NodeEditor editor = new NodeEditor(node, sink);
      editor.set(FigmaField.VISIBLE, visible ? Json.TRUE : Json.FALSE, source);
      editor.unbind(source, FigmaField.VISIBLE.jsonName());
    }
  }
}
