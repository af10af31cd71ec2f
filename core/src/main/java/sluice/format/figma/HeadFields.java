package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import sluice.format.figma.property.FigmaField;

/// Whether fields that lie before a node's children may have to change once the node has ended.
///
/// A wrong "no" would lose a change, so everything is "yes" but what is certain: in files as Figma
/// writes them, a node that carries tokens says so before its children, and `visible` and `opacity`
/// there change only through their own tokens.
final class HeadFields {
  private static final byte[] COMPOSITION = quoted("composition");
  private static final byte[] VISIBILITY = quoted("visibility");
  private static final byte[] OPACITY = quoted("opacity");

  private HeadFields() {}

  static boolean mayChange(OpenNode node, byte[] captured) {
    if (!node.hasTokens() || contains(captured, node, COMPOSITION)) {
      return true;
    }
    for (int row = 0; row < node.fields.count(); row++) {
      int field = node.fields.field(row);
      boolean settled =
          (field == FigmaField.VISIBLE.ordinal() && !contains(captured, node, VISIBILITY))
              || (field == FigmaField.OPACITY.ordinal() && !contains(captured, node, OPACITY));
      if (!settled) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, OpenNode node, byte[] key) {
    int last = node.tokensTo - key.length;
    for (int at = node.tokensFrom; at <= last; at++) {
      if (bytes[at] == '"' && matches(bytes, at, key)) {
        return true;
      }
      if (bytes[at] == '\\' && bytes[at + 1] == 'u') {
        // A key spelled with escapes could be any key.
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (bytes[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] quoted(String key) {
    return ("\"" + key + "\"").getBytes(StandardCharsets.US_ASCII);
  }
}
