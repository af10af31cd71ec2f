package sluice.resolve.penpot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// Reads typography and shadows part by part; one bad part refuses the whole
/// (`parse-composite-typography-value` and `parse-sd-token-shadow-value` of
/// `style_dictionary.cljs`).
final class CompositeReading {
  private static final String FONT_SIZE = "fontSize";
  private static final String LINE_HEIGHT = "lineHeight";
  private static final String COLOR = "color";
  private static final String INSET = "inset";
  private static final List<String> SHADOW_PARTS =
      List.of("offsetX", "offsetY", "blur", "spread", COLOR, INSET);

  private CompositeReading() {}

  /// A composite of parts that are there, its line height as a factor of the font size.
  static Reading typography(TokenValue value) {
    if (!(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
      return refused(value, "invalid-token-value-typography");
    }
    Map<String, TokenValue> read = new LinkedHashMap<>();
    List<PenpotError> errors = new ArrayList<>();
    for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
      if (!part.getKey().equals(LINE_HEIGHT)) {
        keep(part.getKey(), typographyPart(part.getKey(), part.getValue()), null, read, errors);
      }
    }
    TokenValue lineHeight = parts.get(LINE_HEIGHT);
    if (lineHeight != null && !(lineHeight instanceof TokenValue.Nothing)) {
      keep(LINE_HEIGHT, lineHeight(lineHeight, read.get(FONT_SIZE)), null, read, errors);
    }
    return new Reading(new TokenValue.Parts(read), null, errors);
  }

  private static Reading typographyPart(String part, TokenValue value) {
    return switch (part) {
      case FONT_SIZE -> TypedReading.general(value);
      case "fontFamily" -> TypedReading.families(value);
      case "fontWeight" -> TypedReading.fontWeight(value);
      case "letterSpacing" -> TypedReading.letterSpacing(value);
      case "textCase" -> TypedReading.textCase(value);
      case "textDecoration" -> TypedReading.decoration(value);
      default -> Reading.of(value);
    };
  }

  private static Reading lineHeight(TokenValue value, @Nullable TokenValue fontSize) {
    if (value instanceof TokenValue.Text(String text) && PenpotReference.isIn(text)) {
      return Reading.refused(value, PenpotError.MISSING_REFERENCE);
    }
    if (!(fontSize instanceof TokenValue.Num(double size))) {
      return Reading.refused(value, "composite-line-height-needs-font-size");
    }
    PenpotQuantity quantity = PenpotQuantity.parse(value);
    if (quantity == null) {
      return Reading.refused(value, PenpotError.INVALID);
    }
    double factor =
        quantity.unit() == null
            ? quantity.value()
            : quantity.unit().equals("%") ? quantity.value() / 100 : quantity.value() / size;
    return Double.isFinite(factor)
        ? Reading.of(new TokenValue.Num(factor))
        : Reading.refused(value, PenpotError.INVALID);
  }

  /// A list of layers, each with all six parts.
  static Reading shadow(TokenValue value) {
    if (!(value instanceof TokenValue.Many(List<TokenValue> layers))) {
      return refused(
          value,
          value instanceof TokenValue.Text
              ? "invalid-token-value-shadow"
              : value instanceof TokenValue.Nothing ? "empty-input" : PenpotError.INVALID);
    }
    List<TokenValue> read = new ArrayList<>(layers.size());
    List<PenpotError> errors = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      read.add(layer(layers.get(i), i + ".", errors));
    }
    return new Reading(new TokenValue.Many(read), null, errors);
  }

  private static TokenValue layer(TokenValue layer, String prefix, List<PenpotError> errors) {
    Map<String, TokenValue> parts =
        layer instanceof TokenValue.Parts(Map<String, TokenValue> written) ? written : Map.of();
    Map<String, TokenValue> read = new LinkedHashMap<>();
    for (String part : SHADOW_PARTS) {
      TokenValue absent =
          part.equals(INSET) ? new TokenValue.Bool(false) : new TokenValue.Nothing();
      keep(part, shadowPart(part, parts.getOrDefault(part, absent)), prefix, read, errors);
    }
    return new TokenValue.Parts(read);
  }

  private static Reading shadowPart(String part, TokenValue value) {
    return switch (part) {
      case "blur" -> {
        Reading general = TypedReading.general(value);
        yield !general.isRefused()
                && general.value() instanceof TokenValue.Num(double blur)
                && blur >= 0
            ? general
            : Reading.refused(value, "invalid-token-value-shadow-blur");
      }
      case "spread" -> {
        Reading general = TypedReading.general(value);
        yield general.isRefused()
            ? Reading.refused(value, "invalid-token-value-shadow-spread")
            : general;
      }
      case COLOR -> TypedReading.color(value);
      case INSET ->
          value instanceof TokenValue.Bool
              ? Reading.of(value)
              : refused(value, "invalid-token-value-shadow-type");
      default -> TypedReading.general(value);
    };
  }

  private static void keep(
      String part,
      Reading reading,
      @Nullable String prefix,
      Map<String, TokenValue> read,
      List<PenpotError> errors) {
    if (reading.isRefused()) {
      String name = (prefix == null ? "" : prefix) + kebab(part);
      reading.errors().forEach(error -> errors.add(error.in(name)));
    } else {
      read.put(part, reading.value());
    }
  }

  /// The part's name as Penpot has it inside.
  private static String kebab(String part) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        name.append('-').append((char) (c + 'a' - 'A'));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  private static Reading refused(TokenValue value, String code) {
    return Reading.refused(
        value,
        value instanceof TokenValue.Text(String text) && PenpotReference.isIn(text)
            ? PenpotError.MISSING_REFERENCE
            : code);
  }
}
