package sluice.format.figma.property;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;
import sluice.apply.TypographyPart;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;

/// What tokens say of a text's style: each part from its own key, or else from the typography
/// token. A part that is null stays as it is.
record TextSettings(
    @Nullable Part<String> family,
    @Nullable Part<String> weight,
    @Nullable Setting fontSize,
    @Nullable Part<LineHeight> lineHeight,
    @Nullable Part<LetterSpacing> letterSpacing,
    @Nullable Setting paragraphSpacing,
    @Nullable Setting paragraphIndent,
    @Nullable Part<String> textCase,
    @Nullable Part<String> textDecoration) {

  /// Figma's smallest text.
  private static final double FONT_SIZE_MIN_PX = 1;

  /// One part and where it comes from.
  record Part<T>(T value, Source source) {}

  static TextSettings read(ScalarReader reader) {
    Map<String, TokenValue> typography = typography(reader);
    Source cleared = reader.cleared(PropertyKey.TEXT_DECORATION);
    Part<String> decoration =
        word(part(reader, PropertyKey.TEXT_DECORATION, "textDecoration", typography), false);
    if (decoration == null && cleared != null) {
      decoration = new Part<>(TextDecoration.NONE.name(), cleared);
    }
    return new TextSettings(
        part(reader, PropertyKey.FONT_FAMILIES, "fontFamily", typography),
        part(reader, PropertyKey.FONT_WEIGHTS, "fontWeight", typography),
        reader.atLeast(
            FONT_SIZE_MIN_PX,
            number(reader, part(reader, PropertyKey.FONT_SIZES, "fontSize", typography))),
        lineHeight(reader, part(reader, PropertyKey.LINE_HEIGHTS, "lineHeight", typography)),
        letterSpacing(
            reader, part(reader, PropertyKey.LETTER_SPACING, "letterSpacing", typography)),
        number(reader, part(reader, PropertyKey.PARAGRAPH_SPACING, "paragraphSpacing", typography)),
        number(reader, typographyPart(reader, "paragraphIndent", typography)),
        word(part(reader, PropertyKey.TEXT_CASE, "textCase", typography), true),
        decoration);
  }

  boolean isEmpty() {
    return family == null
        && weight == null
        && fontSize == null
        && lineHeight == null
        && letterSpacing == null
        && paragraphSpacing == null
        && paragraphIndent == null
        && textCase == null
        && textDecoration == null;
  }

  private static Map<String, TokenValue> typography(ScalarReader reader) {
    ResolvedToken token = reader.tokens().referenced(PropertyKey.TYPOGRAPHY);
    if (token == null || reader.value(PropertyKey.TYPOGRAPHY) == null) {
      return Map.of();
    }
    if ("composition".equals(token.token().type())) {
      Source source = reader.source(PropertyKey.TYPOGRAPHY);
      reader.notice(
          source,
          Notices.quirk(
              source,
              "a typography written out inside a composition is not applied",
              "only a composition's reference to a typography token is"));
      return Map.of();
    }
    if (token.value() instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      return parts;
    }
    reader.invalid(PropertyKey.TYPOGRAPHY, "a typography with named parts");
    return Map.of();
  }

  private static @Nullable Part<String> part(
      ScalarReader reader, PropertyKey key, String name, Map<String, TokenValue> typography) {
    AppliedValue own = reader.tokens().value(key);
    Part<String> part = own == null ? null : part(reader, key, name, own.value());
    return part == null ? typographyPart(reader, name, typography) : part;
  }

  private static @Nullable Part<String> typographyPart(
      ScalarReader reader, String name, Map<String, TokenValue> typography) {
    TokenValue value = typography.get(name);
    return value == null ? null : part(reader, PropertyKey.TYPOGRAPHY, name, value);
  }

  private static @Nullable Part<String> part(
      ScalarReader reader, PropertyKey key, String name, TokenValue value) {
    Source source = reader.source(key);
    String text = ScalarReader.primitive(TypographyPart.normalize(name, value));
    if (text == null) {
      reader.notice(source, Notices.invalid(source, value, "a single number or word for " + name));
      return null;
    }
    return new Part<>(text, source);
  }

  private static @Nullable Setting number(ScalarReader reader, @Nullable Part<String> part) {
    if (part == null) {
      return null;
    }
    double number = Measure.number(part.value(), reader.basePx());
    if (Double.isFinite(number)) {
      return new Setting(number, part.source());
    }
    invalid(reader, part, "a number, with or without a unit");
    return null;
  }

  private static @Nullable Part<LineHeight> lineHeight(
      ScalarReader reader, @Nullable Part<String> part) {
    if (part == null) {
      return null;
    }
    LineHeight height = LineHeight.of(part.value(), reader.basePx());
    if (height instanceof LineHeight.Pixels(double px) && !Double.isFinite(px)) {
      invalid(reader, part, "a number, a percentage or AUTO");
      return null;
    }
    return new Part<>(height, part.source());
  }

  private static @Nullable Part<LetterSpacing> letterSpacing(
      ScalarReader reader, @Nullable Part<String> part) {
    if (part == null) {
      return null;
    }
    LetterSpacing spacing = LetterSpacing.of(part.value(), reader.basePx());
    if (spacing == null || !Double.isFinite(spacing.value())) {
      invalid(reader, part, "a number or a percentage");
      return null;
    }
    return new Part<>(spacing, part.source());
  }

  private static @Nullable Part<String> word(@Nullable Part<String> part, boolean isCase) {
    if (part == null) {
      return null;
    }
    String word =
        isCase ? TextCase.of(part.value()).name() : TextDecoration.of(part.value()).name();
    return new Part<>(word, part.source());
  }

  private static void invalid(ScalarReader reader, Part<String> part, String allowed) {
    reader.notice(
        part.source(), Notices.invalid(part.source(), new TokenValue.Text(part.value()), allowed));
  }
}
