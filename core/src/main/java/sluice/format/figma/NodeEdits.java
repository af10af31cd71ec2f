package sluice.format.figma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// The edits of one node as splices, ascending.
final class NodeEdits {
  private final byte[] bytes;
  private final List<ObjectEdit.Splice> splices = new ArrayList<>();

  private NodeEdits(byte[] bytes) {
    this.bytes = bytes;
  }

  static List<ObjectEdit.Splice> splices(NodeRecord node, byte[] bytes, List<Edit> edits) {
    NodeEdits work = new NodeEdits(bytes);
    work.nodeLevel(node, edits);
    work.splices.sort(Comparator.comparingLong(ObjectEdit.Splice::offset));
    return work.splices;
  }

  private void nodeLevel(NodeRecord node, List<Edit> edits) {
    FieldTable fields = node.fields;
    ObjectEdit object =
        new ObjectEdit(fields, node.offset, node.lastValueEnd, node.indent, node.spaced, splices);
    Map<String, List<Edit>> byField = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byField.computeIfAbsent(edit.field().jsonName(), _ -> new ArrayList<>(2)).add(edit);
    }
    for (Map.Entry<String, List<Edit>> field : byField.entrySet()) {
      int row = fields.find(field.getValue().get(0).field().ordinal());
      member(object, fields, row, field.getKey(), field.getValue(), 0);
    }
    object.finish();
  }

  /// Edits one member, or members below it.
  ///
  /// @param level how many names of [Edit#below] lead to this member
  private void member(
      ObjectEdit object, FieldTable rows, int row, String key, List<Edit> edits, int level) {
    Edit first = edits.get(0);
    if (first.below().size() == level) {
      leaf(object, row, key, first.after());
    } else if (row >= 0 && bytes[rows.textFrom(row)] == '{') {
      below(rows.textFrom(row), rows.valueStart(row), edits, level);
    } else {
      leaf(object, row, key, built(edits, level));
    }
  }

  private static void leaf(ObjectEdit object, int row, String key, @Nullable JsonValue after) {
    if (after == null) {
      if (row >= 0) {
        object.remove(row);
      }
    } else if (row >= 0) {
      object.replace(row, JsonTree.write(after));
    } else {
      object.add(key, JsonTree.write(after));
    }
  }

  private void below(int from, long offset, List<Edit> edits, int level) {
    ObjectRows members = new ObjectRows(bytes, from, offset);
    ObjectEdit object =
        new ObjectEdit(
            members.rows, offset, members.lastValueEnd, members.indent, members.spaced, splices);
    for (Map.Entry<String, List<Edit>> member : byName(edits, level).entrySet()) {
      String key = member.getKey();
      member(object, members.rows, members.find(key), key, member.getValue(), level + 1);
    }
    object.finish();
  }

  /// The object that has to be made because there is none to edit; null when nothing is added.
  private static @Nullable JsonValue built(List<Edit> edits, int level) {
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
