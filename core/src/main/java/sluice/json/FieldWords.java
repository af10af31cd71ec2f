package sluice.json;

import java.util.List;

/// Words that fields of nodes are full of, as keys and as values: read from bytes they are shared
/// strings, not new ones, and comparing them is comparing references.
final class FieldWords {
  private static final List<String> WORDS =
      List.of(
          "x",
          "y",
          "width",
          "height",
          "r",
          "g",
          "b",
          "a",
          "color",
          "opacity",
          "visible",
          "type",
          "blendMode",
          "NORMAL",
          "SOLID",
          "GRADIENT_LINEAR",
          "GRADIENT_RADIAL",
          "gradientHandlePositions",
          "gradientStops",
          "position",
          "imageRef",
          "scaleMode",
          "radius",
          "spread",
          "offset",
          "DROP_SHADOW",
          "INNER_SHADOW",
          "BACKGROUND_BLUR",
          "LAYER_BLUR",
          "showShadowBehindNode",
          "boundVariables",
          "VARIABLE_ALIAS",
          "id",
          "fill",
          "fills",
          "stroke",
          "strokes",
          "text",
          "effect",
          "effects",
          "top",
          "right",
          "bottom",
          "left",
          "NONE",
          "HORIZONTAL",
          "VERTICAL",
          "fontFamily",
          "fontPostScriptName",
          "fontStyle",
          "fontWeight",
          "fontSize",
          "italic",
          "textAlignHorizontal",
          "textAlignVertical",
          "textAutoResize",
          "textCase",
          "textDecoration",
          "letterSpacing",
          "lineHeightPx",
          "lineHeightPercent",
          "lineHeightPercentFontSize",
          "lineHeightUnit",
          "paragraphSpacing",
          "paragraphIndent",
          "PIXELS",
          "FONT_SIZE_%",
          "INTRINSIC_%",
          "LEFT",
          "TOP",
          "CENTER",
          "HEIGHT",
          "WIDTH_AND_HEIGHT",
          "Regular",
          "Medium",
          "Bold");

  private static final KeySet SET = new KeySet(WORDS);
  private static final String[] TEXTS = WORDS.toArray(String[]::new);
  private static final JsonValue[] VALUES =
      WORDS.stream().map(JsonValue.Str::new).toArray(JsonValue[]::new);

  private FieldWords() {}

  /// The number of the word in `bytes[from..to)`, or -1.
  static int find(byte[] bytes, int from, int to) {
    return SET.find(bytes, from, to);
  }

  static String text(int word) {
    return TEXTS[word];
  }

  static JsonValue value(int word) {
    return VALUES[word];
  }
}
