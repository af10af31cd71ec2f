package sluice.resolve.color;

import org.jspecify.annotations.Nullable;
import sluice.resolve.color.SpaceColor.Form;

/// Lightens, darkens, mixes or fades a colour text (Tokens Studio, modifiers).
///
/// The result passes through a text of three significant digits in the modifier's space before it
/// becomes hex, and that rounding shows: fading `#336699` in `p3` moves it to `#326798`.
public final class ColorModification {
  private static final int PRECISION = 3;
  private static final int MIX_PRECISION = 5;

  private ColorModification() {}

  /// The modified colour as hex, 3 or 4 digits where every pair repeats; the text itself when it is
  /// no colour. When only the modifier is at fault (an unknown space, no colour to mix with), the
  /// colour comes back unmodified, as hex.
  ///
  /// @param type `lighten`, `darken`, `mix` or `alpha`; others only convert
  /// @param amount 0 to 1; NaN lightens and darkens to black
  /// @param space `srgb`, `hsl`, `lch`, `p3` or another colour space's id
  /// @param mixColor the colour to mix with
  public static String modify(
      String text, String type, double amount, @Nullable String space, @Nullable String mixColor) {
    SpaceColor between = CssColorSyntax.parse(modifyToText(text, type, amount, space, mixColor));
    String hex = between == null ? null : CssColorWriter.writeHex(between);
    return hex == null ? text : hex;
  }

  /// The modified colour as CSS text in the modifier's space; the text itself when it is no colour
  /// or the modifier is at fault. Parameters as in {@link #modify}.
  public static String modifyToText(
      String text, String type, double amount, @Nullable String space, @Nullable String mixColor) {
    SpaceColor base = CssColorSyntax.parse(text);
    ColorSpace target = space == null ? null : ColorSpace.byId(space);
    if (base == null || space == null || target == null) {
      return text;
    }
    SpaceColor modified =
        switch (type) {
          case "lighten" -> lighten(base, space, amount);
          case "darken" -> darken(base, space, amount);
          case "mix" -> mix(base, target, amount, mixColor);
          case "alpha" -> base.withAlpha(unit(amount) < 1 ? unit(amount) : 1);
          default -> base;
        };
    String written = modified == null ? null : CssColorWriter.write(modified.to(target), PRECISION);
    return written == null ? text : written;
  }

  private static SpaceColor lighten(SpaceColor base, String space, double amount) {
    return switch (space) {
      case "lch" -> {
        Triple lch = base.coordinatesIn(ColorSpace.LCH);
        double lightness = Math.min(100, lch.x() + (100 - lch.x()) * amount);
        yield base.with(ColorSpace.LCH, 0, lightness)
            .with(ColorSpace.LCH, 1, Math.max(0, lch.y() - amount * lch.y()));
      }
      case "hsl" -> {
        double lightness = base.coordinatesIn(ColorSpace.HSL).z();
        yield base.with(ColorSpace.HSL, 2, Math.min(100, lightness + (100 - lightness) * amount));
      }
      case "p3" -> lightenChannels(base.to(ColorSpace.P3), ColorSpace.P3, amount);
      case "srgb" -> lightenChannels(base, ColorSpace.SRGB, amount);
      default -> scaleLightness(base, 1 + amount);
    };
  }

  private static SpaceColor darken(SpaceColor base, String space, double amount) {
    return switch (space) {
      case "lch" -> {
        Triple lch = base.coordinatesIn(ColorSpace.LCH);
        yield base.with(ColorSpace.LCH, 0, Math.max(0, lch.x() - lch.x() * amount))
            .with(ColorSpace.LCH, 1, Math.max(0, lch.y() - amount * lch.y()));
      }
      case "hsl" -> {
        double lightness = base.coordinatesIn(ColorSpace.HSL).z();
        yield base.with(ColorSpace.HSL, 2, Math.max(0, lightness - lightness * amount));
      }
      case "p3" -> darkenChannels(base.to(ColorSpace.P3), ColorSpace.P3, amount);
      case "srgb" -> darkenChannels(base, ColorSpace.SRGB, amount);
      default -> scaleLightness(base, 1 - amount);
    };
  }

  private static SpaceColor lightenChannels(SpaceColor base, ColorSpace space, double amount) {
    Triple channels = base.coordinatesIn(space);
    SpaceColor color = base;
    for (int i = 0; i < 3; i++) {
      double channel = channels.get(i);
      color = color.with(space, i, Math.min(1, channel + amount * (1 - channel)));
    }
    return color;
  }

  private static SpaceColor darkenChannels(SpaceColor base, ColorSpace space, double amount) {
    Triple channels = base.coordinatesIn(space);
    SpaceColor color = base;
    for (int i = 0; i < 3; i++) {
      double channel = channels.get(i);
      color = color.with(space, i, Math.max(0, channel - amount * channel));
    }
    return color;
  }

  /// What the plugin does in every space it has no rule of its own for.
  private static SpaceColor scaleLightness(SpaceColor base, double factor) {
    double lightness = base.coordinatesIn(ColorSpace.OKLCH).x();
    return base.with(ColorSpace.OKLCH, 0, lightness * factor);
  }

  private static @Nullable SpaceColor mix(
      SpaceColor base, ColorSpace space, double amount, @Nullable String mixColor) {
    SpaceColor other = mixColor == null ? null : CssColorSyntax.parse(mixColor);
    if (other == null) {
      return null;
    }
    double share = unit(amount);
    SpaceColor start = base.to(space);
    SpaceColor end = other.to(space);
    boolean unmappable =
        end.form() == Form.SURPLUS && (space.hueIndex() < 0 || !GamutMapping.isInside(end));
    if (start.form() == Form.SURPLUS || unmappable) {
      return null;
    }
    start = GamutMapping.map(start);
    end = GamutMapping.map(end);
    Triple from = start.coordinates();
    Triple to = end.coordinates();
    int hue = space.hueIndex();
    if (hue >= 0) {
      double first = ColorConversion.degrees(from.get(hue));
      double second = ColorConversion.degrees(to.get(hue));
      from = from.with(hue, second - first > 180 ? first + 360 : first);
      to = to.with(hue, second - first < -180 ? second + 360 : second);
    }
    double alpha = between(start.alpha(), end.alpha(), share);
    SpaceColor mixed =
        new SpaceColor(
            space,
            new Triple(
                between(from.x(), to.x(), share),
                between(from.y(), to.y(), share),
                between(from.z(), to.z(), share)),
            alpha < 1 ? alpha : 1);
    String written = CssColorWriter.write(mixed, MIX_PRECISION);
    return written == null ? null : CssColorSyntax.parse(written);
  }

  /// A missing end takes the other's value.
  private static double between(double start, double end, double share) {
    if (Double.isNaN(start)) {
      return end;
    }
    return Double.isNaN(end) ? start : start + (end - start) * share;
  }

  private static double unit(double amount) {
    return Math.max(0, Math.min(1, amount));
  }
}
