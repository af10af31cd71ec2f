package sluice.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.GradientText;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.token.FontFamilyList;
import sluice.token.FontWeight;
import sluice.token.NumberText;
import sluice.token.Quantity;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// Single values of Tokens Studio or Penpot, without references, as DTCG writes them.
final class DtcgLiteral {
  private static final double CHANNEL_MAX = 255;
  private static final Set<String> STROKES =
      Set.of("solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset");

  private DtcgLiteral() {}

  /// A value of a simple type.
  static TokenValue of(DtcgType type, TokenValue value) throws Unsayable {
    return switch (type) {
      case COLOR -> color(value);
      case DIMENSION -> dimension(value);
      case NUMBER -> number(value);
      case FONT_FAMILY -> families(value);
      case FONT_WEIGHT -> weight(value);
      case STROKE_STYLE -> stroke(value);
      case DURATION -> quantity(value, "ms", "s");
      case CUBIC_BEZIER, BORDER, TRANSITION, SHADOW, GRADIENT, TYPOGRAPHY -> value;
    };
  }

  private static Unsayable wrong(TokenValue value, String needed) {
    String seen =
        switch (value) {
          case TokenValue.Text(String text) -> "\"" + text + "\"";
          case TokenValue.Num(double number) -> NumberText.of(number);
          case TokenValue.Bool(boolean flag) -> Boolean.toString(flag);
          case TokenValue.Nothing() -> "null";
          case TokenValue.Many _ -> "a list";
          case TokenValue.Parts _ -> "an object";
        };
    return new Unsayable("it is %s; DTCG needs %s".formatted(seen, needed));
  }

  /// A length in `px` or `rem`; a bare number is of pixels.
  static TokenValue dimension(TokenValue value) throws Unsayable {
    return quantity(value, "px", "rem");
  }

  private static TokenValue quantity(TokenValue value, String standard, String other)
      throws Unsayable {
    Quantity length = Quantity.of(value);
    if (length == null || !Set.of("", standard, other).contains(length.unit())) {
      throw wrong(value, "a number of %s or %s".formatted(standard, other));
    }
    return parts(
        "value",
        new TokenValue.Num(length.number()),
        "unit",
        new TokenValue.Text(length.unit().isEmpty() ? standard : length.unit()));
  }

  /// A number; a percentage is a share of 1.
  static TokenValue number(TokenValue value) throws Unsayable {
    Quantity number = Quantity.of(value);
    if (number == null || !Set.of("", "%").contains(number.unit())) {
      throw wrong(value, "a number");
    }
    return new TokenValue.Num(
        number.unit().isEmpty() ? number.number() : hundredth(number.number()));
  }

  static double hundredth(double number) {
    return java.math.BigDecimal.valueOf(number).movePointLeft(2).doubleValue();
  }

  private static TokenValue families(TokenValue value) throws Unsayable {
    List<TokenValue> names = new ArrayList<>();
    List<TokenValue> items =
        value instanceof TokenValue.Many(List<TokenValue> many) ? many : List.of(value);
    for (TokenValue item : items) {
      if (!(item instanceof TokenValue.Text(String text))) {
        throw wrong(value, "names of fonts");
      }
      FontFamilyList.names(text).forEach(name -> names.add(new TokenValue.Text(name)));
    }
    if (names.isEmpty()) {
      throw wrong(value, "names of fonts");
    }
    return names.size() == 1 ? names.getFirst() : new TokenValue.Many(names);
  }

  /// A name of DTCG where there is one that Tokens Studio would know again, else a number.
  private static TokenValue weight(TokenValue value) throws Unsayable {
    FontWeight weight = FontWeight.of(value);
    if (weight == null || weight.weight() == null || weight.style() != null) {
      throw wrong(value, "a weight from 1 to 1000 or a name of one; it has no styles");
    }
    String name = value instanceof TokenValue.Text(String text) ? WeightNames.dtcg(text) : null;
    return name == null
        ? new TokenValue.Num(NumberText.parseFloat(weight.weight()))
        : new TokenValue.Text(name);
  }

  private static TokenValue stroke(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      if (STROKES.contains(word)) {
        return new TokenValue.Text(word);
      }
    }
    if (value instanceof TokenValue.Parts) {
      return value;
    }
    throw wrong(value, "a style of a line");
  }

  /// A colour of sRGB, or of the space that a text of CSS names.
  static TokenValue color(TokenValue value) throws Unsayable {
    if (!(value instanceof TokenValue.Text(String written))) {
      throw wrong(value, "a colour");
    }
    String text = written.strip();
    TokenValue ofSpace = SpaceText.read(text);
    if (ofSpace != null) {
      return ofSpace;
    }
    Rgba color = PaintColor.parse(text);
    if (color == null || GradientText.isGradient(text)) {
      throw wrong(value, "a colour");
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    parts.put("colorSpace", new TokenValue.Text("srgb"));
    parts.put(
        "components",
        new TokenValue.Many(
            List.of(channel(color.red()), channel(color.green()), channel(color.blue()))));
    double alpha = alpha(text, color);
    if (alpha < 1) {
      parts.put("alpha", new TokenValue.Num(alpha));
    }
    parts.put("hex", new TokenValue.Text(hex(color)));
    return new TokenValue.Parts(parts);
  }

  private static TokenValue channel(double share) {
    return new TokenValue.Num(Math.clamp(share, 0, 1));
  }

  /// Eight bits where the text says so: a paint rounds to two decimals.
  private static double alpha(String text, Rgba color) {
    if (text.matches("#[0-9A-Fa-f]{8}")) {
      return Integer.parseInt(text, 7, 9, 16) / CHANNEL_MAX;
    }
    return Math.clamp(color.opacity(), 0, 1);
  }

  private static String hex(Rgba color) {
    return "#%02x%02x%02x"
        .formatted(eightBits(color.red()), eightBits(color.green()), eightBits(color.blue()));
  }

  private static int eightBits(double share) {
    return (int) Math.round(Math.clamp(share, 0, 1) * CHANNEL_MAX);
  }

  /// An object with these members.
  static TokenValue.Parts parts(Object... keysAndValues) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parts.put((String) keysAndValues[i], (TokenValue) keysAndValues[i + 1]);
    }
    return new TokenValue.Parts(parts);
  }

  /// The line height of a text as a multiple of its size: a percentage, or a length of the same
  /// unit as the size. A bare number is of pixels, as the plugin has it.
  static TokenValue multiple(TokenValue height, @Nullable TokenValue size) throws Unsayable {
    Quantity line = Quantity.of(height);
    if (line != null && line.unit().equals("%")) {
      return new TokenValue.Num(hundredth(line.number()));
    }
    Quantity font = size == null ? null : Quantity.of(size);
    if (line == null || font == null || font.number() == 0 || !unit(line).equals(unit(font))) {
      throw wrong(height, "a multiple of the font size");
    }
    return new TokenValue.Num(line.number() / font.number());
  }

  private static String unit(Quantity quantity) {
    return quantity.unit().isEmpty() ? "px" : quantity.unit();
  }
}
