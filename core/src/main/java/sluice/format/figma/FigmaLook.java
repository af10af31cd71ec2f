package sluice.format.figma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.report.Look;
import sluice.report.Shadow;
import sluice.report.gather.Change;
import sluice.report.gather.KnownChanges;
import sluice.report.gather.ReportLimits;

/// What changes of a node's fields look like.
final class FigmaLook {
  /// Members of `style` that are lengths in pixels.
  private static final Set<String> LENGTHS =
      Set.of("fontSize", "lineHeightPx", "letterSpacing", "paragraphSpacing", "paragraphIndent");

  /// Sides and corners, in the order in which people name them.
  private static final List<String> SIDES = List.of("top", "right", "bottom", "left");

  /// Stands for the value of a binding, of which documents tell no more than an id.
  private static final Look BOUND = new Look.Words("bound");

  private FigmaLook() {}

  /// The changes that edits make.
  ///
  /// @param fields the node's fields as they are
  /// @param bytes what the fields' ranges point into
  /// @param known changes met before
  static List<Change> changes(
      FieldTable fields, byte[] bytes, List<Edit> edits, KnownChanges known) {
    List<Change> changes = new ArrayList<>(edits.size());
    for (Edit edit : edits) {
      StringBuilder property = new StringBuilder(edit.field().jsonName());
      for (String name : edit.below()) {
        property.append('.').append(name);
      }
      changes.add(
          known.first(
              change(
                  ReportLimits.cut(property.toString(), ReportLimits.NAME_CHARS_MAX),
                  edit,
                  before(fields, bytes, edit))));
    }
    return changes;
  }

  private static Change change(String property, Edit edit, @Nullable JsonValue before) {
    JsonValue after = edit.after();
    return switch (edit.field()) {
      case BOUND_VARIABLES, STYLES ->
          Change.unseen(property, edit.token(), bound(before), bound(after));
      // Both repeat the fills of frames, for programs written before frames had any.
      case BACKGROUND ->
          Change.unseen(property, edit.token(), paints(before, after), paints(after, before));
      case BACKGROUND_COLOR -> Change.unseen(property, edit.token(), color(before), color(after));
      case FILLS, STROKES ->
          Change.of(property, edit.token(), paints(before, after), paints(after, before));
      default -> Change.of(property, edit.token(), look(edit, before), look(edit, after));
    };
  }

  private static @Nullable JsonValue before(FieldTable fields, byte[] bytes, Edit edit) {
    int row = fields.find(edit.field().ordinal());
    if (row < 0) {
      return null;
    }
    try {
      JsonValue value = JsonTree.read(bytes, fields.textFrom(row));
      for (String name : edit.below()) {
        value = value instanceof JsonValue.Obj object ? object.member(name) : null;
        if (value == null) {
          return null;
        }
      }
      return value;
    } catch (JsonTree.TooDeepException _) {
      return new JsonValue.Str("…");
    }
  }

  private static Look bound(@Nullable JsonValue value) {
    return isAbsent(value) ? new Look.Absent() : BOUND;
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || value instanceof JsonValue.Null;
  }

  /// The paint that stands for a list: the topmost one that the other list does not have there, as
  /// far as both are equally long, else the topmost.
  private static Look paints(@Nullable JsonValue paints, @Nullable JsonValue others) {
    List<Look> looks = FigmaPaints.looks(paints);
    if (looks.isEmpty()) {
      return new Look.Absent();
    }
    List<Look> compared = FigmaPaints.looks(others);
    if (compared.size() == looks.size()) {
      for (int i = looks.size() - 1; i >= 0; i--) {
        if (!looks.get(i).equals(compared.get(i))) {
          return looks.get(i);
        }
      }
    }
    return looks.getLast();
  }

  private static Look color(@Nullable JsonValue value) {
    return isAbsent(value) ? new Look.Absent() : new Look.Solid(FigmaPaints.color(value, 1));
  }

  private static Look look(Edit edit, @Nullable JsonValue value) {
    if (isAbsent(value)) {
      return new Look.Absent();
    }
    return switch (edit.field()) {
      case EFFECTS -> effects(value);
      case OPACITY -> new Look.Share(FigmaPaints.number(value, 1));
      case SIZE,
          ABSOLUTE_BOUNDING_BOX,
          MIN_WIDTH,
          MAX_WIDTH,
          MIN_HEIGHT,
          MAX_HEIGHT,
          PADDING_LEFT,
          PADDING_RIGHT,
          PADDING_TOP,
          PADDING_BOTTOM,
          ITEM_SPACING,
          COUNTER_AXIS_SPACING,
          CORNER_RADIUS,
          STROKE_WEIGHT,
          RECTANGLE_CORNER_RADII,
          INDIVIDUAL_STROKE_WEIGHTS,
          STROKE_DASHES ->
          lengths(value);
      case STYLE, STYLE_OVERRIDE_TABLE ->
          !edit.below().isEmpty() && LENGTHS.contains(edit.below().getLast())
              ? lengths(value)
              : wordsOf(value);
      default -> wordsOf(value);
    };
  }

  private static Look effects(@Nullable JsonValue value) {
    List<Shadow> shadows = FigmaPaints.shadows(value);
    if (!shadows.isEmpty()) {
      return new Look.Shadows(shadows);
    }
    if (value instanceof JsonValue.Arr(List<JsonValue> items)
        && !items.isEmpty()
        && items.getLast() instanceof JsonValue.Obj effect) {
      String kind = FigmaPaints.text(effect.member("type")).replace('_', ' ');
      return new Look.Words(
          words(kind.toLowerCase(Locale.ROOT) + " " + number(effect.member("radius"))));
    }
    return new Look.Absent();
  }

  private static String number(@Nullable JsonValue value) {
    return value instanceof JsonValue.Num(double _, String text) ? text : "";
  }

  private static Look lengths(@Nullable JsonValue value) {
    return switch (value) {
      case JsonValue.Num(double pixels, String _) when Double.isFinite(pixels) ->
          new Look.Length(pixels);
      case JsonValue.Arr(List<JsonValue> items) when items.size() <= ReportLimits.LOOK_PARTS_MAX ->
          new Look.Lengths(items.stream().map(item -> FigmaPaints.number(item, 0)).toList());
      case JsonValue.Obj sides when sides.find(SIDES.getFirst()) >= 0 ->
          new Look.Lengths(
              SIDES.stream().map(side -> FigmaPaints.number(sides.member(side), 0)).toList());
      case null, default -> wordsOf(value);
    };
  }

  private static Look wordsOf(@Nullable JsonValue value) {
    return switch (value) {
      case null -> new Look.Absent();
      case JsonValue.Str(String text) -> new Look.Words(words(text));
      default -> new Look.Words(words(JsonTree.write(value)));
    };
  }

  /// Words, cut.
  static String words(String text) {
    return ReportLimits.cut(text, ReportLimits.WORDS_CHARS_MAX);
  }
}
