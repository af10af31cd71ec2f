package sluice.resolve.color;

import static sluice.resolve.color.ColorMatrices.*;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberPower;

/// Converts coordinates between colour spaces by way of their common ancestor (CSS Color 4, colour
/// space conversion). Nothing is clipped.
final class ColorConversion {
  private static final double LAB_EPSILON = 216.0 / 24389;
  private static final double LAB_EPSILON_ROOT = 24.0 / 116;
  private static final double LAB_KAPPA = 24389.0 / 27;

  /// Below this on both axes a Lab colour has no hue.
  private static final double LAB_NEUTRAL = 0.02;

  private static final double OKLAB_NEUTRAL = 0.0002;

  private ColorConversion() {}

  /// The coordinates in `to` of coordinates in `from`; a missing coordinate counts as 0 unless the
  /// spaces are the same.
  static Triple convert(Triple coordinates, ColorSpace from, ColorSpace to) {
    return from == to ? coordinates : convertSpoilt(coordinates.withoutNaN(), from, to);
  }

  /// The same where NaN doesn't count as 0: what is computed from it is NaN too.
  static Triple convertSpoilt(Triple coordinates, ColorSpace from, ColorSpace to) {
    Triple current = coordinates;
    ColorSpace space = from;
    while (!isAncestor(space, to)) {
      current = toBase(space, current);
      ColorSpace base = space.base();
      if (base == null) {
        return current;
      }
      space = base;
    }
    return descend(current, space, to);
  }

  private static boolean isAncestor(ColorSpace candidate, ColorSpace space) {
    for (@Nullable ColorSpace s = space; s != null; s = s.base()) {
      if (s == candidate) {
        return true;
      }
    }
    return false;
  }

  /// Coordinates of an ancestor in a space below it, step by step. The tree is at most six deep, so
  /// this recursion is bounded.
  static Triple descend(Triple coordinates, ColorSpace ancestor, ColorSpace to) {
    ColorSpace base = to.base();
    if (to == ancestor || base == null) {
      return coordinates;
    }
    return fromBase(to, descend(coordinates, ancestor, base));
  }

  /// Coordinates in a space's base.
  static Triple toBase(ColorSpace space, Triple c) {
    return switch (space) {
      case XYZ_D65 -> c;
      case XYZ_D50 -> c.times(D50_TO_D65);
      case LAB_D65 -> labToXyz(c, WHITE_D65);
      case LAB -> labToXyz(c, WHITE_D50);
      case LCH -> polarToLab(c.y() < 0 ? c.with(1, 0) : c);
      case OKLCH -> polarToLab(c);
      case SRGB_LINEAR -> c.times(SRGB_TO_XYZ);
      case P3_LINEAR -> c.times(P3_TO_XYZ);
      case A98_LINEAR -> c.times(A98_TO_XYZ);
      case PROPHOTO_LINEAR -> c.times(PROPHOTO_TO_XYZ);
      case REC2020_LINEAR -> c.times(REC2020_TO_XYZ);
      case SRGB, P3, A98, PROPHOTO, REC2020 ->
          new Triple(
              TransferCurve.linear(space, c.x()),
              TransferCurve.linear(space, c.y()),
              TransferCurve.linear(space, c.z()));
      case HSL -> HueSpaces.hslToRgb(c);
      case HSV -> HueSpaces.hsvToHsl(c);
      case HWB -> HueSpaces.hwbToHsv(c);
      case OKLAB -> {
        Triple lms = c.times(OKLAB_TO_LMS);
        yield new Triple(cube(lms.x()), cube(lms.y()), cube(lms.z())).times(LMS_TO_XYZ);
      }
    };
  }

  private static Triple fromBase(ColorSpace space, Triple c) {
    return switch (space) {
      case XYZ_D65 -> c;
      case XYZ_D50 -> c.times(D65_TO_D50);
      case LAB_D65 -> xyzToLab(c, WHITE_D65);
      case LAB -> xyzToLab(c, WHITE_D50);
      case LCH -> labToPolar(c, LAB_NEUTRAL);
      case OKLCH -> labToPolar(c, OKLAB_NEUTRAL);
      case SRGB_LINEAR -> c.times(XYZ_TO_SRGB);
      case P3_LINEAR -> c.times(XYZ_TO_P3);
      case A98_LINEAR -> c.times(XYZ_TO_A98);
      case PROPHOTO_LINEAR -> c.times(XYZ_TO_PROPHOTO);
      case REC2020_LINEAR -> c.times(XYZ_TO_REC2020);
      case SRGB, P3, A98, PROPHOTO, REC2020 ->
          new Triple(
              TransferCurve.encoded(space, c.x()),
              TransferCurve.encoded(space, c.y()),
              TransferCurve.encoded(space, c.z()));
      case HSL -> HueSpaces.rgbToHsl(c);
      case HSV -> HueSpaces.hslToHsv(c);
      case HWB -> HueSpaces.hsvToHwb(c);
      case OKLAB -> {
        Triple lms = c.times(XYZ_TO_LMS);
        yield new Triple(
                StrictMath.cbrt(lms.x()), StrictMath.cbrt(lms.y()), StrictMath.cbrt(lms.z()))
            .times(LMS_TO_OKLAB);
      }
    };
  }

  private static Triple labToXyz(Triple lab, Triple white) {
    double fy = (lab.x() + 16) / 116;
    double fx = lab.y() / 500 + fy;
    double fz = fy - lab.z() / 200;
    double y = lab.x() > 8 ? cube(fy) : lab.x() / LAB_KAPPA;
    return new Triple(
        inverseLabCurve(fx) * white.x(), y * white.y(), inverseLabCurve(fz) * white.z());
  }

  private static Triple xyzToLab(Triple xyz, Triple white) {
    double fx = labCurve(xyz.x() / white.x());
    double fy = labCurve(xyz.y() / white.y());
    double fz = labCurve(xyz.z() / white.z());
    return new Triple(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
  }

  private static double labCurve(double t) {
    return t > LAB_EPSILON ? StrictMath.cbrt(t) : (LAB_KAPPA * t + 16) / 116;
  }

  private static double inverseLabCurve(double f) {
    return f > LAB_EPSILON_ROOT ? cube(f) : (116 * f - 16) / LAB_KAPPA;
  }

  private static Triple polarToLab(Triple polar) {
    double hue = Double.isNaN(polar.z()) ? 0 : polar.z() * Math.PI / 180;
    return new Triple(polar.x(), polar.y() * StrictMath.cos(hue), polar.y() * StrictMath.sin(hue));
  }

  private static Triple labToPolar(Triple lab, double neutral) {
    boolean isNeutral = Math.abs(lab.y()) < neutral && Math.abs(lab.z()) < neutral;
    double hue =
        isNeutral ? Double.NaN : degrees(StrictMath.atan2(lab.z(), lab.y()) * 180 / Math.PI);
    return new Triple(lab.x(), Math.sqrt(lab.y() * lab.y() + lab.z() * lab.z()), hue);
  }

  /// The same angle from 0 (inclusive) to 360 (exclusive); NaN stays NaN.
  static double degrees(double angle) {
    return (angle % 360 + 360) % 360;
  }

  private static double cube(double value) {
    return NumberPower.of(value, 3);
  }
}
