package sluice.format.penpot.shape;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonUpdate;
import sluice.json.JsonValue;
import sluice.resolve.penpot.PenpotColor;
import sluice.resolve.penpot.PenpotFontWeight;
import sluice.resolve.penpot.PenpotTextStyle;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What tokens do to the content of a text shape: values go to every paragraph and every leaf
/// (Penpot, text content).
///
/// A text whose box grows with its content keeps the box it has: measuring text is Penpot's.
final class TextWriter {
  /// Direct colours of texts older than lists of fills.
  private static final List<String> OLD_FILL =
      List.of(
          "fillColor",
          "fillOpacity",
          "fillColorGradient",
          "fillColorRefId",
          "fillColorRefFile",
          "fillImage");

  /// Order of the parts of a typography.
  private static final List<Attribute> PARTS =
      List.of(
          Attribute.FONT_SIZE,
          Attribute.FONT_FAMILY,
          Attribute.FONT_WEIGHT,
          Attribute.LETTER_SPACING,
          Attribute.TEXT_CASE,
          Attribute.TEXT_DECORATION,
          Attribute.LINE_HEIGHT);

  private final Shape shape;
  private final AppliedValues values;
  private final PenpotFonts fonts;
  private final Notices notices;

  TextWriter(Shape shape, AppliedValues values, PenpotFonts fonts, Notices notices) {
    this.shape = shape;
    this.values = values;
    this.fonts = fonts;
    this.notices = notices;
  }

  void fill(PenpotColor color) {
    shape.remove("fills");
    change(
        null,
        node -> {
          node.keySet().removeAll(OLD_FILL);
          node.put("fills", PaintWriter.filled(node.get("fills"), color));
          return node;
        });
    OLD_FILL.forEach(key -> shape.setsInside("content", key));
    shape.setsInside("content", "fills");
  }

  /// Applies one text attribute, or a typography part by part.
  ///
  /// @return whether the value is of a kind the attribute takes
  boolean apply(Attribute attribute, TokenValue value) {
    if (attribute != Attribute.TYPOGRAPHY) {
      return part(attribute, value);
    }
    if (!(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
      return false;
    }
    boolean fits = true;
    for (Attribute part : PARTS) {
      TokenValue one = parts.get(part.key());
      if (one != null) {
        fits &= part(part, one);
      }
    }
    return fits;
  }

  private boolean part(Attribute attribute, TokenValue value) {
    return switch (attribute) {
      case FONT_SIZE -> number(attribute, "fontSize", value, true);
      case LETTER_SPACING -> number(attribute, "letterSpacing", value, true);
      case LINE_HEIGHT -> number(attribute, "lineHeight", value, false);
      case TEXT_CASE ->
          value instanceof TokenValue.Text(String text)
              && set(attribute, "textTransform", Json.text(text));
      case TEXT_DECORATION ->
          value instanceof TokenValue.Text(String text)
              && set(
                  attribute, "textDecoration", Json.text(PenpotTextStyle.storedDecoration(text)));
      case FONT_FAMILY -> family(value);
      case FONT_WEIGHT -> weight(value);
      default -> false;
    };
  }

  private boolean number(Attribute attribute, String key, TokenValue value, boolean asText) {
    return value instanceof TokenValue.Num(double number)
        && set(attribute, key, asText ? Json.text(NumberText.of(number)) : Json.number(number));
  }

  private boolean set(Attribute attribute, String key, JsonValue value) {
    style(
        attribute,
        node -> {
          node.put(key, value);
          return node;
        });
    shape.setsInside("content", key);
    return true;
  }

  private boolean family(TokenValue value) {
    TokenValue first =
        value instanceof TokenValue.Many(List<TokenValue> items)
            ? items.isEmpty() ? null : items.getFirst()
            : value;
    if (!(first instanceof TokenValue.Text(String text)) || unquoted(text).isEmpty()) {
      return false;
    }
    String family = unquoted(text);
    PenpotFonts.Font font = fonts.ofFamily(family);
    boolean chooses = values.get(Attribute.FONT_WEIGHT) != null;
    boolean[] replaced = new boolean[1];
    style(
        Attribute.FONT_FAMILY,
        node -> {
          String old = Json.textOf(node.get("fontFamily"));
          boolean unchanged = old != null && old.equalsIgnoreCase(family);
          if (font != null) {
            node.put("fontId", Json.text(font.id()));
            node.put("fontFamily", Json.text(font.family()));
            if (chooses) {
              chooseVariant(node, true);
            }
          } else if (!unchanged || fonts.isComplete()) {
            replaced[0] = true;
            node.put("fontId", Json.text(PenpotFonts.UNKNOWN_ID));
            node.put("fontFamily", Json.text(family));
          }
          return node;
        });
    if (replaced[0] && fonts.isComplete()) {
      notices.fontMissing(Attribute.FONT_FAMILY, family);
    } else if (replaced[0]) {
      notices.needsFont(
          Attribute.FONT_FAMILY,
          family,
          "without the list of the team's fonts its id is not known");
    }
    List.of("fontId", "fontFamily", "fontVariantId")
        .forEach(key -> shape.setsInside("content", key));
    return true;
  }

  private static String unquoted(String family) {
    String text = NumberText.trim(family);
    int end = text.length() - 1;
    boolean quoted =
        end > 0 && text.charAt(0) == text.charAt(end) && "\"'".indexOf(text.charAt(0)) >= 0;
    return quoted ? text.substring(1, end) : text;
  }

  private boolean weight(TokenValue value) {
    PenpotFontWeight weight =
        value instanceof TokenValue.Text(String text) ? PenpotFontWeight.parse(text) : null;
    if (weight == null) {
      return false;
    }
    style(
        Attribute.FONT_WEIGHT,
        node -> {
          boolean same =
              weight.weight().equals(Json.textOf(node.get("fontWeight")))
                  && Objects.equals(weight.style(), Json.textOf(node.get("fontStyle")));
          node.put("fontWeight", Json.text(weight.weight()));
          if (weight.style() != null) {
            node.put("fontStyle", Json.text("italic"));
          } else {
            node.remove("fontStyle");
          }
          chooseVariant(node, same);
          return node;
        });
    List.of("fontWeight", "fontStyle", "fontVariantId")
        .forEach(key -> shape.setsInside("content", key));
    return true;
  }

  /// The variant of the node's own font that is nearest to its weight and style.
  ///
  /// @param keeps whether weight and style are as they were, so that the variant fits as it did
  private void chooseVariant(Map<String, JsonValue> node, boolean keeps) {
    String id = Json.textOf(node.get("fontId"));
    PenpotFonts.Font font = id == null ? null : fonts.ofId(id);
    if (font == null) {
      String family = Json.textOf(node.get("fontFamily"));
      if (!keeps && id != null && !id.equals(PenpotFonts.UNKNOWN_ID)) {
        notices.needsFont(
            Attribute.FONT_WEIGHT,
            family == null ? id : family,
            "without the list of its variants the nearest one cannot be chosen");
      }
      return;
    }
    String weight = Json.textOf(node.get("fontWeight"));
    PenpotFonts.Variant variant =
        PenpotFonts.closest(
            font.variants(), weight == null ? "400" : weight, Json.textOf(node.get("fontStyle")));
    if (variant != null) {
      node.put("fontVariantId", Json.text(variant.id()));
    }
  }

  /// Changes style, which cuts the tie to a library typography.
  private void style(Attribute attribute, UnaryOperator<Map<String, JsonValue>> how) {
    shape.setsInside("content", "typographyRefId");
    shape.setsInside("content", "typographyRefFile");
    change(
        attribute,
        node -> {
          node.remove("typographyRefId");
          node.remove("typographyRefFile");
          return how.apply(node);
        });
  }

  private void change(@Nullable Attribute measured, UnaryOperator<Map<String, JsonValue>> how) {
    JsonValue content = shape.get("content");
    if (content == null) {
      return;
    }
    JsonValue changed = TextTree.map(content, how);
    if (JsonUpdate.same(content, changed)) {
      return;
    }
    shape.set("content", changed);
    String grows = shape.text("growType");
    if (measured != null
        && measured != Attribute.TEXT_DECORATION
        && ("auto-width".equals(grows) || "auto-height".equals(grows))) {
      notices.pending(
          measured,
          "the text keeps its box",
          "its box grows with the text, which Penpot measures when the page is opened");
    }
  }
}
