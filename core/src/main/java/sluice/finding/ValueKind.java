package sluice.finding;

/// A kind of value that may come from a token, with the types of tokens that fit it.
public enum ValueKind {
  COLOR("color", "color"),
  SPACING("spacing", "spacing", "dimension"),
  RADIUS("radius", "borderRadius", "dimension"),
  FONT_FAMILY("font-family", "fontFamilies", "fontFamily"),
  FONT_WEIGHT("font-weight", "fontWeights", "fontWeight"),
  FONT_SIZE("font-size", "fontSizes", "fontSize", "dimension"),
  LINE_HEIGHT("line-height", "lineHeights", "lineHeight", "number", "dimension"),
  LETTER_SPACING("letter-spacing", "letterSpacing", "dimension");

  private final String text;

  /// The types, a blank before and behind each.
  private final String tokenTypes;

  ValueKind(String text, String... tokenTypes) {
    this.text = text;
    this.tokenTypes = " " + String.join(" ", tokenTypes) + " ";
  }

  /// The word in files.
  public String text() {
    return text;
  }

  /// Whether a token of that type may be applied to such a value.
  boolean fits(String tokenType) {
    return tokenTypes.contains(" " + tokenType + " ");
  }
}
