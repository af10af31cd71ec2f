package sluice.apply.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontWeight;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Percentage;
import sluice.apply.TextCase;
import sluice.apply.TextDecoration;
import sluice.apply.TypographyPart;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.GradientText;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.resolve.penpot.PenpotFontWeight;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Reads the values of Tokens Studio, most of which are texts. A text counts only when all of it is
/// understood: of `4px 8px` the plugin itself takes the first number for some properties.
final class StudioMeaning {
  /// Parts of a typography that text has no field for outside of Figma.
  private static final List<String> OF_FIGMA_ALONE = List.of("paragraphSpacing", "paragraphIndent");

  private static final double CHANNEL_MAX = 255;

  private final double basePx;
  private final Losses losses;

  /// @param basePx what one `em` or `rem` is worth
  StudioMeaning(double basePx, Losses losses) {
    this.basePx = basePx;
    this.losses = losses;
  }

  Meaning of(ResolvedToken token) throws Unsayable {
    TokenValue value = token.value();
    String type = Objects.requireNonNullElse(token.token().type(), "");
    return switch (type) {
      case "color" -> paint(value);
      case "borderRadius",
          "borderWidth",
          "dimension",
          "fontSizes",
          "paragraphIndent",
          "paragraphSpacing",
          "sizing",
          "spacing" ->
          new Meaning.Length(length(value));
      case "opacity" -> new Meaning.Plain(share(text(value)));
      case "fontFamilies" -> families(value);
      case "fontWeights" -> weight(text(value));
      case "lineHeights" -> new Meaning.Line(LineHeight.of(text(value), basePx));
      case "letterSpacing" -> new Meaning.Spacing(spacing(text(value)));
      case "textCase" -> new Meaning.Case(TextCase.of(text(value)));
      case "textDecoration" -> new Meaning.Decoration(TextDecoration.of(text(value)));
      case "typography" -> typography(parts(value));
      case "boxShadow" -> shadows(value);
      case "border" -> border(parts(value));
      case "composition" ->
          throw new Unsayable("it is a composition, which only Figma's nodes take");
      case "asset" -> throw new Unsayable("it is an image elsewhere, which is not fetched");
      default -> byValue(value);
    };
  }

  /// The plugin goes by the property, not by the type.
  private Meaning byValue(TokenValue value) throws Unsayable {
    String text = text(value);
    double number = quantity(text, "");
    if (Double.isFinite(number)) {
      return new Meaning.Plain(number);
    }
    number = quantity(text, "px", "rem", "em");
    return Double.isFinite(number) ? new Meaning.Length(number) : paint(value);
  }

  private static Meaning.Paint paint(TokenValue value) throws Unsayable {
    String text = text(value);
    if (GradientText.isGradient(text)) {
      throw new Unsayable("it is a gradient");
    }
    Rgba color = PaintColor.parse(text);
    if (color == null
        || !isUnit(color.red())
        || !isUnit(color.green())
        || !isUnit(color.blue())
        || !isUnit(color.opacity())) {
      throw unreadable(text, "a colour, or a number with or without px or rem");
    }
    return new Meaning.Paint(
        channel(color.red()) << 16 | channel(color.green()) << 8 | channel(color.blue()),
        color.opacity());
  }

  private static boolean isUnit(double share) {
    return share >= 0 && share <= 1;
  }

  private static int channel(double share) {
    return (int) Math.round(share * CHANNEL_MAX);
  }

  private double length(TokenValue value) throws Unsayable {
    String text = text(value);
    double px = quantity(text, "", "px", "rem", "em");
    if (Double.isFinite(px)) {
      return px;
    }
    throw unreadable(text, "one number, with or without px or rem");
  }

  /// A number and one of some units, and nothing else; NaN otherwise. `em` is a base font size, as
  /// in the plugin.
  private double quantity(String written, String... units) {
    String text = NumberText.trim(written);
    for (String unit : units) {
      if (text.endsWith(unit)) {
        double number = NumberText.toNumber(text.substring(0, text.length() - unit.length()));
        if (Double.isFinite(number) && text.length() > unit.length()) {
          return unit.endsWith("em") ? number * basePx : number;
        }
      }
    }
    return Double.NaN;
  }

  private double share(String text) throws Unsayable {
    double number = quantity(text, "");
    double percent = quantity(text, "%");
    if (Double.isFinite(number) || Double.isFinite(percent)) {
      return Double.isFinite(number) ? number : Percentage.toShare(percent);
    }
    throw unreadable(text, "a number or a percentage");
  }

  private static Meaning.Families families(TokenValue value) throws Unsayable {
    String list =
        value instanceof TokenValue.Text written
            ? text(TypographyPart.normalize("fontFamily", written))
            : text(value);
    List<String> names = new ArrayList<>();
    for (String name : list.split(",", -1)) {
      String bare = NumberText.trim(name.replace("\"", "").replace("'", ""));
      if (!bare.isEmpty()) {
        names.add(bare);
      }
    }
    if (names.isEmpty()) {
      throw unreadable(list, "names of font families");
    }
    return new Meaning.Families(names);
  }

  private static Meaning.Weight weight(String text) throws Unsayable {
    PenpotFontWeight named = PenpotFontWeight.parse(text);
    if (named != null) {
      return new Meaning.Weight(Double.parseDouble(named.weight()), named.style() != null);
    }
    int number = FontWeight.ofStyle(text);
    if (number != FontWeight.UNKNOWN) {
      return new Meaning.Weight(number, FontWeight.isItalic(text));
    }
    throw unreadable(text, "the name or number of a font weight");
  }

  private LetterSpacing spacing(String text) throws Unsayable {
    LetterSpacing spacing = LetterSpacing.of(text, basePx);
    if (spacing == null || !Double.isFinite(spacing.value())) {
      throw unreadable(text, "a number or a percentage");
    }
    return spacing;
  }

  /// Parts one by one; one that cannot be read is left out and told.
  private Meaning.TextStyle typography(Map<String, TokenValue> parts) throws Unsayable {
    for (String part : OF_FIGMA_ALONE) {
      TokenValue value = parts.get(part);
      if (value != null && !isZero(value)) {
        losses.leftOut(part, "a text of Penpot has no such field");
      }
    }
    TokenValue size = part(parts, "fontSize");
    return new Meaning.TextStyle(
        read("fontFamily", part(parts, "fontFamily"), StudioMeaning::families),
        read("fontSize", size, value -> new Meaning.Length(length(value))),
        read("fontWeight", part(parts, "fontWeight"), value -> weight(text(value))),
        read("lineHeight", part(parts, "lineHeight"), value -> LineHeight.of(text(value), basePx)),
        read("letterSpacing", part(parts, "letterSpacing"), value -> spacing(text(value))),
        read("textCase", part(parts, "textCase"), value -> TextCase.of(text(value))),
        read(
            "textDecoration",
            part(parts, "textDecoration"),
            value -> TextDecoration.of(text(value))));
  }

  private boolean isZero(TokenValue value) {
    return value instanceof TokenValue.Num(double number)
        ? number == 0
        : value instanceof TokenValue.Text(String text)
            && quantity(text, "", "px", "rem", "em") == 0;
  }

  private static @Nullable TokenValue part(Map<String, TokenValue> parts, String name) {
    TokenValue value = parts.get(name);
    return value == null ? null : TypographyPart.normalize(name, value);
  }

  private interface Reading<T> {
    T read(TokenValue value) throws Unsayable;
  }

  private <T> @Nullable T read(String part, @Nullable TokenValue value, Reading<T> reading) {
    if (value == null) {
      return null;
    }
    try {
      return reading.read(value);
    } catch (Unsayable e) {
      losses.leftOut(part, e.why());
      return null;
    }
  }

  /// All layers or none, as in the plugin.
  private Meaning.Shadows shadows(TokenValue value) throws Unsayable {
    List<TokenValue> written =
        value instanceof TokenValue.Many(List<TokenValue> items) ? items : List.of(value);
    List<Meaning.Shadows.Layer> layers = new ArrayList<>(written.size());
    for (TokenValue layer : written) {
      Map<String, TokenValue> parts = parts(layer);
      String type = text(needed(parts, "type"));
      if (!type.equals("dropShadow") && !type.equals("innerShadow")) {
        throw unreadable(type, "dropShadow or innerShadow as type");
      }
      TokenValue blend = parts.get("blendMode");
      if (blend != null && !text(blend).isEmpty() && !text(blend).equalsIgnoreCase("normal")) {
        losses.leftOut("blendMode", "a shadow of Penpot has no such field");
      }
      layers.add(
          new Meaning.Shadows.Layer(
              length(needed(parts, "x")),
              length(needed(parts, "y")),
              length(needed(parts, "blur")),
              length(needed(parts, "spread")),
              paint(needed(parts, "color")),
              type.equals("innerShadow")));
    }
    return new Meaning.Shadows(layers);
  }

  private Meaning.Border border(Map<String, TokenValue> parts) throws Unsayable {
    return new Meaning.Border(
        paint(needed(parts, "color")),
        new Meaning.Length(length(needed(parts, "width"))),
        parts.get("style") instanceof TokenValue.Text(String style) ? style : null);
  }

  private static Map<String, TokenValue> parts(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      return parts;
    }
    throw unreadable(
        value instanceof TokenValue.Text(String text) ? text : "a list", "named parts");
  }

  private static TokenValue needed(Map<String, TokenValue> parts, String name) throws Unsayable {
    TokenValue value = parts.get(name);
    if (value == null) {
      throw new Unsayable("it has no \"" + name + "\"");
    }
    return value;
  }

  private static String text(TokenValue value) throws Unsayable {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Num(double number) -> NumberText.of(number);
      case TokenValue.Bool(boolean truth) -> Boolean.toString(truth);
      case TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ ->
          throw new Unsayable("its value is a composite where one number or word is wanted");
    };
  }

  private static Unsayable unreadable(String seen, String allowed) {
    String shown = seen.length() <= 80 ? seen : seen.substring(0, 80) + "…";
    return new Unsayable("seen \"%s\", allowed is %s".formatted(shown, allowed));
  }
}
