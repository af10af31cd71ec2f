package sluice.apply.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.LetterSpacing;
import sluice.apply.LineHeight;
import sluice.apply.Percentage;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.DtcgColorSpace;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// Reads the values of DTCG tokens, which have the shapes the report gives them (Format and Color
/// modules).
final class DtcgMeaning {
  private final double basePx;
  private final Losses losses;

  /// @param basePx what one `rem` is worth
  DtcgMeaning(double basePx, Losses losses) {
    this.basePx = basePx;
    this.losses = losses;
  }

  Meaning of(ResolvedToken token) throws Unsayable {
    String name = token.token().type();
    DtcgType type = name == null ? null : DtcgType.of(name);
    if (type == null) {
      throw new Unsayable("it has no type");
    }
    TokenValue value = token.value();
    return switch (type) {
      case COLOR -> paint(value);
      case DIMENSION -> length(value);
      case FONT_FAMILY -> families(value);
      case FONT_WEIGHT -> weight(value);
      case NUMBER -> new Meaning.Plain(number(value));
      case BORDER -> border(parts(value));
      case SHADOW -> shadows(value);
      case GRADIENT -> gradient(value);
      case TYPOGRAPHY -> typography(parts(value));
      case DURATION, CUBIC_BEZIER, TRANSITION ->
          throw new Unsayable(
              "it is a %s, and files of designs hold no motion".formatted(type.text()));
      case STROKE_STYLE -> throw new Unsayable("a strokeStyle counts as a part of a border only");
    };
  }

  /// Out of the gamut of sRGB each channel is clipped (Color module; the choice is a tool's).
  private Meaning.Paint paint(TokenValue value) throws Unsayable {
    Map<String, TokenValue> parts = parts(value);
    DtcgColorSpace space =
        parts.get("colorSpace") instanceof TokenValue.Text(String key)
            ? DtcgColorSpace.of(key)
            : null;
    List<TokenValue> components = items(parts.get("components"));
    if (space == null || components.size() != DtcgColorSpace.COMPONENTS) {
      throw unexpected();
    }
    double[] numbers = new double[DtcgColorSpace.COMPONENTS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = components.get(i) instanceof TokenValue.Num(double number) ? number : 0;
    }
    DtcgColorSpace.Srgb srgb = space.toSrgb(numbers);
    if (!srgb.isInGamut()) {
      losses.doubtful(
          "its colour of %s lies outside of sRGB, which is what the document has; each channel is cut off: %s"
              .formatted(space.key(), srgb.hex()));
    }
    TokenValue alpha = parts.get("alpha");
    return new Meaning.Paint(srgb.clipped(), alpha == null ? 1 : number(alpha));
  }

  private Meaning.Length length(@Nullable TokenValue value) throws Unsayable {
    Map<String, TokenValue> parts = parts(value);
    double amount = number(parts.get("value"));
    boolean isRem = parts.get("unit") instanceof TokenValue.Text(String unit) && unit.equals("rem");
    return new Meaning.Length(isRem ? amount * basePx : amount);
  }

  private static Meaning.Families families(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String name)) {
      return new Meaning.Families(List.of(name));
    }
    List<String> names = new ArrayList<>();
    for (TokenValue item : items(value)) {
      if (item instanceof TokenValue.Text(String name)) {
        names.add(name);
      }
    }
    return new Meaning.Families(names);
  }

  private static Meaning.Weight weight(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Num(double number)) {
      return new Meaning.Weight(number, false);
    }
    if (!(value instanceof TokenValue.Text(String name))) {
      throw unexpected();
    }
    int number =
        switch (name) {
          case "thin", "hairline" -> 100;
          case "extra-light", "ultra-light" -> 200;
          case "light" -> 300;
          case "normal", "regular", "book" -> 400;
          case "medium" -> 500;
          case "semi-bold", "demi-bold" -> 600;
          case "bold" -> 700;
          case "extra-bold", "ultra-bold" -> 800;
          case "black", "heavy" -> 900;
          case "extra-black", "ultra-black" -> 950;
          default -> throw unexpected();
        };
    return new Meaning.Weight(number, false);
  }

  private Meaning.Border border(Map<String, TokenValue> parts) throws Unsayable {
    String style = parts.get("style") instanceof TokenValue.Text(String word) ? word : null;
    if (style == null) {
      losses.leftOut("style", "its dashes are written out, and no word says them");
    } else if (!style.equals("solid") && !style.equals("dashed")) {
      losses.leftOut("style", "a %s line is drawn as a solid one".formatted(style));
    }
    TokenValue color = parts.get("color");
    if (color == null) {
      throw unexpected();
    }
    return new Meaning.Border(paint(color), length(parts.get("width")), style);
  }

  private Meaning.Shadows shadows(TokenValue value) throws Unsayable {
    List<TokenValue> written =
        value instanceof TokenValue.Many(List<TokenValue> items) ? items : List.of(value);
    List<Meaning.Shadows.Layer> layers = new ArrayList<>(written.size());
    for (TokenValue layer : written) {
      Map<String, TokenValue> parts = parts(layer);
      TokenValue color = parts.get("color");
      if (color == null) {
        throw unexpected();
      }
      layers.add(
          new Meaning.Shadows.Layer(
              length(parts.get("offsetX")).px(),
              length(parts.get("offsetY")).px(),
              length(parts.get("blur")).px(),
              length(parts.get("spread")).px(),
              paint(color),
              parts.get("inset") instanceof TokenValue.Bool(boolean inset) && inset));
    }
    return new Meaning.Shadows(layers);
  }

  private Meaning.Gradient gradient(TokenValue value) throws Unsayable {
    List<Meaning.Gradient.Stop> stops = new ArrayList<>();
    for (TokenValue stop : items(value)) {
      Map<String, TokenValue> parts = parts(stop);
      TokenValue color = parts.get("color");
      if (color == null) {
        throw unexpected();
      }
      stops.add(new Meaning.Gradient.Stop(paint(color), number(parts.get("position"))));
    }
    return new Meaning.Gradient(stops);
  }

  private Meaning.TextStyle typography(Map<String, TokenValue> parts) throws Unsayable {
    return new Meaning.TextStyle(
        families(parts.get("fontFamily")),
        length(parts.get("fontSize")),
        weight(parts.get("fontWeight")),
        new LineHeight.Percent(Percentage.ofShare(number(parts.get("lineHeight")))),
        new LetterSpacing(length(parts.get("letterSpacing")).px(), false),
        null,
        null);
  }

  private static double number(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Num(double number)) {
      return number;
    }
    throw unexpected();
  }

  private static Map<String, TokenValue> parts(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      return parts;
    }
    throw unexpected();
  }

  private static List<TokenValue> items(@Nullable TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Many(List<TokenValue> items)) {
      return items;
    }
    throw unexpected();
  }

  private static Unsayable unexpected() {
    return new Unsayable("its value is not what its type says");
  }
}
