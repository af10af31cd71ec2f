package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.resolve.color.TinyColor;
import sluice.resolve.math.SpacedMath;
import sluice.token.NumberText;
import sluice.token.PenpotTokenType;
import sluice.token.TokenValue;

/// What is done to a value without references, before others refer to it: the transforms of
/// sd-transforms 2.0.3 and Style Dictionary 5.4.4, of which only those concern Penpot that go by
/// type names Penpot uses inside. Maths for all; `px` behind the numbers of spacing and sizing;
/// percentages of opacities to shares; colours to one spelling.
///
/// Deliberately absent: `px` behind the blur and spread of shadows, which nothing can refer to and
/// which is taken off again.
final class Transforms {
  private static final List<String> GRADIENTS =
      List.of(
          "linear-gradient",
          "radial-gradient",
          "conic-gradient",
          "repeating-linear",
          "repeating-radial",
          "repeating-conic");

  private Transforms() {}

  static TokenValue apply(PenpotTokenType type, TokenValue value) {
    return switch (type) {
      case SPACING, SIZING -> withPx(calculated(value));
      case OPACITY -> share(calculated(value));
      case COLOR -> color(calculated(value));
      case TYPOGRAPHY -> parts(value, false);
      case SHADOW -> shadow(value);
      case BOOLEAN,
          BORDER_RADIUS,
          DIMENSIONS,
          FONT_FAMILY,
          FONT_SIZE,
          FONT_WEIGHT,
          LETTER_SPACING,
          NUMBER,
          OTHER,
          ROTATION,
          STRING,
          STROKE_WIDTH,
          TEXT_CASE,
          TEXT_DECORATION ->
          calculated(value);
    };
  }

  private static TokenValue calculated(TokenValue value) {
    return value instanceof TokenValue.Text(String text) ? SpacedMath.evaluate(text) : value;
  }

  private static TokenValue withPx(TokenValue value) {
    String text = Texts.of(value);
    if (!(value instanceof TokenValue.Text) || text.indexOf(' ') < 0) {
      return new TokenValue.Text(withPx(text));
    }
    List<String> dimensions = new ArrayList<>();
    for (String dimension : text.split(" ", -1)) {
      dimensions.add(withPx(dimension));
    }
    return new TokenValue.Text(String.join(" ", dimensions));
  }

  private static String withPx(String text) {
    return !text.isEmpty()
            && !Double.isNaN(NumberText.toNumber(text))
            && NumberText.parseFloat(text) != 0
        ? text + "px"
        : text;
  }

  private static TokenValue share(TokenValue value) {
    String text = Texts.of(value);
    if (!text.endsWith("%")) {
      return value;
    }
    double share = NumberText.parseFloat(text.substring(0, text.length() - 1)) / 100;
    return Double.isNaN(share) ? value : new TokenValue.Num(share);
  }

  private static TokenValue color(TokenValue value) {
    if (!(value instanceof TokenValue.Text(String written))) {
      return value;
    }
    String text = HexRgba.expand(written);
    TinyColor color = GRADIENTS.stream().anyMatch(text::startsWith) ? null : TinyColor.parse(text);
    return new TokenValue.Text(color == null ? text : color.css());
  }

  private static TokenValue shadow(TokenValue value) {
    if (!(value instanceof TokenValue.Many(List<TokenValue> layers))) {
      return parts(value, true);
    }
    List<TokenValue> transformed = new ArrayList<>(layers.size());
    for (TokenValue layer : layers) {
      transformed.add(layer instanceof TokenValue.Parts ? parts(layer, true) : calculated(layer));
    }
    return new TokenValue.Many(transformed);
  }

  private static TokenValue parts(TokenValue value, boolean hasColor) {
    if (value instanceof TokenValue.Many(List<TokenValue> items)) {
      return new TokenValue.Many(items.stream().map(Transforms::calculated).toList());
    }
    if (!(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
      return value;
    }
    Map<String, TokenValue> transformed = new LinkedHashMap<>();
    parts.forEach((key, part) -> {
      TokenValue calculated = calculated(part);
      transformed.put(
          key,
          hasColor && key.equals("color") && calculated instanceof TokenValue.Text(String text)
              ? new TokenValue.Text(HexRgba.expand(text))
              : calculated);
    });
    return new TokenValue.Parts(transformed);
  }
}
