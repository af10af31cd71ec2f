package sluice.format.figma.property;

import java.util.List;
import sluice.json.KeySet;

/// Names under which a node's `boundVariables` and `styles` hold what hides a raw value, as bits of
/// a `long`. A family takes off some of them and looks at no others.
public final class Bindings {
  /// Every name, those that are not listed here included.
  public static final long ALL = -1;

  private static final List<String> NAMES =
      List.of(
          "fills",
          "fill",
          "textRangeFills",
          "strokes",
          "stroke",
          "strokeWeight",
          "individualStrokeWeights",
          "effects",
          "effect",
          "text",
          "visible",
          "opacity",
          "paddingLeft",
          "paddingRight",
          "paddingTop",
          "paddingBottom",
          "itemSpacing",
          "counterAxisSpacing",
          "minWidth",
          "maxWidth",
          "minHeight",
          "maxHeight",
          "topLeftRadius",
          "topRightRadius",
          "bottomRightRadius",
          "bottomLeftRadius",
          "cornerRadius",
          "rectangleCornerRadii",
          "fontFamily",
          "fontStyle",
          "fontWeight",
          "fontSize",
          "lineHeight",
          "letterSpacing",
          "paragraphSpacing",
          "paragraphIndent",
          "textCase",
          "textDecoration");

  private static final KeySet KEYS = new KeySet(NAMES);

  private Bindings() {}

  /// The bit of a name as written in `bytes[from..to)`; 0 for one that no family takes off.
  public static long bit(byte[] bytes, int from, int to) {
    int known = KEYS.find(bytes, from, to);
    return known < 0 ? 0 : 1L << known;
  }

  /// The bits of some names.
  static long bits(String... names) {
    long bits = 0;
    for (String name : names) {
      int known = NAMES.indexOf(name);
      if (known < 0) {
        throw new IllegalArgumentException("not a binding's name: " + name);
      }
      bits |= 1L << known;
    }
    return bits;
  }
}
