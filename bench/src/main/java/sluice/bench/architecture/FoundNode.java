package sluice.bench.architecture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.NodeTypes;
import sluice.format.figma.property.ParentFacts;
import sluice.json.JsonValue;

/// A node that carries tokens.
///
/// The facts of its parent are noted when it is found: nodes are changed on several threads, and a
/// node must see its parent as it was.
///
/// @param node the node
/// @param stored the plugin's entries as they are stored on it
/// @param parent what is known of its parent, null for the outermost node
record FoundNode(DesignNode node, Map<String, String> stored, @Nullable ParentFacts parent) {

  /// Looks at one node.
  ///
  /// @return null when it carries no tokens
  static @Nullable FoundNode of(DesignNode node) {
    if (!(node.fields.get("sharedPluginData") instanceof JsonValue.Obj(var namespaces))
        || !(namespaces.get("tokens") instanceof JsonValue.Obj(var entries))) {
      return null;
    }
    Map<String, String> stored = new LinkedHashMap<>();
    entries.forEach((key, value) -> {
      if (value instanceof JsonValue.Str(String text)) {
        stored.put(key, text);
      }
    });
    return new FoundNode(node, stored, facts(node.parent));
  }

  /// Whether tokens can be applied to nodes of this type.
  boolean takesTokens() {
    return NodeTypes.isTokenBearing(node.text("type"));
  }

  private static @Nullable ParentFacts facts(@Nullable DesignNode parent) {
    if (parent == null) {
      return null;
    }
    String mode = parent.text("layoutMode");
    ParentFacts.Box box = null;
    if (parent.fields.get("absoluteBoundingBox") instanceof JsonValue.Obj(var sides)
        && sides.get("x") instanceof JsonValue.Num(double x, String _)
        && sides.get("y") instanceof JsonValue.Num(double y, String _)
        && sides.get("width") instanceof JsonValue.Num(double width, String _)
        && sides.get("height") instanceof JsonValue.Num(double height, String _)) {
      box = new ParentFacts.Box(x, y, width, height);
    }
    return new ParentFacts.Known(parent.text("type"), !mode.isEmpty() && !mode.equals("NONE"), box);
  }
}
