package sluice.bench.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.Edit;
import sluice.json.JsonValue;

/// Edits carried out on objects, so that they come out as Sluice's splices do: a new member takes
/// the place of a removed one or goes last, and of a value only what differs is replaced.
final class FieldChanges {
  private FieldChanges() {}

  /// The members of a node with edits carried out.
  static Map<String, JsonValue> applied(Map<String, JsonValue> members, List<Edit> edits) {
    return applied(members, edits, 0);
  }

  private static Map<String, JsonValue> applied(
      Map<String, JsonValue> members, List<Edit> edits, int level) {
    Map<String, JsonValue> replaced = new HashMap<>();
    Set<String> removed = new HashSet<>();
    Deque<Map.Entry<String, JsonValue>> added = new ArrayDeque<>();
    for (Map.Entry<String, List<Edit>> entry : byName(edits, level).entrySet()) {
      String name = entry.getKey();
      JsonValue before = members.get(name);
      Edit first = entry.getValue().get(0);
      boolean leaf = first.below().size() == level;
      if (!leaf && before instanceof JsonValue.Obj(Map<String, JsonValue> inner)) {
        replaced.put(name, new JsonValue.Obj(applied(inner, entry.getValue(), level + 1)));
        continue;
      }
      JsonValue after = leaf ? first.after() : built(entry.getValue(), level + 1);
      if (after == null) {
        if (leaf && before != null) {
          removed.add(name);
        }
      } else if (before == null) {
        added.add(Map.entry(name, after));
      } else {
        replaced.put(name, replaced(before, after));
      }
    }
    Map<String, JsonValue> result = LinkedHashMap.newLinkedHashMap(members.size() + added.size());
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      if (!removed.contains(member.getKey())) {
        result.put(member.getKey(), replaced.getOrDefault(member.getKey(), member.getValue()));
      } else if (!added.isEmpty()) {
        put(added.remove(), result);
      }
    }
    added.forEach(member -> put(member, result));
    return result;
  }

  private static void put(Map.Entry<String, JsonValue> member, Map<String, JsonValue> into) {
    into.put(member.getKey(), member.getValue());
  }

  private static @Nullable JsonValue built(List<Edit> edits, int level) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, List<Edit>> entry : byName(edits, level).entrySet()) {
      Edit first = entry.getValue().get(0);
      boolean leaf = first.below().size() == level;
      JsonValue value = leaf ? first.after() : built(entry.getValue(), level + 1);
      if (value != null) {
        members.put(entry.getKey(), value);
      }
    }
    return members.isEmpty() ? null : new JsonValue.Obj(members);
  }

  /// The edits by the name at a level: the field, then what lies below it.
  private static Map<String, List<Edit>> byName(List<Edit> edits, int level) {
    Map<String, List<Edit>> byName = new LinkedHashMap<>();
    for (Edit edit : edits) {
      String name = level == 0 ? edit.field().jsonName() : edit.below().get(level - 1);
      byName.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(edit);
    }
    return byName;
  }

  /// A new value that keeps the order of members and the spelling of numbers of the old one where
  /// both have the same shape. Numbers are equal when equal as float32.
  private static JsonValue replaced(JsonValue before, JsonValue after) {
    return switch (after) {
      case JsonValue.Obj(Map<String, JsonValue> now)
          when before instanceof JsonValue.Obj(Map<String, JsonValue> old)
              && old.keySet().equals(now.keySet()) -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : old.entrySet()) {
          JsonValue next = now.getOrDefault(member.getKey(), member.getValue());
          members.put(member.getKey(), replaced(member.getValue(), next));
        }
        yield new JsonValue.Obj(members);
      }
      case JsonValue.Arr(List<JsonValue> now)
          when before instanceof JsonValue.Arr(List<JsonValue> old) && old.size() == now.size() -> {
        List<JsonValue> items = new ArrayList<>(now.size());
        for (int i = 0; i < now.size(); i++) {
          items.add(replaced(old.get(i), now.get(i)));
        }
        yield new JsonValue.Arr(items);
      }
      case JsonValue.Num(double now, String _)
          when before instanceof JsonValue.Num(double old, String _)
              && (float) old == (float) now ->
          before;
      default -> after;
    };
  }
}
