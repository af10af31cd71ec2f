package sluice.format.figma.property;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number that the Plugin API has once for a whole node and, on some types, once for each of four
/// parts: the radii of corners, the widths of sides. The whole is there while all parts are equal,
/// and setting it sets them all.
final class PluginParts {
  /// Radii: top left, top right, bottom right, bottom left.
  static final PluginParts CORNERS =
      new PluginParts(
          FigmaField.CORNER_RADIUS,
          FigmaField.RECTANGLE_CORNER_RADII,
          List.of("topLeftRadius", "topRightRadius", "bottomRightRadius", "bottomLeftRadius"));

  /// Stroke widths: top, right, bottom, left.
  static final PluginParts SIDES =
      new PluginParts(
          FigmaField.STROKE_WEIGHT,
          FigmaField.INDIVIDUAL_STROKE_WEIGHTS,
          List.of(
              "strokeTopWeight", "strokeRightWeight", "strokeBottomWeight", "strokeLeftWeight"));

  private static final int COUNT = 4;

  private final FigmaField whole;
  private final FigmaField parts;
  private final List<String> names;

  private PluginParts(FigmaField whole, FigmaField parts, List<String> names) {
    this.whole = whole;
    this.parts = parts;
    this.names = names;
  }

  /// The four numbers; NaN for one that the node doesn't tell.
  double[] read(NodeEditor editor) {
    double all = editor.number(whole, Double.NaN);
    double[] numbers = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = Json.number(Json.member(editor.field(parts), names.get(i)), all);
    }
    return numbers;
  }

  /// Writes those parts that are set and differ.
  void write(NodeEditor editor, @Nullable Setting[] settings) {
    double[] before = read(editor);
    double[] after = before.clone();
    @Nullable Source[] changedBy = new Source[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Setting setting = settings[i];
      if (setting != null) {
        after[i] = setting.value();
        changedBy[i] = setting.source();
      }
    }
    write(editor, before, after, changedBy);
  }

  /// Writes those parts that differ.
  ///
  /// @param changedBy where each of `after` comes from, or null for a part that stays
  void write(NodeEditor editor, double[] before, double[] after, @Nullable Source[] changedBy) {
    int count = 0;
    Source last = null;
    for (int i = 0; i < COUNT; i++) {
      Source by = changedBy[i];
      if (by != null && !Json.same(before[i], after[i])) {
        count++;
        last = by;
      }
    }
    if (last == null) {
      return;
    }
    editor.unbind(last, whole.jsonName());
    boolean together = editor.field(parts) == null || (count == COUNT && areEqual(after));
    if (together) {
      editor.set(whole, Json.number(after[0]), last);
    }
    for (int i = 0; i < COUNT; i++) {
      Source by = changedBy[i];
      if (by != null && !Json.same(before[i], after[i])) {
        if (!together) {
          editor.set(parts, names.get(i), Json.number(after[i]), by);
        }
        editor.unbind(by, names.get(i));
      }
    }
  }

  private static boolean areEqual(double[] numbers) {
    for (double number : numbers) {
      if (!Json.same(number, numbers[0])) {
        return false;
      }
    }
    return true;
  }
}
