package sluice.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sluice.token.FontFamilyList;
import sluice.token.FontWeight;
import sluice.token.Quantity;
import sluice.token.TokenValue;

/// What concerns text: families, weights, line heights, letter spacing, and typography as a
/// property for each part (CSS Fonts Module Level 4, CSS Text Module Level 3).
final class FontCss {
  /// Families that are keywords; quoted they would be names of fonts.
  private static final Set<String> GENERIC =
      Set.of(
          "serif",
          "sans-serif",
          "monospace",
          "cursive",
          "fantasy",
          "system-ui",
          "ui-serif",
          "ui-sans-serif",
          "ui-monospace",
          "ui-rounded",
          "math",
          "emoji",
          "fangsong");

  /// Words that are no name of a font unless quoted.
  private static final Set<String> RESERVED =
      Set.of("inherit", "initial", "unset", "revert", "revert-layer", "default");

  private FontCss() {}

  /// A list of families, each quoted unless it is a keyword or one plain word.
  static String families(Piece piece, References references) throws Unsayable {
    List<String> families = new ArrayList<>();
    for (Piece item : piece.items()) {
      if (!(item.value() instanceof TokenValue.Text(String text))) {
        throw new Unsayable(
            "it is %s; CSS needs names of fonts".formatted(Numbers.shown(item.value())));
      }
      List<String> names = new ArrayList<>();
      for (String name : FontFamilyList.names(text)) {
        names.add(family(name));
      }
      String plain = String.join(", ", names);
      families.add(
          !(piece.value() instanceof TokenValue.Many)
              ? plain
              : references.keep(item.written(), "", plain));
    }
    if (families.isEmpty() || families.contains("")) {
      throw new Unsayable("a font without a name");
    }
    return String.join(", ", families);
  }

  private static String family(String name) {
    boolean isPlain =
        GENERIC.contains(name)
            || (CssText.isIdentifier(name) && !RESERVED.contains(name.toLowerCase(Locale.ROOT)));
    return isPlain ? name : CssText.quoted(name);
  }

  /// A weight, with the style its name carries as a property of its own.
  static List<Property> weight(Piece piece) throws Unsayable {
    FontWeight weight = weight(piece.value());
    if (weight.style() == null) {
      return List.of(new Property("", String.valueOf(weight.weight())));
    }
    List<Property> properties = new ArrayList<>();
    if (weight.weight() != null) {
      properties.add(new Property("-weight", weight.weight()));
    }
    properties.add(new Property("-style", weight.style()));
    return properties;
  }

  private static FontWeight weight(TokenValue value) throws Unsayable {
    FontWeight weight = FontWeight.of(value);
    if (weight == null) {
      throw new Unsayable(
          "it is %s; CSS needs a weight from 1 to 1000 or a name of one"
              .formatted(Numbers.shown(value)));
    }
    return weight;
  }

  /// A multiple of the font size, a length, or `normal`; a percentage becomes a multiple.
  static String lineHeight(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      if (word.equals("normal") || word.equals("auto")) {
        return "normal";
      }
      if (Numbers.isFunction(text)) {
        return text;
      }
    }
    Quantity height = Quantity.of(value);
    if (height == null || height.number() < 0) {
      throw new Unsayable("it is %s; CSS needs a line height".formatted(Numbers.shown(value)));
    }
    return height.unit().equals("%")
        ? new Quantity(LengthCss.hundredth(height.number()), "").text()
        : height.text();
  }

  /// A length or `normal`; a percentage of the font size becomes `em`.
  static String letterSpacing(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text) && text.strip().equals("normal")) {
      return "normal";
    }
    Quantity spacing = Quantity.of(value);
    if (spacing != null && spacing.unit().equals("%")) {
      return new Quantity(LengthCss.hundredth(spacing.number()), "em").text();
    }
    return LengthCss.single(value);
  }

  /// `text-transform`; capitals as small capitals are another property of CSS.
  static String textCase(TokenValue value) throws Unsayable {
    String word = word(value);
    return switch (word) {
      case "none", "original" -> "none";
      case "uppercase", "upper" -> "uppercase";
      case "lowercase", "lower" -> "lowercase";
      case "capitalize", "title" -> "capitalize";
      default ->
          throw new Unsayable(
              "it is %s; CSS transforms text to uppercase, lowercase or capitalize"
                  .formatted(Numbers.shown(value)));
    };
  }

  /// `text-decoration`.
  static String textDecoration(TokenValue value) throws Unsayable {
    String word = word(value);
    return switch (word) {
      case "none", "underline", "overline", "line-through" -> word;
      case "strikethrough", "strike-through" -> "line-through";
      default ->
          throw new Unsayable(
              "it is %s; CSS decorates text with underline, overline or line-through"
                  .formatted(Numbers.shown(value)));
    };
  }

  private static String word(TokenValue value) {
    return value instanceof TokenValue.Text(String text)
        ? text.strip().toLowerCase(Locale.ROOT)
        : "";
  }

  /// Typography: the `font` shorthand where size and family are there, and every part.
  ///
  /// @param refused is given what CSS cannot say of single parts
  static List<Property> typography(Piece piece, References references, List<String> refused) {
    Map<String, String> plain = new TreeMap<>();
    List<Property> parts = new ArrayList<>();
    FontWeight weight = null;
    if (piece.value() instanceof TokenValue.Parts(Map<String, TokenValue> members)) {
      for (String member : members.keySet()) {
        Piece part = piece.first(member);
        if (part == null) {
          continue;
        }
        try {
          if (member.equals("fontWeight")) {
            weight = weight(part.value());
            weight(weight, part, references, parts, plain);
          } else {
            part(member, part, references, parts, plain);
          }
        } catch (Unsayable e) {
          refused.add(member + ": " + e.why());
        }
      }
    }
    List<Property> properties = new ArrayList<>();
    String font = shorthand(plain, parts, weight, refused.isEmpty());
    if (font != null) {
      properties.add(new Property("", font));
    }
    properties.addAll(parts);
    return properties;
  }

  private static void weight(
      FontWeight weight,
      Piece part,
      References references,
      List<Property> parts,
      Map<String, String> plain) {
    if (weight.weight() != null) {
      plain.put("weight", weight.weight());
      parts.add(new Property("-font-weight", references.keep(part.written(), "", weight.weight())));
    }
    if (weight.style() != null) {
      plain.put("style", weight.style());
      parts.add(new Property("-font-style", weight.style()));
    }
  }

  private static void part(
      String member,
      Piece part,
      References references,
      List<Property> parts,
      Map<String, String> plain)
      throws Unsayable {
    String name;
    String value;
    TokenValue said = part.value();
    switch (member) {
      case "fontFamily" -> {
        name = "font-family";
        value = families(new Piece(said, null), References.NONE);
      }
      case "fontSize" -> {
        name = "font-size";
        value = LengthCss.notNegative(said, "a font size");
      }
      case "lineHeight" -> {
        name = "line-height";
        value = lineHeight(said);
      }
      case "letterSpacing" -> {
        name = "letter-spacing";
        value = letterSpacing(said);
      }
      case "paragraphSpacing" -> {
        name = "paragraph-spacing";
        value = LengthCss.single(said);
      }
      case "paragraphIndent" -> {
        name = "text-indent";
        value = LengthCss.single(said);
      }
      case "textCase" -> {
        name = "text-transform";
        value = textCase(said);
      }
      case "textDecoration" -> {
        name = "text-decoration";
        value = textDecoration(said);
      }
      case "fontStyle" -> {
        name = "font-style";
        value = word(said);
        if (!Set.of("normal", "italic", "oblique").contains(value)) {
          throw new Unsayable(
              "it is %s; CSS needs normal, italic or oblique".formatted(Numbers.shown(said)));
        }
        plain.put("style", value);
      }
      default -> throw new Unsayable("CSS has no such property of text");
    }
    String kept =
        member.equals("fontFamily") && references.keep(part.written(), "", value).equals(value)
            ? families(part, references)
            : references.keep(part.written(), "", value);
    plain.put(name, value);
    parts.add(new Property("-" + name, kept));
  }

  /// `font`: style, weight, size, line height and families. Null where it would not be complete: a
  /// part that was refused would come out as its initial value without a word.
  private static @Nullable String shorthand(
      Map<String, String> plain,
      List<Property> parts,
      @Nullable FontWeight weight,
      boolean isWhole) {
    String size = kept(parts, "-font-size");
    String family = kept(parts, "-font-family");
    if (!isWhole || size == null || family == null) {
      return null;
    }
    StringBuilder font = new StringBuilder();
    String style = plain.get("style");
    if (style != null && !style.equals("normal")) {
      font.append(style).append(' ');
    }
    if (weight != null && weight.weight() != null) {
      font.append(kept(parts, "-font-weight")).append(' ');
    }
    font.append(size);
    String height = kept(parts, "-line-height");
    if (height != null) {
      font.append('/').append(height);
    }
    return font.append(' ').append(family).toString();
  }

  private static @Nullable String kept(List<Property> parts, String name) {
    for (Property part : parts) {
      if (part.part().equals(name)) {
        return part.value();
      }
    }
    return null;
  }
}
