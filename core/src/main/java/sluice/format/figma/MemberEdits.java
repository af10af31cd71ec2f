package sluice.format.figma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;

/// Edits of members inside a field's value as splices that leave the other members alone. Offsets
/// are counted from the value's first byte.
final class MemberEdits {
  private final byte[] bytes;
  private final int base;
  private final List<ObjectEdit.Splice> splices;

  /// @param base where the field's value starts in `bytes`
  MemberEdits(byte[] bytes, int base, List<ObjectEdit.Splice> splices) {
    this.bytes = bytes;
    this.base = base;
    this.splices = splices;
  }

  /// Edits the object that starts at `from`.
  ///
  /// @param level how many names of [Edit#below] lead to it
  void below(int from, List<Edit> edits, int level) {
    ObjectSpans members = new ObjectSpans(bytes, from);
    if (onlyReplaces(members, edits, level)) {
      for (int i = 0; i < edits.size(); i++) {
        JsonValue after = edits.get(i).after();
        if (after != null) {
          int member = members.find(edits.get(i).below().get(level));
          new FineReplace(bytes, base, splices).value(members.valueFrom(member), after);
        }
      }
      return;
    }
    ObjectRows object = ObjectRows.of(members, from, from - base, splices);
    for (Map.Entry<String, List<Edit>> member : byName(edits, level).entrySet()) {
      member(object, members, member.getKey(), member.getValue(), level + 1);
    }
    object.object().finish();
  }

  /// Whether the edits give new values to members that are there, the usual case: then the object
  /// keeps its members, and no two edits concern the same.
  private static boolean onlyReplaces(ObjectSpans members, List<Edit> edits, int level) {
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      if (edit.after() == null
          || edit.below().size() != level + 1
          || members.find(edit.below().get(level)) < 0) {
        return false;
      }
    }
    return true;
  }

  private void member(
      ObjectRows object, ObjectSpans members, String key, List<Edit> edits, int level) {
    int member = members.find(key);
    Edit first = edits.get(0);
    boolean leaf = first.below().size() == level;
    int from = member < 0 ? -1 : members.valueFrom(member);
    if (!leaf && member >= 0 && bytes[from] == '{') {
      below(from, edits, level);
      return;
    }
    JsonValue after = leaf ? first.after() : built(edits, level);
    if (after == null) {
      if (leaf && member >= 0) {
        object.remove(key);
      }
    } else if (member >= 0) {
      new FineReplace(bytes, base, splices).value(from, after);
    } else {
      object.object().add(key, JsonTree.write(after));
    }
  }

  /// The object that has to be made because there is none to edit; null when nothing is added.
  static @Nullable JsonValue built(List<Edit> edits, int level) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, List<Edit>> member : byName(edits, level).entrySet()) {
      Edit first = member.getValue().get(0);
      JsonValue value =
          first.below().size() == level + 1 ? first.after() : built(member.getValue(), level + 1);
      if (value != null) {
        members.put(member.getKey(), value);
      }
    }
    return members.isEmpty() ? null : new JsonValue.Obj(members);
  }

  private static Map<String, List<Edit>> byName(List<Edit> edits, int level) {
    Map<String, List<Edit>> byName = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byName.computeIfAbsent(edit.below().get(level), _ -> new ArrayList<>(2)).add(edit);
    }
    return byName;
  }
}
