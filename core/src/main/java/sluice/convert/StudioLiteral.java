package sluice.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.DtcgColorSpace;
import sluice.token.NumberText;
import sluice.token.Quantity;
import sluice.token.Token;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// Values of DTCG as Tokens Studio has them: texts where DTCG has objects, and references where
/// they were.
final class StudioLiteral {
  /// What makes a percentage of a multiple; it is maths to Tokens Studio.
  static final String AS_PERCENT = " * 100%";

  /// The direction of a gradient that has none.
  static final String DIRECTION = "180deg";

  private final Token token;
  private final Losses losses;

  StudioLiteral(Token token, Losses losses) {
    this.token = token;
    this.losses = losses;
  }

  /// The value of a type.
  ///
  /// @param written as declared; of an alias null
  /// @param resolved what it comes to
  TokenValue of(DtcgType type, @Nullable TokenValue written, TokenValue resolved) {
    return switch (type) {
      case COLOR -> {
        tellParts(written);
        yield color(resolved);
      }
      case DIMENSION -> {
        tellParts(written);
        yield length(resolved);
      }
      case NUMBER -> resolved;
      case FONT_FAMILY -> {
        tellParts(written);
        yield families(resolved);
      }
      case FONT_WEIGHT -> weight(resolved);
      case TYPOGRAPHY -> typography(written, resolved);
      case SHADOW -> shadows(written, resolved);
      case BORDER -> border(written, resolved);
      case GRADIENT -> gradient(written, resolved);
      case DURATION, CUBIC_BEZIER, STROKE_STYLE, TRANSITION -> foreign(type, written, resolved);
    };
  }

  /// A reference into a value, such as to one component of a colour, is written out.
  private void tellParts(@Nullable TokenValue written) {
    if (written != null && hasPointer(written)) {
      losses.changed(token, "a reference to a part of a value is written as what it comes to");
    }
  }

  private static boolean hasPointer(TokenValue value) {
    return switch (value) {
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.containsKey("$ref") || parts.values().stream().anyMatch(StudioLiteral::hasPointer);
      case TokenValue.Many(List<TokenValue> items) ->
          items.stream().anyMatch(StudioLiteral::hasPointer);
      case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> false;
    };
  }

  /// What the plugin can keep and not apply.
  private TokenValue foreign(DtcgType type, @Nullable TokenValue written, TokenValue resolved) {
    losses.changed(
        token,
        "Tokens Studio has no type \"%s\"; the token is kept and cannot be applied"
            .formatted(type.text()));
    if (written == null) {
      return resolved;
    }
    tellParts(written);
    return hasPointer(written) ? resolved : written;
  }

  private TokenValue color(TokenValue value) {
    if (!(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))
        || !(parts.get("colorSpace") instanceof TokenValue.Text(String key))
        || !(parts.get("components") instanceof TokenValue.Many(List<TokenValue> items))) {
      return value;
    }
    DtcgColorSpace space = DtcgColorSpace.of(key);
    if (space == null) {
      return value;
    }
    double[] components = new double[DtcgColorSpace.COMPONENTS];
    boolean isWhole = true;
    for (int i = 0; i < components.length; i++) {
      boolean isNumber = items.get(i) instanceof TokenValue.Num;
      components[i] = items.get(i) instanceof TokenValue.Num(double number) ? number : 0;
      isWhole &= isNumber;
    }
    double alpha = parts.get("alpha") instanceof TokenValue.Num(double number) ? number : 1;
    if (space == DtcgColorSpace.OKLCH && isWhole) {
      return new TokenValue.Text(oklch(components, alpha));
    }
    if (space == DtcgColorSpace.HSL && isWhole) {
      return new TokenValue.Text(hsl(components, alpha));
    }
    DtcgColorSpace.Srgb srgb = space.toSrgb(components);
    if (!srgb.isInGamut()) {
      losses.changed(
          token,
          "its colour lies outside sRGB; the nearest one is written, %s".formatted(srgb.hex()));
    } else if (space != DtcgColorSpace.SRGB || !isWhole) {
      losses.changed(
          token,
          "its colour is of %s; Tokens Studio has it as %s".formatted(space.key(), srgb.hex()));
    }
    return new TokenValue.Text(alpha < 1 ? rgba(srgb.clipped(), alpha) : srgb.hex());
  }

  private static String oklch(double[] components, double alpha) {
    StringBuilder text = new StringBuilder("oklch(");
    for (double component : components) {
      text.append(NumberText.of(component)).append(' ');
    }
    text.setLength(text.length() - 1);
    return text.append(alpha < 1 ? " / " + NumberText.of(alpha) : "").append(')').toString();
  }

  /// With commas, the only form the plugin reads.
  private static String hsl(double[] components, double alpha) {
    String inside =
        "%s, %s%%, %s%%"
            .formatted(
                NumberText.of(components[0]),
                NumberText.of(components[1]),
                NumberText.of(components[2]));
    return alpha < 1 ? "hsla(" + inside + ", " + NumberText.of(alpha) + ")" : "hsl(" + inside + ")";
  }

  private static String rgba(int rgb, double alpha) {
    return "rgba(%d, %d, %d, %s)"
        .formatted(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, NumberText.of(alpha));
  }

  private static TokenValue length(TokenValue value) {
    Quantity length = Quantity.of(value);
    return length == null ? value : new TokenValue.Text(length.text());
  }

  private static TokenValue families(TokenValue value) {
    if (value instanceof TokenValue.Many(List<TokenValue> items)) {
      List<String> names = new ArrayList<>();
      items.forEach(item -> names.add(family(item)));
      return new TokenValue.Text(String.join(", ", names));
    }
    return new TokenValue.Text(family(value));
  }

  private static String family(TokenValue value) {
    String name = value instanceof TokenValue.Text(String text) ? text : "";
    if (name.indexOf(',') < 0) {
      return name;
    }
    char quote = name.indexOf('\'') < 0 ? '\'' : '"';
    return quote + name + quote;
  }

  private static TokenValue weight(TokenValue value) {
    return value instanceof TokenValue.Text(String name)
        ? new TokenValue.Text(WeightNames.studio(name))
        : value;
  }

  private static @Nullable TokenValue member(@Nullable TokenValue value, String key) {
    return value instanceof TokenValue.Parts(Map<String, TokenValue> parts) ? parts.get(key) : null;
  }

  /// A part of a type of its own: the reference that is written, or the value.
  private TokenValue part(DtcgType type, @Nullable TokenValue written, TokenValue resolved) {
    String target = written == null ? null : ReferenceText.only(written);
    return target == null ? of(type, written, resolved) : new TokenValue.Text("{" + target + "}");
  }

  private TokenValue typography(@Nullable TokenValue written, TokenValue resolved) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    if (resolved instanceof TokenValue.Parts(Map<String, TokenValue> all)) {
      for (Map.Entry<String, TokenValue> entry : all.entrySet()) {
        TokenValue source = member(written, entry.getKey());
        parts.put(
            entry.getKey(),
            switch (entry.getKey()) {
              case "fontFamily" -> part(DtcgType.FONT_FAMILY, source, entry.getValue());
              case "fontWeight" -> part(DtcgType.FONT_WEIGHT, source, entry.getValue());
              case "lineHeight" -> lineHeight(source, entry.getValue());
              default -> part(DtcgType.DIMENSION, source, entry.getValue());
            });
      }
    }
    return new TokenValue.Parts(parts);
  }

  /// A multiple of the size is a percentage: a bare number would be of pixels.
  private static TokenValue lineHeight(@Nullable TokenValue written, TokenValue resolved) {
    String target = written == null ? null : ReferenceText.only(written);
    if (target != null) {
      return new TokenValue.Text("{" + target + "}" + AS_PERCENT);
    }
    return resolved instanceof TokenValue.Num(double number)
        ? new TokenValue.Text(NumberText.of(percent(number)) + "%")
        : resolved;
  }

  private static double percent(double share) {
    return java.math.BigDecimal.valueOf(share).movePointRight(2).doubleValue();
  }

  private static List<TokenValue> items(@Nullable TokenValue value) {
    return value instanceof TokenValue.Many(List<TokenValue> items)
        ? items
        : value == null ? List.of() : List.of(value);
  }

  private TokenValue shadows(@Nullable TokenValue written, TokenValue resolved) {
    List<TokenValue> layers = items(resolved);
    List<TokenValue> sources = items(written);
    List<TokenValue> shadows = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      TokenValue source = sources.size() == layers.size() ? sources.get(i) : null;
      String target =
          source == null || !(written instanceof TokenValue.Many)
              ? null
              : ReferenceText.only(source);
      shadows.add(
          target == null ? shadow(source, layers.get(i)) : new TokenValue.Text("{" + target + "}"));
    }
    return resolved instanceof TokenValue.Many ? new TokenValue.Many(shadows) : shadows.getFirst();
  }

  private TokenValue shadow(@Nullable TokenValue written, TokenValue resolved) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    boolean isInset = member(resolved, "inset") instanceof TokenValue.Bool(boolean flag) && flag;
    put(parts, "x", DtcgType.DIMENSION, "offsetX", written, resolved);
    put(parts, "y", DtcgType.DIMENSION, "offsetY", written, resolved);
    put(parts, "blur", DtcgType.DIMENSION, "blur", written, resolved);
    put(parts, "spread", DtcgType.DIMENSION, "spread", written, resolved);
    put(parts, "color", DtcgType.COLOR, "color", written, resolved);
    parts.put("type", new TokenValue.Text(isInset ? "innerShadow" : "dropShadow"));
    return new TokenValue.Parts(parts);
  }

  private TokenValue border(@Nullable TokenValue written, TokenValue resolved) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    put(parts, "color", DtcgType.COLOR, "color", written, resolved);
    put(parts, "width", DtcgType.DIMENSION, "width", written, resolved);
    TokenValue style = member(resolved, "style");
    if (style != null) {
      TokenValue source = member(written, "style");
      String target = source == null ? null : ReferenceText.only(source);
      parts.put("style", target == null ? style : new TokenValue.Text("{" + target + "}"));
      if (style instanceof TokenValue.Parts) {
        losses.changed(
            token, "Tokens Studio has no lengths of dashes; they are kept and cannot be applied");
      }
    }
    return new TokenValue.Parts(parts);
  }

  private void put(
      Map<String, TokenValue> parts,
      String key,
      DtcgType type,
      String from,
      @Nullable TokenValue written,
      TokenValue resolved) {
    TokenValue value = member(resolved, from);
    if (value != null) {
      parts.put(key, part(type, member(written, from), value));
    }
  }

  /// A gradient is a colour, as text. The direction is the standard one of CSS.
  private TokenValue gradient(@Nullable TokenValue written, TokenValue resolved) {
    List<TokenValue> stops = items(resolved);
    List<TokenValue> sources = items(written);
    StringBuilder text = new StringBuilder("linear-gradient(").append(DIRECTION);
    for (int i = 0; i < stops.size(); i++) {
      TokenValue source = sources.size() == stops.size() ? sources.get(i) : null;
      if (source != null && ReferenceText.only(source) != null) {
        losses.changed(token, "the reference to a whole stop is written as what it comes to");
        source = null;
      }
      TokenValue color = member(stops.get(i), "color");
      TokenValue position = member(stops.get(i), "position");
      if (color != null && position instanceof TokenValue.Num(double share)) {
        TokenValue.Text shown =
            (TokenValue.Text) part(DtcgType.COLOR, member(source, "color"), color);
        text.append(", ").append(shown.text()).append(' ');
        text.append(NumberText.of(percent(share))).append('%');
      }
    }
    return new TokenValue.Text(text.append(')').toString());
  }
}
