package sluice.format.figma;

import java.util.List;
import sluice.format.figma.property.NodeTypes;
import sluice.json.JsonText;
import sluice.json.KeySet;

/// Node type names as small numbers and as shared strings: one per type, not one per node.
final class NodeTypeNames {
  private static final List<String> NAMES =
      List.of(
          "FRAME",
          "TEXT",
          "INSTANCE",
          "VECTOR",
          "RECTANGLE",
          "GROUP",
          "COMPONENT",
          "COMPONENT_SET",
          "ELLIPSE",
          "LINE",
          "BOOLEAN_OPERATION",
          "STAR",
          "REGULAR_POLYGON",
          "SLOT",
          "SECTION",
          "SLICE",
          "CANVAS",
          "DOCUMENT");
  private static final KeySet KEYS = new KeySet(NAMES);

  /// How many types have a number.
  static final int COUNT = NAMES.size();

  /// The number of texts.
  static final int TEXT = NAMES.indexOf("TEXT");

  /// The number of sections.
  static final int SECTION = NAMES.indexOf("SECTION");

  private static final boolean[] TOKEN_BEARING = new boolean[COUNT];

  static {
    for (int i = 0; i < COUNT; i++) {
      TOKEN_BEARING[i] = NodeTypes.isTokenBearing(NAMES.get(i));
    }
  }

  private NodeTypeNames() {}

  /// The number of the type in `bytes[from..to)`, or -1 for one that is not listed; such nodes are
  /// not searched for tokens.
  static int find(byte[] bytes, int from, int to) {
    return KEYS.find(bytes, from, to);
  }

  /// The name of a type's number.
  static String name(int type) {
    return NAMES.get(type);
  }

  /// Whether nodes of a type are searched for tokens at all, see [NodeTypes].
  static boolean isTokenBearing(int type) {
    return type >= 0 && TOKEN_BEARING[type];
  }

  static String of(byte[] bytes, int from, int to) {
    if (to <= from) {
      return "";
    }
    int known = KEYS.find(bytes, from, to);
    return known >= 0 ? NAMES.get(known) : JsonText.decode(bytes, from, to);
  }
}
