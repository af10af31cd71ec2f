package sluice.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small JSON value as a tree: one field of a node, never a document.
public sealed interface JsonValue {

  /// An object, members in written order; of two members with one key the last counts.
  record Obj(Map<String, JsonValue> members) implements JsonValue {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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
