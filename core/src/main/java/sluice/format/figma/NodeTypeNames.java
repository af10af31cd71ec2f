package sluice.format.figma;

import java.util.List;
import sluice.json.JsonText;
import sluice.json.KeySet;

/// Node type names as shared strings: one per type, not one per node.
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

  private NodeTypeNames() {}

  static String of(byte[] bytes, int from, int to) {
    if (to <= from) {
      return "";
    }
    int known = KEYS.find(bytes, from, to);
    return known >= 0 ? NAMES.get(known) : JsonText.decode(bytes, from, to);
  }
}
