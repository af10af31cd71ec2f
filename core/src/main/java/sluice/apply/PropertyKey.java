package sluice.apply;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a token can be applied to on a node: the property keys of Tokens Studio.
///
/// Declared in the order the rules use them (Tokens Studio, order of steps). A key that isn't here
/// is ignored wherever it is found; `paragraphIndent` is deliberately no key, it is reachable only
/// through a typography token.
public enum PropertyKey {
  // borders and strokes
  BORDER("border"),
  BORDER_TOP("borderTop"),
  BORDER_RIGHT("borderRight"),
  BORDER_BOTTOM("borderBottom"),
  BORDER_LEFT("borderLeft"),
  BORDER_COLOR("borderColor"),
  // corners
  BORDER_RADIUS("borderRadius"),
  BORDER_RADIUS_TOP_LEFT("borderRadiusTopLeft"),
  BORDER_RADIUS_TOP_RIGHT("borderRadiusTopRight"),
  BORDER_RADIUS_BOTTOM_RIGHT("borderRadiusBottomRight"),
  BORDER_RADIUS_BOTTOM_LEFT("borderRadiusBottomLeft"),
  // effects
  BOX_SHADOW("boxShadow"),
  BACKGROUND_BLUR("backgroundBlur"),
  // stroke widths
  BORDER_WIDTH("borderWidth"),
  BORDER_WIDTH_TOP("borderWidthTop"),
  BORDER_WIDTH_RIGHT("borderWidthRight"),
  BORDER_WIDTH_BOTTOM("borderWidthBottom"),
  BORDER_WIDTH_LEFT("borderWidthLeft"),
  OPACITY("opacity"),
  // sizes
  SIZING("sizing"),
  WIDTH("width"),
  HEIGHT("height"),
  MIN_WIDTH("minWidth"),
  MAX_WIDTH("maxWidth"),
  MIN_HEIGHT("minHeight"),
  MAX_HEIGHT("maxHeight"),
  // spacing
  SPACING("spacing"),
  HORIZONTAL_PADDING("horizontalPadding"),
  VERTICAL_PADDING("verticalPadding"),
  ITEM_SPACING("itemSpacing"),
  COUNTER_AXIS_SPACING("counterAxisSpacing"),
  PADDING_TOP("paddingTop"),
  PADDING_RIGHT("paddingRight"),
  PADDING_BOTTOM("paddingBottom"),
  PADDING_LEFT("paddingLeft"),
  ROTATION("rotation"),
  FILL("fill"),
  X("x"),
  Y("y"),
  // text style
  TYPOGRAPHY("typography"),
  FONT_FAMILIES("fontFamilies"),
  FONT_WEIGHTS("fontWeights"),
  FONT_SIZES("fontSizes"),
  LINE_HEIGHTS("lineHeights"),
  LETTER_SPACING("letterSpacing"),
  PARAGRAPH_SPACING("paragraphSpacing"),
  TEXT_CASE("textCase"),
  TEXT_DECORATION("textDecoration"),
  ASSET("asset"),
  DIMENSION("dimension"),
  NUMBER("number"),
  VISIBILITY("visibility"),
  VERTICAL_TRIM("verticalTrim"),
  // text content
  TOKEN_VALUE("tokenValue"),
  TEXT("text"),
  VALUE("value"),
  TOKEN_NAME("tokenName"),
  DESCRIPTION("description"),
  COMPOSITION("composition");

  private static final Map<String, PropertyKey> BY_STORED_NAME = byStoredName();

  private final String storedName;

  PropertyKey(String storedName) {
    this.storedName = storedName;
  }

  /// The key as documents store it, such as `borderRadiusTopLeft`.
  public String storedName() {
    return storedName;
  }

  /// The key of that stored name, case-sensitive, or null when there is none.
  public static @Nullable PropertyKey of(String storedName) {
    return BY_STORED_NAME.get(storedName);
  }

  private static Map<String, PropertyKey> byStoredName() {
    Map<String, PropertyKey> keys = HashMap.newHashMap(values().length);
    for (PropertyKey key : values()) {
      keys.put(key.storedName, key);
    }
    return keys;
  }
}
