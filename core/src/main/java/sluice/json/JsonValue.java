package sluice.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small JSON value as a tree: one field of a node, never a document.
public sealed interface JsonValue {

  /// An object, members in written order; of two members with one key the last counts.
  record Obj(Map<String, JsonValue> members) implements JsonValue {
    public Obj {
      members = JsonMembers.of(members);
    }

    /// How many members there are.
    public int size() {
      return members.size();
    }

    /// The key of a member, counted from 0 in written order.
    public String key(int at) {
      return ((JsonMembers) members).key(at);
    }

    /// The value of a member, counted from 0 in written order.
    public JsonValue value(int at) {
      return ((JsonMembers) members).value(at);
    }

    /// The number of the member with a key, or -1.
    public int find(String key) {
      return ((JsonMembers) members).find(key);
    }

    /// The value of a key, or null.
    public @Nullable JsonValue member(String key) {
      return ((JsonMembers) members).member(key);
    }
  }

  /// An array.
  record Arr(List<JsonValue> items) implements JsonValue {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A string, escapes decoded.
  record Str(String text) implements JsonValue {}

  /// A number; the text form keeps the spelling where a value is only passed on.
  ///
  /// @param value the nearest double
  /// @param text the number as JSON text
  record Num(double value, String text) implements JsonValue {}

  /// `true` or `false`.
  record Bool(boolean value) implements JsonValue {}

  /// `null`.
  record Null() implements JsonValue {}
}
