package sluice.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.DtcgColorSpace;
import sluice.resolve.color.GradientText;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Colours (CSS Color Module Level 4) and gradients (CSS Images Module Level 4).
///
/// A colour of sRGB is `#rrggbb`, or `rgb(r g b / a)` when light goes through it; a colour of
/// another space stays in its space, with `none` where a component is missing. A colour that is a
/// text already is CSS as it stands, once it is known to be a colour.
final class ColorCss {
  private static final int CHANNEL_MAX = 255;

  private ColorCss() {}

  /// A colour; a gradient too where Tokens Studio takes one for a colour.
  static String color(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      return ofText(text);
    }
    DtcgColorSpace space =
        value instanceof TokenValue.Parts(Map<String, TokenValue> parts)
                && parts.get("colorSpace") instanceof TokenValue.Text(String key)
            ? DtcgColorSpace.of(key)
            : null;
    if (space == null || !(value instanceof TokenValue.Parts(Map<String, TokenValue> parts))) {
      throw new Unsayable("it is %s; CSS needs a colour".formatted(Numbers.shown(value)));
    }
    return ofSpace(space, components(parts.get("components")), alpha(parts.get("alpha")));
  }

  private static String ofText(String text) throws Unsayable {
    String trimmed = text.strip();
    boolean isGradient = GradientText.isGradient(trimmed) && CssText.isDeclarationValue(trimmed);
    if (isGradient || ColorCheck.isColor(trimmed)) {
      return trimmed;
    }
    throw new Unsayable(
        "it is %s; CSS needs a colour".formatted(Numbers.shown(new TokenValue.Text(text))));
  }

  /// Three components; NaN for one that is missing.
  private static double[] components(@Nullable TokenValue value) throws Unsayable {
    double[] components = new double[DtcgColorSpace.COMPONENTS];
    if (!(value instanceof TokenValue.Many(List<TokenValue> items))
        || items.size() != components.length) {
      throw new Unsayable("its components are not three");
    }
    for (int i = 0; i < components.length; i++) {
      components[i] = items.get(i) instanceof TokenValue.Num(double number) ? number : Double.NaN;
    }
    return components;
  }

  private static double alpha(@Nullable TokenValue value) {
    return value instanceof TokenValue.Num(double alpha) ? alpha : 1;
  }

  private static String ofSpace(DtcgColorSpace space, double[] components, double alpha) {
    boolean isWhole = Double.isFinite(components[0] + components[1] + components[2]);
    if (space == DtcgColorSpace.SRGB && isWhole) {
      return srgb(components, alpha);
    }
    List<String> texts = new ArrayList<>();
    boolean hasPercents = space == DtcgColorSpace.HSL || space == DtcgColorSpace.HWB;
    for (int i = 0; i < components.length; i++) {
      boolean isPercent = hasPercents && i > 0;
      texts.add(
          Double.isNaN(components[i])
              ? DtcgColorSpace.NONE
              : NumberText.of(components[i]) + (isPercent ? "%" : ""));
    }
    String inside = String.join(" ", texts) + (alpha < 1 ? " / " + NumberText.of(alpha) : "");
    return switch (space) {
      case HSL, HWB, LAB, LCH, OKLAB, OKLCH -> space.key() + "(" + inside + ")";
      case SRGB, SRGB_LINEAR, DISPLAY_P3, A98_RGB, PROPHOTO_RGB, REC2020, XYZ_D65, XYZ_D50 ->
          "color(" + space.key() + " " + inside + ")";
    };
  }

  private static String srgb(double[] components, double alpha) {
    int[] channels = new int[components.length];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = (int) Math.round(Math.clamp(components[i], 0, 1) * CHANNEL_MAX);
    }
    return alpha < 1
        ? "rgb(%d %d %d / %s)"
            .formatted(channels[0], channels[1], channels[2], NumberText.of(alpha))
        : "#%02x%02x%02x".formatted(channels[0], channels[1], channels[2]);
  }

  /// A gradient along a line, from its stops. One stop is there twice: a gradient has two.
  static String gradient(Piece piece, References references) throws Unsayable {
    if (piece.value() instanceof TokenValue.Text(String text)) {
      return ofText(text);
    }
    List<String> stops = new ArrayList<>();
    for (Piece stop : piece.items()) {
      Piece color = stop.get("color");
      Piece position = stop.get("position");
      if (color == null
          || position == null
          || !(position.value() instanceof TokenValue.Num(double share))) {
        throw new Unsayable("a stop of a gradient has a colour and a position");
      }
      stops.add(
          references.keep(color.written(), "", color(color.value()))
              + " "
              + NumberText.of(percent(share))
              + "%");
    }
    if (stops.size() == 1) {
      stops.add(stops.getFirst());
    }
    return "linear-gradient(" + String.join(", ", stops) + ")";
  }

  /// Hundred times a share, without what binary fractions leave behind: 0.55 is 55.
  private static double percent(double share) {
    return java.math.BigDecimal.valueOf(share).movePointRight(2).doubleValue();
  }
}
