package sluice.resolve.color;

import sluice.token.NumberPower;

/// How different two colours look: CIEDE2000 with all weights 1 (Sharma, Wu and Dalal, "The
/// CIEDE2000 color-difference formula", 2005).
final class DeltaE2000 {
  private static final double TO_RADIANS = Math.PI / 180;
  private static final double CHROMA_KNEE = NumberPower.of(25, 7);

  private DeltaE2000() {}

  /// The difference: 0 is none, about 2 is just noticeable.
  static double between(SpaceColor reference, SpaceColor sample) {
    Triple first = reference.to(ColorSpace.LAB).coordinates();
    Triple second = sample.to(ColorSpace.LAB).coordinates();
    double meanChroma = (length(first.y(), first.z()) + length(second.y(), second.z())) / 2;
    double stretch = 1.5 - 0.5 * Math.sqrt(chromaShare(meanChroma));
    double a1 = stretch * first.y();
    double a2 = stretch * second.y();
    double chroma1 = length(a1, first.z());
    double chroma2 = length(a2, second.z());
    double hue1 = hue(a1, first.z());
    double hue2 = hue(a2, second.z());
    boolean neutral = chroma1 * chroma2 == 0;

    double lightnessStep = second.x() - first.x();
    double chromaStep = chroma2 - chroma1;
    double turn = neutral ? 0 : shorter(hue2 - hue1);
    double hueStep = 2 * Math.sqrt(chroma1 * chroma2) * StrictMath.sin(turn * TO_RADIANS / 2);

    double lightness = (first.x() + second.x()) / 2;
    double chroma = (chroma1 + chroma2) / 2;
    double hue = meanHue(hue1, hue2, neutral);
    double offset = (lightness - 50) * (lightness - 50);
    double lightnessScale = 1 + 0.015 * offset / Math.sqrt(20 + offset);
    double chromaScale = 1 + 0.045 * chroma;
    double hueScale = 1 + 0.015 * chroma * hueWeight(hue);

    double l = lightnessStep / lightnessScale;
    double c = chromaStep / chromaScale;
    double h = hueStep / hueScale;
    return Math.sqrt(l * l + c * c + h * h + rotation(hue, chroma) * c * h);
  }

  private static double length(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }

  private static double chromaShare(double chroma) {
    double power = NumberPower.of(chroma, 7);
    return power / (power + CHROMA_KNEE);
  }

  /// In degrees from 0 (inclusive) to 360.
  private static double hue(double a, double b) {
    if (a == 0 && b == 0) {
      return 0;
    }
    double angle = StrictMath.atan2(b, a);
    return (angle < 0 ? angle + 2 * Math.PI : angle) / TO_RADIANS;
  }

  private static double shorter(double turn) {
    if (Math.abs(turn) <= 180) {
      return turn;
    }
    return turn > 180 ? turn - 360 : turn + 360;
  }

  private static double meanHue(double hue1, double hue2, boolean neutral) {
    double sum = hue1 + hue2;
    if (neutral) {
      return sum;
    }
    if (Math.abs(hue2 - hue1) <= 180) {
      return sum / 2;
    }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  }

  private static double hueWeight(double hue) {
    return 1
        - 0.17 * StrictMath.cos((hue - 30) * TO_RADIANS)
        + 0.24 * StrictMath.cos(2 * hue * TO_RADIANS)
        + 0.32 * StrictMath.cos((3 * hue + 6) * TO_RADIANS)
        - 0.20 * StrictMath.cos((4 * hue - 63) * TO_RADIANS);
  }

  /// Ties chroma to hue among the blues.
  private static double rotation(double hue, double chroma) {
    double distance = (hue - 275) / 25;
    double angle = 30 * StrictMath.exp(-distance * distance);
    return -StrictMath.sin(2 * angle * TO_RADIANS) * 2 * Math.sqrt(chromaShare(chroma));
  }
}
