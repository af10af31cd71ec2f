package sluice.format.figma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

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
    ObjectRows members = new ObjectRows(bytes, from, from - base);
    ObjectEdit object =
        new ObjectEdit(
            members.rows,
            from - base,
            members.lastValueEnd,
            members.indent,
            members.spaced,
            splices);
    for (Map.Entry<String, List<Edit>> member : byName(edits, level).entrySet()) {
      member(object, members, member.getKey(), member.getValue(), level + 1);
    }
    object.finish();
  }

  private void member(
      ObjectEdit object, ObjectRows members, String key, List<Edit> edits, int level) {
    int row = members.find(key);
    Edit first = edits.get(0);
    boolean leaf = first.below().size() == level;
    int from = row < 0 ? -1 : members.rows.textFrom(row);
    if (!leaf && row >= 0 && bytes[from] == '{') {
      below(from, edits, level);
      return;
    }
    JsonValue after = leaf ? first.after() : built(edits, level);
    if (after == null) {
      if (leaf && row >= 0) {
        object.remove(row);
      }
    } else if (row >= 0) {
      new FineReplace(bytes, base, splices).value(from, after);
    } else {
      object.add(key, JsonTree.write(after));
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
