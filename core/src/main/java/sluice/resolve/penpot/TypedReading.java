package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.token.PenpotTokenType;
import sluice.token.TokenValue;

/// Reads a transformed value by the token's type (the `parse-sd-token-…` functions of penpot/penpot
/// `frontend/src/app/main/data/style_dictionary.cljs`, whose order of questions decides which error
/// a value has).
final class TypedReading {
  private TypedReading() {}

  static Reading of(PenpotTokenType type, TokenValue value) {
    return switch (type) {
      case TYPOGRAPHY -> CompositeReading.typography(value);
      case SHADOW -> CompositeReading.shadow(value);
      case COLOR -> color(value);
      case OPACITY -> opacity(value);
      case STROKE_WIDTH -> strokeWidth(value);
      case NUMBER -> number(value);
      case FONT_FAMILY -> families(value);
      case FONT_WEIGHT -> fontWeight(value);
      case LETTER_SPACING -> letterSpacing(value);
      case TEXT_CASE -> textCase(value);
      case TEXT_DECORATION -> decoration(value);
      case BOOLEAN,
          BORDER_RADIUS,
          DIMENSIONS,
          FONT_SIZE,
          OTHER,
          ROTATION,
          SIZING,
          SPACING,
          STRING ->
          general(value);
    };
  }

  /// A number whose unit does not matter.
  static Reading general(TokenValue value) {
    PenpotQuantity quantity = PenpotQuantity.parse(value);
    if (quantity == null) {
      return refused(value, PenpotError.INVALID);
    }
    return quantity.isOutOfBounds()
        ? Reading.refused(value, PenpotError.TOO_LARGE)
        : Reading.of(quantity);
  }

  static Reading color(TokenValue value) {
    return value instanceof TokenValue.Text(String text) && PenpotColor.parse(text) != null
        ? Reading.of(value)
        : refused(value, "invalid-color");
  }

  static Reading fontWeight(TokenValue value) {
    return PenpotFontWeight.parse(value) == null
        ? refused(value, "invalid-token-value-font-weight")
        : Reading.of(value);
  }

  static Reading letterSpacing(TokenValue value) {
    Reading general = general(value);
    return "%".equals(general.unit()) ? Reading.refused(value, "value-with-percent") : general;
  }

  static Reading textCase(TokenValue value) {
    return text(
        value,
        value instanceof TokenValue.Text(String text) ? PenpotTextStyle.textCase(text) : null,
        "invalid-token-value-text-case");
  }

  static Reading decoration(TokenValue value) {
    return text(
        value,
        value instanceof TokenValue.Text(String text) ? PenpotTextStyle.decoration(text) : null,
        "invalid-token-value-text-decoration");
  }

  /// A list of families, lists inside it made one.
  static Reading families(TokenValue value) {
    List<TokenValue> families = new ArrayList<>();
    boolean areTexts = flatten(value, families);
    if (!areTexts) {
      return Reading.refused(value, "invalid-token-value-font-family");
    }
    for (TokenValue family : families) {
      if (family instanceof TokenValue.Text(String text) && PenpotReference.isIn(text)) {
        return Reading.refused(value, PenpotError.MISSING_REFERENCE);
      }
    }
    return Reading.of(new TokenValue.Many(families));
  }

  private static boolean flatten(TokenValue value, List<TokenValue> families) {
    if (value instanceof TokenValue.Many(List<TokenValue> items)) {
      boolean areTexts = true;
      for (TokenValue item : items) {
        areTexts &= flatten(item, families);
      }
      return areTexts;
    }
    families.add(value);
    return value instanceof TokenValue.Text;
  }

  private static Reading opacity(TokenValue value) {
    PenpotQuantity quantity = PenpotQuantity.parse(value);
    if (quantity == null) {
      return refused(value, PenpotError.INVALID);
    }
    return quantity.value() >= 0 && quantity.value() <= 1
        ? Reading.of(quantity)
        : Reading.refused(value, "invalid-token-value-opacity");
  }

  private static Reading strokeWidth(TokenValue value) {
    PenpotQuantity quantity = PenpotQuantity.parse(value);
    if (quantity == null) {
      return refused(value, PenpotError.INVALID);
    }
    if (Double.isInfinite(quantity.value())) {
      return Reading.refused(value, PenpotError.TOO_LARGE);
    }
    return quantity.value() >= 0
        ? Reading.of(quantity)
        : Reading.refused(value, "invalid-token-value-stroke-width");
  }

  private static Reading number(TokenValue value) {
    PenpotQuantity quantity = PenpotQuantity.parse(value);
    if (quantity != null && quantity.isOutOfBounds()) {
      return Reading.refused(value, PenpotError.TOO_LARGE);
    }
    if (!(value instanceof TokenValue.Text(String text))) {
      return quantity == null ? refused(value, PenpotError.INVALID) : Reading.of(quantity);
    }
    if (quantity != null && PenpotQuantity.isNumber(text)) {
      return Reading.of(quantity);
    }
    int end = text.length();
    int unit = text.endsWith("px") ? 2 : text.endsWith("rem") ? 3 : 0;
    return unit > 0 && PenpotQuantity.isNumber(text.substring(0, end - unit))
        ? Reading.refused(value, "value-with-units")
        : refused(value, PenpotError.INVALID);
  }

  private static Reading text(TokenValue value, @Nullable String text, String code) {
    return text == null ? refused(value, code) : Reading.of(new TokenValue.Text(text));
  }

  /// A reference that is left in a text is the better reason.
  private static Reading refused(TokenValue value, String code) {
    return Reading.refused(
        value,
        value instanceof TokenValue.Text(String text) && PenpotReference.isIn(text)
            ? PenpotError.MISSING_REFERENCE
            : code);
  }
}
