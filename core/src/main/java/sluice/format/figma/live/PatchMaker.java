package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonValue;
import sluice.problem.Problem;

/// Makes the operation for one node's edits, and the one that takes it back.
final class PatchMaker {
  private final JsonValue.Obj current;
  private final Map<LiveField, Edit> writes = new EnumMap<>(LiveField.class);
  private final Set<LiveField> detached = EnumSet.noneOf(LiveField.class);
  private final Set<String> unbound = new LinkedHashSet<>();
  private final TakeBack takeBack;

  PatchMaker(JsonValue.Obj current, List<Edit> edits) {
    this.current = current;
    this.takeBack = new TakeBack(current);
    for (Edit edit : edits) {
      LiveField field = LiveField.written(edit);
      if (field != null) {
        writes.put(field, edit);
      } else if (edit.field() == FigmaField.STYLES) {
        detached.add(LiveField.ofSlot(edit.below().getFirst()));
      } else {
        addUnbound(edit.below().getFirst());
      }
    }
  }

  /// Paints and effects hold their variables themselves: those written have none.
  private void addUnbound(String name) {
    LiveField field = LiveField.of(name);
    boolean inside =
        field == LiveField.FILLS || field == LiveField.STROKES || field == LiveField.EFFECTS;
    if (!inside) {
      unbound.add(name);
    }
  }

  /// Whether nothing is written.
  boolean isEmpty() {
    return writes.isEmpty();
  }

  /// What is written, in order.
  List<FieldChange> changes() {
    List<FieldChange> changes = new ArrayList<>(writes.size());
    writes.forEach((field, edit) ->
        changes.add(
            new FieldChange(
                field.fieldName(), edit.token(), current.member(field.fieldName()), after(edit))));
    return changes;
  }

  /// What can't be taken back exactly, by field; complete once the patch is made.
  Map<String, Problem> problems() {
    return takeBack.problems();
  }

  LivePatch patch() {
    Map<String, JsonValue> set = new LinkedHashMap<>();
    boolean needsFont = false;
    for (Map.Entry<LiveField, Edit> write : writes.entrySet()) {
      LiveField field = write.getKey();
      set.put(field.fieldName(), after(write.getValue()));
      needsFont |= field.needsFont();
      takeBack.restore(field);
    }
    if (writes.containsKey(LiveField.WIDTH) || writes.containsKey(LiveField.HEIGHT)) {
      takeBack.restoreFit();
    }
    if (writes.containsKey(LiveField.CHARACTERS)) {
      takeBack.restoreLooks(writes.keySet());
    }
    detached.forEach(takeBack::attach);
    unbound.forEach(takeBack::bind);

    JsonValue.Obj written = new JsonValue.Obj(set);
    Map<String, JsonValue> operation = new LinkedHashMap<>();
    if (needsFont) {
      JsonValue font = set.get(LiveField.FONT_NAME.fieldName());
      operation.put("fonts", new JsonValue.Arr(font == null ? List.of() : List.of(font)));
    }
    if (!unbound.isEmpty()) {
      List<JsonValue> names = new ArrayList<>(unbound.size());
      unbound.forEach(name -> names.add(new JsonValue.Str(name)));
      operation.put("unbind", new JsonValue.Arr(names));
    }
    operation.put("set", written);
    return new LivePatch(new JsonValue.Obj(operation), takeBack.operation(written));
  }

  private static JsonValue after(Edit edit) {
    @Nullable JsonValue after = edit.after();
    if (after == null) {
      throw new IllegalArgumentException("fields of the Plugin API can't be removed: " + edit);
    }
    return after;
  }
}
