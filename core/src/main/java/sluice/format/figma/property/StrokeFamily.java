package sluice.format.figma.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;

/// A node's outline: paint, width of each side, dashes.
///
/// Sides are kept in the order top, right, bottom, left. Clearing comes first and looks at the node
/// (a side border takes the paint away only when no other side is left), then widths and dashes,
/// then paint.
final class StrokeFamily implements PropertyFamily {
  private static final String[] SIDES = {"top", "right", "bottom", "left"};
  private static final JsonValue.Arr NOTHING = new JsonValue.Arr(List.of());
  private static final JsonValue.Arr SOLID = Json.numbers(0, 0);

  private final StrokeSettings settings;
  private final boolean inPluginTerms;
  private final List<KeyProblem> notices;

  private StrokeFamily(StrokeSettings settings, boolean inPluginTerms, List<KeyProblem> notices) {
    this.settings = settings;
    this.inPluginTerms = inPluginTerms;
    this.notices = notices;
  }

  /// @param individual whether such nodes have sides of their own
  static @Nullable PropertyFamily of(ScalarReader reader, boolean individual) {
    StrokeSettings settings = new StrokeSettings(reader, individual);
    return settings.isEmpty() && reader.notices().isEmpty()
        ? null
        : new StrokeFamily(settings, reader.inPluginTerms(), reader.notices());
  }

  @Override
  public long reads() {
    return FigmaField.bits(
        FigmaField.STROKES,
        FigmaField.STROKE_WEIGHT,
        FigmaField.INDIVIDUAL_STROKE_WEIGHTS,
        FigmaField.STROKE_DASHES,
        FigmaField.BOUND_VARIABLES,
        FigmaField.STYLES);
  }

  @Override
  public long bindings() {
    return Bindings.bits("strokes", "stroke", "strokeWeight", "individualStrokeWeights");
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
    double[] before = inPluginTerms ? PluginParts.SIDES.read(editor) : weights(node);
    double[] after = before.clone();
    @Nullable Source[] changedBy = new Source[4];
    Source paintCleared = null;
    Source dashesCleared = null;
    for (Source clear : settings.clears()) {
      int side = StrokeSettings.sideOf(clear.key());
      boolean isBorder = StrokeSettings.isBorder(clear.key());
      boolean isColor = clear.key() == PropertyKey.BORDER_COLOR;
      boolean concerned = side == StrokeSettings.ALL_SIDES || settings.individual();
      // The width of one side, cleared, takes that of all sides with it; a border does not.
      boolean everySide = side == StrokeSettings.ALL_SIDES || !isBorder;
      for (int i = 0; i < 4 && concerned && !isColor; i++) {
        if (everySide || side == i) {
          after[i] = 0;
          changedBy[i] = clear;
        }
      }
      if (isBorder) {
        dashesCleared = clear;
      }
      boolean whole = side == StrokeSettings.ALL_SIDES;
      if (isColor || (isBorder && (whole || (settings.individual() && noSideLeft(after))))) {
        paintCleared = clear;
      }
    }
    for (int i = 0; i < 4; i++) {
      Setting weight = settings.weight(i);
      if (weight != null) {
        after[i] = weight.value();
        changedBy[i] = weight.source();
      }
    }
    if (inPluginTerms) {
      PluginParts.SIDES.write(editor, before, after, changedBy);
    } else {
      writeWeights(editor, before, after, changedBy);
    }
    writeDashes(editor, dashesCleared);
    writePaint(editor, paintCleared);
  }

  private static boolean noSideLeft(double[] weights) {
    for (double weight : weights) {
      if (weight > 0) {
        return false;
      }
    }
    return true;
  }

  private static double[] weights(FigmaNode node) {
    double all = Json.number(node.field(FigmaField.STROKE_WEIGHT), 0);
    JsonValue each = node.field(FigmaField.INDIVIDUAL_STROKE_WEIGHTS);
    double[] weights = new double[4];
    for (int i = 0; i < 4; i++) {
      weights[i] = Json.number(Json.member(each, SIDES[i]), each == null ? all : 0);
    }
    return weights;
  }

  private static void writeWeights(
      NodeEditor editor, double[] before, double[] after, @Nullable Source[] changedBy) {
    Source changed = null;
    for (int i = 0; i < 4; i++) {
      Source by = changedBy[i];
      if (by != null && !Json.same(before[i], after[i])) {
        changed = by;
        editor.unbind(by, "individualStrokeWeights", SIDES[i]);
      }
    }
    if (changed == null) {
      return;
    }
    editor.unbind(changed, "strokeWeight");
    if (Json.same(after[0], after[1])
        && Json.same(after[0], after[2])
        && Json.same(after[0], after[3])) {
      if (!Json.same(editor.number(FigmaField.STROKE_WEIGHT, 0), after[0])) {
        editor.set(FigmaField.STROKE_WEIGHT, Json.number(after[0]), changed);
      }
      editor.remove(FigmaField.INDIVIDUAL_STROKE_WEIGHTS, changed);
    } else {
      Map<String, JsonValue> sides = LinkedHashMap.newLinkedHashMap(4);
      for (int i = 0; i < 4; i++) {
        sides.put(SIDES[i], Json.number(after[i]));
      }
      editor.set(FigmaField.INDIVIDUAL_STROKE_WEIGHTS, new JsonValue.Obj(sides), changed);
    }
  }

  private void writeDashes(NodeEditor editor, @Nullable Source cleared) {
    StrokeSettings.Dashes dashes = settings.dashes();
    Source by = dashes == null ? cleared : dashes.source();
    if (by == null) {
      return;
    }
    JsonValue.Arr wanted = dashes == null ? SOLID : dashes.pattern();
    JsonValue current = editor.field(FigmaField.STROKE_DASHES);
    boolean bothSolid = !inPluginTerms && isSolid(wanted) && isSolid(current);
    boolean same = bothSolid || Json.same(current, wanted);
    if (!same) {
      editor.set(FigmaField.STROKE_DASHES, wanted, by);
    }
  }

  private static boolean isSolid(@Nullable JsonValue dashes) {
    for (JsonValue dash : Json.items(dashes)) {
      if (Json.number(dash, 0) != 0) {
        return false;
      }
    }
    return true;
  }

  private void writePaint(NodeEditor editor, @Nullable Source cleared) {
    JsonValue current = editor.field(FigmaField.STROKES);
    List<JsonValue> paints = cleared == null ? Json.items(current) : List.of();
    Source by = cleared;
    for (StrokeSettings.Color color : settings.colors()) {
      if (!color.paint().isFirstOf(paints)) {
        paints = color.paint().alone().items();
        by = color.source();
      }
    }
    if (by == null || (current == null && paints.isEmpty())) {
      return;
    }
    JsonValue.Arr wanted = paints.isEmpty() ? NOTHING : new JsonValue.Arr(paints);
    if (!Json.same(current, wanted)) {
      editor.set(FigmaField.STROKES, wanted, by);
      editor.unbind(by, "strokes");
      editor.unstyle(by, "stroke", "strokes");
    }
  }
}
