package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;

/// The gap between a frame's children, and whether it is fixed or stretches.
///
/// Of `itemSpacing`, `dimension` and `number` the last wins. The word `AUTO` stretches the gap and
/// keeps the number; a number takes the stretching back.
final class ItemSpacingFamily implements PropertyFamily {
  private static final String STRETCHING = "SPACE_BETWEEN";
  private static final String FIXED = "MIN";

  /// What becomes of the alignment.
  private enum Alignment {
    KEPT,
    STRETCHED,
    UNSTRETCHED_IF_STRETCHED,
    UNSTRETCHED
  }

  private @Nullable Setting spacing;
  private Alignment alignment = Alignment.KEPT;
  private @Nullable Source alignmentSource;
  private final List<KeyProblem> notices;

  private ItemSpacingFamily(ScalarReader reader) {
    spacing = reader.cleared(PropertyKey.ITEM_SPACING, 0);
    Setting cleared = reader.cleared(PropertyKey.DIMENSION, 0);
    if (cleared != null) {
      spacing = cleared;
    }
    String text = reader.text(PropertyKey.ITEM_SPACING);
    if ("AUTO".equals(text)) {
      alignment = Alignment.STRETCHED;
      alignmentSource = reader.source(PropertyKey.ITEM_SPACING);
    } else if (text != null) {
      fix(reader.number(PropertyKey.ITEM_SPACING, text, Measure::number));
    }
    fix(reader.number(PropertyKey.DIMENSION, Measure::number));
    fix(reader.number(PropertyKey.NUMBER, Measure::number));
    notices = reader.notices();
  }

  static @Nullable PropertyFamily of(ScalarReader reader) {
    ItemSpacingFamily family = new ItemSpacingFamily(reader);
    return family.spacing == null && family.alignment == Alignment.KEPT && family.notices.isEmpty()
        ? null
        : family;
  }

  private void fix(@Nullable Setting number) {
    if (number == null) {
      return;
    }
    spacing = number;
    alignmentSource = number.source();
    alignment =
        switch (alignment) {
          case KEPT, UNSTRETCHED_IF_STRETCHED -> Alignment.UNSTRETCHED_IF_STRETCHED;
          case STRETCHED, UNSTRETCHED -> Alignment.UNSTRETCHED;
        };
  }

  @Override
  public long reads() {
    return FigmaField.bits(
        FigmaField.ITEM_SPACING,
        FigmaField.PRIMARY_AXIS_ALIGN_ITEMS,
        FigmaField.LAYOUT_MODE,
        FigmaField.BOUND_VARIABLES);
  }

  @Override
  public long bindings() {
    return Bindings.bits("itemSpacing");
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
    NodeEditor editor = new NodeEditor(node, sink);
    Source changed = null;
    if (spacing != null && editor.number(FigmaField.ITEM_SPACING, 0, spacing)) {
      changed = spacing.source();
    }
    String current = Json.text(node.field(FigmaField.PRIMARY_AXIS_ALIGN_ITEMS));
    String aligned = aligned(current == null ? FIXED : current);
    if (alignmentSource != null && !aligned.equals(current == null ? FIXED : current)) {
      editor.set(FigmaField.PRIMARY_AXIS_ALIGN_ITEMS, new JsonValue.Str(aligned), alignmentSource);
      changed = alignmentSource;
    }
    if (changed != null && Layout.isActive(node)) {
      editor.problem(changed, Layout.CHILDREN_MOVE);
    }
  }

  private String aligned(String current) {
    return switch (alignment) {
      case KEPT -> current;
      case STRETCHED -> STRETCHING;
      case UNSTRETCHED_IF_STRETCHED -> current.equals(STRETCHING) ? FIXED : current;
      case UNSTRETCHED -> FIXED;
    };
  }
}
