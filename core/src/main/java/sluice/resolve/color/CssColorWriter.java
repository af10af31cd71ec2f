package sluice.resolve.color;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.SpaceColor.Form;
import sluice.token.NumberPower;
import sluice.token.NumberText;

/// Writes colours as CSS text, gamut-mapped first (as npm `colorjs.io` 0.4.5 does).
///
/// Spaces without a CSS form are written as `color(<id> …)`, which no reader takes.
final class CssColorWriter {
  private CssColorWriter() {}

  /// The colour as text in its own space, or null when it can't be written.
  ///
  /// @param precision how many significant digits, the sign of a negative number counted as one
  static @Nullable String write(SpaceColor color, int precision) {
    if (color.form() == Form.SURPLUS) {
      return null;
    }
    Triple coordinates = inside(color);
    StringBuilder text = new StringBuilder(48).append(opening(color.space()));
    for (int i = 0; i < 3; i++) {
      boolean percent = isPercent(color.space(), i);
      double value = coordinates.get(i);
      if (percent && color.space().axes() != ColorSpace.Axes.HUE_AND_PERCENTS) {
        value *= 100;
      } else if (percent) {
        value = 100 * (value / 100);
      }
      text.append(i == 0 ? "" : " ").append(NumberText.of(precise(value, precision)));
      text.append(percent ? "%" : "");
    }
    if (color.alpha() < 1) {
      text.append(" / ").append(NumberText.of(precise(color.alpha(), precision)));
    }
    return text.append(')').toString();
  }

  /// The colour, whatever its space, as hex: 3, 4, 6 or 8 digits, the shortest that says it all;
  /// null when it can't be written. A negative alpha keeps its sign (`#04080b-b2`), which no reader
  /// takes.
  static @Nullable String writeHex(SpaceColor color) {
    SpaceColor srgb = color.to(ColorSpace.SRGB);
    if (srgb.form() == Form.SURPLUS) {
      return null;
    }
    Triple coordinates = inside(srgb);
    int count = srgb.alpha() < 1 ? 4 : 3;
    int[] channels = new int[count];
    boolean everyPairRepeats = true;
    for (int i = 0; i < count; i++) {
      double share = i == 3 ? srgb.alpha() : coordinates.get(i);
      channels[i] = (int) Math.floor(share * 255 + 0.5);
      everyPairRepeats &= channels[i] % 17 == 0;
    }
    StringBuilder text = new StringBuilder(9).append('#');
    for (int channel : channels) {
      String digits = Integer.toString(everyPairRepeats ? channel / 17 : channel, 16);
      text.append(digits.length() > 1 || everyPairRepeats ? "" : "0").append(digits);
    }
    return text.toString();
  }

  /// Rounds to significant digits, as many as the whole part leaves room for.
  static double precise(double value, int precision) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    int wholeLength = NumberText.of(Math.floor(value)).length();
    if (precision > wholeLength) {
      return new BigDecimal(value)
          .setScale(precision - wholeLength, RoundingMode.HALF_UP)
          .doubleValue();
    }
    double unit = NumberPower.of(10, wholeLength - precision);
    return Math.floor(value / unit + 0.5) * unit;
  }

  private static Triple inside(SpaceColor color) {
    return GamutMapping.isInside(color)
        ? color.coordinates().withoutNaN()
        : GamutMapping.map(color).coordinates();
  }

  private static String opening(ColorSpace space) {
    return switch (space) {
      case SRGB -> "rgb(";
      case HSL -> "hsl(";
      case HWB -> "hwb(";
      case LAB -> "lab(";
      case LAB_D65 -> "lab-d65(";
      case LCH -> "lch(";
      case OKLAB -> "oklab(";
      case OKLCH -> "oklch(";
      default -> "color(" + space.functionName() + " ";
    };
  }

  private static boolean isPercent(ColorSpace space, int index) {
    return switch (space) {
      case SRGB -> true;
      case HSL, HWB -> index > 0;
      case OKLAB -> index == 0;
      default -> false;
    };
  }
}
