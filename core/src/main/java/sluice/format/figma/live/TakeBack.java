package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// Gathers what there was before a node is written, as the operation that brings it back.
final class TakeBack {
  private static final LiveField[] CORNERS = {
    LiveField.TOP_LEFT_RADIUS,
    LiveField.TOP_RIGHT_RADIUS,
    LiveField.BOTTOM_RIGHT_RADIUS,
    LiveField.BOTTOM_LEFT_RADIUS
  };
  private static final LiveField[] SIDES = {
    LiveField.STROKE_TOP_WEIGHT,
    LiveField.STROKE_RIGHT_WEIGHT,
    LiveField.STROKE_BOTTOM_WEIGHT,
    LiveField.STROKE_LEFT_WEIGHT
  };

  private static final LiveField[] FITS = {
    LiveField.LAYOUT_SIZING_HORIZONTAL, LiveField.LAYOUT_SIZING_VERTICAL, LiveField.TEXT_AUTO_RESIZE
  };

  /// What those say when the size is the node's own.
  private static final Set<String> OWN_SIZE = Set.of("FIXED", "NONE");

  private final JsonValue.Obj current;
  private final Map<String, JsonValue> styles = new LinkedHashMap<>();
  private final Map<LiveField, JsonValue> set = new EnumMap<>(LiveField.class);
  private final Map<LiveField, JsonValue> ranges = new EnumMap<>(LiveField.class);
  private final Map<String, JsonValue> bind = new LinkedHashMap<>();
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  TakeBack(JsonValue.Obj current) {
    this.current = current;
  }

  /// What can't be taken back exactly, by field.
  Map<String, Problem> problems() {
    return problems;
  }

  /// Keeps the value of a field that is written.
  void restore(LiveField field) {
    JsonValue before = value(field);
    if (before == null) {
      restoreParts(field);
    } else if (Mixed.is(before)) {
      restoreRanges(field, before);
    } else {
      set.put(field, before);
    }
  }

  /// Keeps how the size follows what is inside or around the node: a size of its own ends that.
  void restoreFit() {
    for (LiveField field : FITS) {
      if (value(field) instanceof JsonValue.Str fit && !OWN_SIZE.contains(fit.text())) {
        set.put(field, fit);
      }
    }
  }

  /// Keeps the looks of single letters, which go with the words that are replaced.
  ///
  /// @param written fields that are kept anyway
  void restoreLooks(Set<LiveField> written) {
    for (LiveField field : LiveField.values()) {
      JsonValue before = value(field);
      if (field.kind().mixes && !written.contains(field) && before != null && Mixed.is(before)) {
        restoreRanges(field, before);
      }
    }
  }

  /// Keeps a shared style that a written value takes off.
  void attach(LiveField style) {
    JsonValue id = value(style);
    if (id == null) {
      return;
    }
    if (Mixed.is(id)) {
      restoreRanges(style, id);
    } else {
      styles.put(style.fieldName(), id);
    }
  }

  /// Keeps the variable of a field.
  void bind(String name) {
    JsonValue bound =
        value(LiveField.BOUND_VARIABLES) instanceof JsonValue.Obj variables
            ? variables.member(name)
            : null;
    Set<JsonValue> ids = new LinkedHashSet<>();
    if (bound instanceof JsonValue.Arr(List<JsonValue> each)) {
      each.forEach(alias -> addId(alias, ids));
    } else {
      addId(bound, ids);
    }
    if (ids.size() == 1) {
      bind.put(name, ids.iterator().next());
    } else {
      inexact(name, "its variables are not one, and only one can be bound again");
    }
  }

  private static void addId(@Nullable JsonValue alias, Set<JsonValue> ids) {
    if (alias instanceof JsonValue.Obj object && object.member("id") instanceof JsonValue.Str id) {
      ids.add(id);
    }
  }

  /// The operation.
  ///
  /// @param written what a node must still have for it to be taken back
  JsonValue.Obj operation(JsonValue.Obj written) {
    Map<String, JsonValue> operation = new LinkedHashMap<>();
    operation.put("expect", written);
    if (needsFont()) {
      operation.put("fonts", fonts());
    }
    put(operation, "styles", styles);
    put(operation, "set", named(set));
    put(operation, "ranges", named(ranges));
    put(operation, "bind", bind);
    return new JsonValue.Obj(operation);
  }

  private static void put(
      Map<String, JsonValue> operation, String member, Map<String, JsonValue> values) {
    if (!values.isEmpty()) {
      operation.put(member, new JsonValue.Obj(values));
    }
  }

  private static Map<String, JsonValue> named(Map<LiveField, JsonValue> values) {
    Map<String, JsonValue> named = new LinkedHashMap<>();
    values.forEach((field, value) -> named.put(field.fieldName(), value));
    return named;
  }

  private boolean needsFont() {
    return set.keySet().stream().anyMatch(LiveField::needsFont)
        || ranges.keySet().stream().anyMatch(LiveField::needsFont)
        || styles.containsKey(LiveField.TEXT_STYLE_ID.fieldName());
  }

  /// The fonts that come back. Those the text has are loaded anyway.
  private JsonValue.Arr fonts() {
    boolean comeBack =
        set.containsKey(LiveField.FONT_NAME)
            || ranges.containsKey(LiveField.FONT_NAME)
            || styles.containsKey(LiveField.TEXT_STYLE_ID.fieldName());
    JsonValue font = comeBack ? value(LiveField.FONT_NAME) : null;
    Set<JsonValue> fonts = new LinkedHashSet<>();
    if (font != null && !Mixed.is(font)) {
      fonts.add(font);
    }
    List<JsonValue> parts = font == null ? null : Mixed.parts(font);
    if (parts != null) {
      for (JsonValue part : parts) {
        JsonValue own = Mixed.value(part);
        if (own != null) {
          fonts.add(own);
        }
      }
    }
    return new JsonValue.Arr(List.copyOf(fonts));
  }

  private @Nullable JsonValue value(LiveField field) {
    return current.member(field.fieldName());
  }

  /// A whole that isn't told is that of parts which differ.
  private void restoreParts(LiveField whole) {
    LiveField[] parts =
        whole == LiveField.CORNER_RADIUS
            ? CORNERS
            : whole == LiveField.STROKE_WEIGHT ? SIDES : new LiveField[0];
    boolean found = false;
    for (LiveField part : parts) {
      JsonValue before = value(part);
      if (before != null) {
        set.put(part, before);
        found = true;
      }
    }
    if (!found) {
      inexact(whole.fieldName(), "its value before is not known");
    }
  }

  private void restoreRanges(LiveField field, JsonValue mixed) {
    List<JsonValue> parts = Mixed.parts(mixed);
    if (parts == null) {
      inexact(field.fieldName(), "its letters differ, in too many parts to be kept");
      return;
    }
    boolean isStyle = field.kind() == LiveField.Kind.STYLE_ID;
    List<JsonValue> kept = new ArrayList<>(parts.size());
    for (JsonValue part : parts) {
      // Letters without a shared style have none after their looks are back.
      if (!isStyle || !new JsonValue.Str("").equals(Mixed.value(part))) {
        kept.add(part);
      }
    }
    if (!kept.isEmpty()) {
      ranges.put(field, new JsonValue.Arr(kept));
    }
  }

  private void inexact(String field, String why) {
    problems.put(
        field,
        Problem.of(ProblemCode.QUIRK, "\"" + field + "\" can't be taken back exactly")
            .because(why)
            .advising("Figma's own undo and version history bring it back"));
  }
}
