package sluice.convert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.GradientText;
import sluice.token.Quantity;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// Which type of DTCG each token of a flat library has, the same in every set that declares it.
final class StudioTypes {
  private final Map<String, Token> tokens = new HashMap<>();
  private final Map<String, @Nullable DtcgType> known = new HashMap<>();

  StudioTypes(TokenLibrary library) {
    for (TokenSet set : library.sets()) {
      set.tokens().forEach(token -> tokens.putIfAbsent(token.name(), token));
    }
  }

  /// Whether any set declares a token.
  boolean isDeclared(String name) {
    return tokens.containsKey(name);
  }

  /// The type of a token by its name, or null when it has none there. An alias without a type of
  /// its own has that of what it leads to.
  @Nullable DtcgType of(String name) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    Set<String> passed = new HashSet<>();
    String at = name;
    DtcgType type = null;
    while (passed.add(at)) {
      Token token = tokens.get(at);
      if (token == null) {
        break;
      }
      String target = ReferenceText.only(token.value());
      boolean isOpen = isOpen(token.type());
      if (target == null || (!isOpen && of(token.type(), token.value()) != null)) {
        type = of(token.type(), token.value());
        break;
      }
      at = target;
    }
    known.put(name, type);
    return type;
  }

  /// Whether the type alone does not say it.
  private static boolean isOpen(@Nullable String type) {
    return type == null
        || type.equals("other")
        || type.toLowerCase(Locale.ROOT).startsWith("lineheight");
  }

  /// The type that a value of a type of Tokens Studio or Penpot has, or null for one that DTCG does
  /// not know.
  static @Nullable DtcgType of(@Nullable String type, TokenValue value) {
    if (type == null) {
      return null;
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "color" ->
          value instanceof TokenValue.Text(String text) && GradientText.isGradient(text.strip())
              ? DtcgType.GRADIENT
              : DtcgType.COLOR;
      case "spacing",
          "sizing",
          "borderradius",
          "borderwidth",
          "dimension",
          "fontsizes",
          "fontsize",
          "letterspacing",
          "paragraphspacing",
          "paragraphindent" ->
          DtcgType.DIMENSION;
      case "lineheights", "lineheight" -> {
        Quantity height = Quantity.of(value);
        yield height != null && height.unit().equals("%") ? DtcgType.NUMBER : DtcgType.DIMENSION;
      }
      case "opacity", "number" -> DtcgType.NUMBER;
      case "fontfamilies", "fontfamily" -> DtcgType.FONT_FAMILY;
      case "fontweights", "fontweight" -> DtcgType.FONT_WEIGHT;
      case "boxshadow", "shadow" -> DtcgType.SHADOW;
      case "border" -> DtcgType.BORDER;
      case "typography" -> DtcgType.TYPOGRAPHY;
      case "duration" -> DtcgType.DURATION;
      case "cubicbezier" -> DtcgType.CUBIC_BEZIER;
      case "strokestyle" -> DtcgType.STROKE_STYLE;
      case "transition" -> DtcgType.TRANSITION;
      case "gradient" -> DtcgType.GRADIENT;
      default -> null;
    };
  }
}
