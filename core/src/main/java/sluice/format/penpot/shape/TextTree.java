package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;

/// The content of a text shape: a root with paragraph sets, paragraphs, and leaves that hold the
/// text (Penpot, text content). Only paragraphs and leaves carry style.
final class TextTree {
  private TextTree() {}

  /// The content with every paragraph and leaf changed by a function; the same object where nothing
  /// changes.
  @SuppressWarnings("ReferenceEquality") // the same object says that nothing changed
  static JsonValue map(JsonValue node, UnaryOperator<Map<String, JsonValue>> change) {
    if (!(node instanceof JsonValue.Obj object)) {
      return node;
    }
    Map<String, JsonValue> members = Json.members(object);
    boolean differs = false;
    if (isStyled(object)) {
      Map<String, JsonValue> changed = change.apply(members);
      differs = !JsonUpdate.same(object, new JsonValue.Obj(changed));
      members = changed;
    }
    JsonValue children = mapAll(object.member("children"), change);
    if (children != null && children != object.member("children")) {
      members.put("children", children);
      differs = true;
    }
    return differs ? new JsonValue.Obj(members) : node;
  }

  @SuppressWarnings("ReferenceEquality") // the same object says that nothing changed
  private static @Nullable JsonValue mapAll(
      @Nullable JsonValue list, UnaryOperator<Map<String, JsonValue>> change) {
    if (!(list instanceof JsonValue.Arr(List<JsonValue> items))) {
      return list;
    }
    List<JsonValue> made = new ArrayList<>(items.size());
    boolean differs = false;
    for (JsonValue item : items) {
      JsonValue changed = map(item, change);
      differs |= changed != item;
      made.add(changed);
    }
    return differs ? new JsonValue.Arr(made) : list;
  }

  private static boolean isStyled(JsonValue.Obj node) {
    return "paragraph".equals(Json.textOf(node.member("type")))
        || node.member("text") instanceof JsonValue.Str;
  }
}
