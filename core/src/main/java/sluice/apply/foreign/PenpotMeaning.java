package sluice.apply.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Percentage;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;
import sluice.resolve.ResolvedToken;
import sluice.resolve.penpot.PenpotColor;
import sluice.resolve.penpot.PenpotFontWeight;
import sluice.token.PenpotTokenType;
import sluice.token.TokenValue;

/// Reads the values of Penpot's tokens, as `sluice.resolve.penpot` gives them.
final class PenpotMeaning {
  private PenpotMeaning() {}

  static Meaning of(ResolvedToken token) throws Unsayable {
    String name = token.token().type();
    PenpotTokenType type = name == null ? null : PenpotTokenType.ofJson(name);
    if (type == null) {
      throw new Unsayable("it has no type that Penpot knows");
    }
    TokenValue value = token.value();
    return switch (type) {
      case COLOR -> paint(value);
      case BORDER_RADIUS, DIMENSIONS, FONT_SIZE, SIZING, SPACING, STROKE_WIDTH -> length(value);
      case NUMBER, OPACITY, ROTATION, BOOLEAN, OTHER, STRING -> new Meaning.Plain(number(value));
      case LETTER_SPACING -> new Meaning.Spacing(new LetterSpacing(number(value), false));
      case FONT_FAMILY -> families(value);
      case FONT_WEIGHT -> weight(value);
      case TEXT_CASE -> new Meaning.Case(TextCase.of(text(value)));
      case TEXT_DECORATION -> new Meaning.Decoration(decoration(text(value)));
      case SHADOW -> shadows(value);
      case TYPOGRAPHY -> typography(value);
    };
  }

  private static Meaning.Paint paint(@Nullable TokenValue value) throws Unsayable {
    PenpotColor color = PenpotColor.parse(text(value));
    if (color == null) {
      throw unexpected();
    }
    return new Meaning.Paint(
        Integer.parseInt(color.hex(), 1, color.hex().length(), 16), color.opacity());
  }

  private static Meaning.Length length(@Nullable TokenValue value) throws Unsayable {
    return new Meaning.Length(number(value));
  }

  private static Meaning.Families families(@Nullable TokenValue value) throws Unsayable {
    List<String> names = new ArrayList<>();
    if (value instanceof TokenValue.Many(List<TokenValue> items)) {
      for (TokenValue item : items) {
        names.add(text(item));
      }
    }
    if (names.isEmpty()) {
      throw unexpected();
    }
    return new Meaning.Families(names);
  }

  private static Meaning.Weight weight(@Nullable TokenValue value) throws Unsayable {
    PenpotFontWeight weight = value == null ? null : PenpotFontWeight.parse(value);
    if (weight == null) {
      throw unexpected();
    }
    return new Meaning.Weight(Double.parseDouble(weight.weight()), weight.style() != null);
  }

  private static TextDecoration decoration(String text) {
    return text.equals("strike-through") ? TextDecoration.STRIKETHROUGH : TextDecoration.of(text);
  }

  private static Meaning.Shadows shadows(TokenValue value) throws Unsayable {
    if (!(value instanceof TokenValue.Many(List<TokenValue> items))) {
      throw unexpected();
    }
    List<Meaning.Shadows.Layer> layers = new ArrayList<>(items.size());
    for (TokenValue item : items) {
      if (!(item instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
        throw unexpected();
      }
      layers.add(
          new Meaning.Shadows.Layer(
              number(parts.get("offsetX")),
              number(parts.get("offsetY")),
              number(parts.get("blur")),
              number(parts.get("spread")),
              paint(parts.get("color")),
              parts.get("inset") instanceof TokenValue.Bool(boolean inset) && inset));
    }
    return new Meaning.Shadows(layers);
  }

  private static Meaning.TextStyle typography(TokenValue value) throws Unsayable {
    if (!(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
      throw unexpected();
    }
    TokenValue family = parts.get("fontFamily");
    TokenValue size = parts.get("fontSize");
    TokenValue weight = parts.get("fontWeight");
    TokenValue lineHeight = parts.get("lineHeight");
    TokenValue spacing = parts.get("letterSpacing");
    TokenValue letterCase = parts.get("textCase");
    TokenValue decoration = parts.get("textDecoration");
    return new Meaning.TextStyle(
        family == null ? null : families(family),
        size == null ? null : length(size),
        weight == null ? null : weight(weight),
        lineHeight == null ? null : new LineHeight.Percent(Percentage.ofShare(number(lineHeight))),
        spacing == null ? null : new LetterSpacing(number(spacing), false),
        letterCase == null ? null : TextCase.of(text(letterCase)),
        decoration == null ? null : decoration(text(decoration)));
  }

  private static double number(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Num(double number)) {
      return number;
    }
    throw unexpected();
  }

  private static String text(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      return text;
    }
    throw unexpected();
  }

  private static Unsayable unexpected() {
    return new Unsayable("its value is not what its type says");
  }
}
