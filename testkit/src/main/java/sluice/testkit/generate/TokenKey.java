package sluice.testkit.generate;

/// The Tokens Studio property keys a generated node may carry.
enum TokenKey {
  FILL("fill"),
  BORDER_COLOR("borderColor"),
  BORDER_WIDTH("borderWidth"),
  BORDER("border"),
  BORDER_RADIUS("borderRadius"),
  BORDER_RADIUS_TOP_LEFT("borderRadiusTopLeft"),
  SPACING("spacing"),
  HORIZONTAL_PADDING("horizontalPadding"),
  VERTICAL_PADDING("verticalPadding"),
  ITEM_SPACING("itemSpacing"),
  SIZING("sizing"),
  WIDTH("width"),
  HEIGHT("height"),
  OPACITY("opacity"),
  BOX_SHADOW("boxShadow"),
  TYPOGRAPHY("typography"),
  FONT_SIZES("fontSizes"),
  LINE_HEIGHTS("lineHeights"),
  LETTER_SPACING("letterSpacing");

  private final String key;

  TokenKey(String key) {
    this.key = key;
  }

  /// As it stands in the plugin data.
  String key() {
    return key;
  }
}
