package sluice.format.figma.property;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;

/// The corners of a node: `cornerRadius` when all are equal, `rectangleCornerRadii` otherwise.
final class RadiusFamily implements PropertyFamily {
  private static final PropertyKey[] CORNERS = {
    PropertyKey.BORDER_RADIUS_TOP_LEFT,
    PropertyKey.BORDER_RADIUS_TOP_RIGHT,
    PropertyKey.BORDER_RADIUS_BOTTOM_RIGHT,
    PropertyKey.BORDER_RADIUS_BOTTOM_LEFT
  };
  private static final String[] VARIABLES = {
    "topLeftRadius", "topRightRadius", "bottomRightRadius", "bottomLeftRadius"
  };
  private static final String[] CORNER_VARIABLES = {
    "RECTANGLE_TOP_LEFT_CORNER_RADIUS",
    "RECTANGLE_TOP_RIGHT_CORNER_RADIUS",
    "RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS",
    "RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS"
  };

  /// What each corner becomes: top left, top right, bottom right, bottom left.
  private final @Nullable Setting[] corners = new Setting[4];

  private final boolean inPluginTerms;
  private final List<KeyProblem> notices;

  private RadiusFamily(ScalarReader reader, boolean individual) {
    inPluginTerms = reader.inPluginTerms();
    fill(reader.cleared(PropertyKey.BORDER_RADIUS, 0));
    for (int i = 0; individual && i < 4; i++) {
      put(i, reader.cleared(CORNERS[i], 0));
    }
    double[] radii = reader.numbers(PropertyKey.BORDER_RADIUS, Measure::number);
    if (radii != null && (individual || radii.length == 1)) {
      Source source = reader.source(PropertyKey.BORDER_RADIUS);
      double smallest = Arrays.stream(radii).min().orElse(0);
      boolean refused = reader.atLeast(0, new Setting(smallest, source)) == null;
      for (int i = 0; i < 4 && !refused; i++) {
        put(i, new Setting(CssSides.pick(radii, i), source));
      }
    }
    for (int i = 0; individual && i < 4; i++) {
      put(i, reader.atLeast(0, reader.number(CORNERS[i], Measure::number)));
    }
    notices = reader.notices();
  }

  /// @param individual whether such nodes have corners of their own
  static @Nullable PropertyFamily of(ScalarReader reader, boolean individual) {
    RadiusFamily family = new RadiusFamily(reader, individual);
    for (Setting corner : family.corners) {
      if (corner != null) {
        return family;
      }
    }
    return family.notices.isEmpty() ? null : family;
  }

  private void fill(@Nullable Setting setting) {
    for (int i = 0; i < 4; i++) {
      put(i, setting);
    }
  }

  private void put(int corner, @Nullable Setting setting) {
    if (setting != null) {
      corners[corner] = setting;
    }
  }

  @Override
  public long reads() {
    return FigmaField.bits(
        FigmaField.CORNER_RADIUS, FigmaField.RECTANGLE_CORNER_RADII, FigmaField.BOUND_VARIABLES);
  }

  @Override
  public long bindings() {
    return Bindings.bits(VARIABLES) | Bindings.bits("cornerRadius", "rectangleCornerRadii");
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
    if (inPluginTerms) {
      PluginParts.CORNERS.write(editor, corners);
      return;
    }
    double[] radii = current(node);
    Source changed = null;
    for (int i = 0; i < 4; i++) {
      Setting corner = corners[i];
      if (corner != null && !Json.same(radii[i], corner.value())) {
        radii[i] = corner.value();
        changed = corner.source();
        editor.unbind(changed, VARIABLES[i]);
        editor.unbind(changed, "rectangleCornerRadii", CORNER_VARIABLES[i]);
      }
    }
    if (changed == null) {
      return;
    }
    editor.unbind(changed, "cornerRadius");
    if (Json.same(radii[0], radii[1])
        && Json.same(radii[0], radii[2])
        && Json.same(radii[0], radii[3])) {
      if (!Json.same(editor.number(FigmaField.CORNER_RADIUS, 0), radii[0])) {
        editor.set(FigmaField.CORNER_RADIUS, Json.number(radii[0]), changed);
      }
      editor.remove(FigmaField.RECTANGLE_CORNER_RADII, changed);
    } else {
      editor.set(FigmaField.RECTANGLE_CORNER_RADII, Json.numbers(radii), changed);
      editor.remove(FigmaField.CORNER_RADIUS, changed);
    }
  }

  private static double[] current(FigmaNode node) {
    double all = Json.number(node.field(FigmaField.CORNER_RADIUS), 0);
    double[] radii = {all, all, all, all};
    List<JsonValue> each = Json.items(node.field(FigmaField.RECTANGLE_CORNER_RADII));
    for (int i = 0; i < 4 && each.size() == 4; i++) {
      radii[i] = Json.number(each.get(i), all);
    }
    return radii;
  }
}
