package sluice.bench.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// A node as an object in memory, with all its fields. Not safe for use by several threads at once.
final class DesignNode {
  /// The key under which its place among the fields is kept; the nodes are in [#children].
  static final String CHILDREN = "children";

  final @Nullable DesignNode parent;
  final List<DesignNode> children = new ArrayList<>(0);

  /// In written order.
  Map<String, JsonValue> fields = new LinkedHashMap<>();

  DesignNode(@Nullable DesignNode parent) {
    this.parent = parent;
  }

  /// The text of a field, empty when there is none.
  String text(String key) {
    return fields.get(key) instanceof JsonValue.Str(String text) ? text : "";
  }
}
