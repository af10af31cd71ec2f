package sluice.format.figma.property;

import java.util.Set;

/// Which REST node types carry tokens, and what each can have (Tokens Studio, discovery; keys).
public final class NodeTypes {
  private static final Set<String> AUTO_LAYOUT =
      Set.of("FRAME", "COMPONENT", "COMPONENT_SET", "INSTANCE", "SLOT");

  private static final Set<String> OTHER_SHAPES =
      Set.of(
          "RECTANGLE",
          "ELLIPSE",
          "REGULAR_POLYGON",
          "STAR",
          "VECTOR",
          "BOOLEAN_OPERATION",
          "LINE",
          "TEXT");

  private NodeTypes() {}

  /// Whether nodes of a type are searched for tokens at all. Sections, slices, tables, widgets,
  /// sticky notes, connectors, shapes with text, pages and the document are not.
  public static boolean isTokenBearing(String type) {
    return isLayer(type);
  }

  /// Types that can lay out their children: frames and what behaves like one.
  static boolean isAutoLayout(String type) {
    return AUTO_LAYOUT.contains(type);
  }

  /// Types with individual corners and sides.
  static boolean hasSides(String type) {
    return type.equals("RECTANGLE") || isAutoLayout(type);
  }

  /// Types with paints.
  static boolean isShape(String type) {
    return OTHER_SHAPES.contains(type) || isAutoLayout(type);
  }

  /// Types with a corner radius.
  static boolean hasCorners(String type) {
    return isShape(type) && !type.equals("LINE") && !type.equals("TEXT");
  }

  /// Every type that tokens can change.
  static boolean isLayer(String type) {
    return type.equals("GROUP") || isShape(type);
  }
}
