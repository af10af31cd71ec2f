package sluice.token;

/// Powers with the last bit the plugin's JavaScript engine gives them.
///
/// Both Java's `StrictMath` and V8 follow fdlibm: the exponent times the logarithm to base 2, kept
/// in two doubles, then 2 to that. V8 groups one quotient of the last step differently, which moves
/// the last bit of one result in 25. It shows where a colour channel lies on a tie: `darken` by 0.1
/// in `p3` turns `#ffffff` into `#e5e6e6`.
public final class NumberPower {
  private static final double EXPONENT_MAX = 0x1p31;
  private static final int HIGH_BITS = 32;

  /// Two to a power of this size is a normal double, whichever the sign.
  private static final int SURELY_NORMAL_POWER_MAX = 1_000;

  /// Below these the part of a number from 1 to 2 is compared with 1, 1.5 or 2.
  private static final int NEAR_ONE = 0x3988E;

  private static final int NEAR_ONE_AND_A_HALF = 0xBB67A;

  /// The logarithm to base 2 of 1.5.
  private static final double LOG_HIGH = 0.5849624872207642;

  private static final double LOG_LOW = 1.350039202129749e-08;

  /// Two thirds of the reciprocal of the natural logarithm of 2, whole and in two parts.
  private static final double SCALE = 0.9617966939259756;

  private static final double SCALE_HIGH = 0.9617967009544373;
  private static final double SCALE_LOW = -7.028461650952758e-09;

  private static final double[] LOG_SERIES = {
    0.5999999999999946,
    0.4285714285785502,
    0.33333332981837743,
    0.272728123808534,
    0.23066074577556175,
    0.20697501780033842
  };

  /// The natural logarithm of 2, whole and in two parts.
  private static final double LN2 = 0.6931471805599453;

  private static final double LN2_HIGH = 0.6931471824645996;
  private static final double LN2_LOW = -1.904654299957768e-09;

  private static final double[] EXP_SERIES = {
    0.16666666666666602,
    -0.0027777777777015593,
    6.613756321437934e-05,
    -1.6533902205465252e-06,
    4.1381367970572385e-08
  };

  private NumberPower() {}

  /// Two doubles that are one number: the low part is what the high part leaves over.
  private record Pair(double high, double low) {}

  /// A base to an exponent, with JavaScript's special cases.
  public static double of(double base, double exponent) {
    if (base > 0 && isPlain(base, exponent)) {
      Pair power = times(exponent, log2(base));
      if (Math.abs(power.high) < SURELY_NORMAL_POWER_MAX) {
        return exp2(power);
      }
    }
    double standard = StrictMath.pow(base, exponent);
    if (!isNormal(standard) || !isPlain(Math.abs(base), exponent)) {
      return Math.abs(base) == 1 && !Double.isFinite(exponent) ? Double.NaN : standard;
    }
    return Math.copySign(exp2(times(exponent, log2(Math.abs(base)))), standard);
  }

  /// Whether nothing is special about it.
  private static boolean isPlain(double size, double exponent) {
    return isNormal(size)
        && size != 1
        && Math.abs(exponent) < EXPONENT_MAX
        && exponent != 0
        && exponent != 1
        && exponent != 2
        && !isRootOrInverse(exponent);
  }

  private static boolean isNormal(double value) {
    return Math.abs(value) >= Double.MIN_NORMAL && Math.abs(value) <= Double.MAX_VALUE;
  }

  private static boolean isRootOrInverse(double exponent) {
    return exponent == 0.5 || exponent == -1;
  }

  private static Pair log2(double size) {
    int scale = Math.getExponent(size);
    double part = Math.scalb(size, -scale);
    int fraction = (int) (bits(part) >>> HIGH_BITS) & 0xfffff;
    boolean nearOneAndAHalf = fraction > NEAR_ONE && fraction < NEAR_ONE_AND_A_HALF;
    if (fraction >= NEAR_ONE_AND_A_HALF) {
      scale++;
      part /= 2;
    }
    double near = nearOneAndAHalf ? 1.5 : 1;

    // s = (part - near) / (part + near); the sum is taken apart too.
    double difference = part - near;
    double inverse = 1 / (part + near);
    double s = difference * inverse;
    double sHigh = high(s);
    long halved = (bits(part) >>> HIGH_BITS >> 1 | 0x20000000L) + 0x80000L;
    double sumHigh = ofHigh(halved + (nearOneAndAHalf ? 0x40000L : 0));
    double sumLow = part - (sumHigh - near);
    double sLow = inverse * ((difference - sHigh * sumHigh) - sHigh * sumLow);

    double square = s * s;
    double rest = square * square * series(LOG_SERIES, square) + sLow * (sHigh + s);
    double highSquare = sHigh * sHigh;
    double factorHigh = high(3.0 + highSquare + rest);
    double factorLow = rest - ((factorHigh - 3.0) - highSquare);
    double first = sHigh * factorHigh;
    double second = sLow * factorHigh + factorLow * s;
    double sum = high(first + second);
    double sumRest = second - (sum - first);

    double scaled = SCALE_HIGH * sum;
    double scaledLow = SCALE_LOW * sum + sumRest * SCALE + (nearOneAndAHalf ? LOG_LOW : 0);
    double offset = nearOneAndAHalf ? LOG_HIGH : 0;
    double logHigh = high(((scaled + scaledLow) + offset) + scale);
    return new Pair(logHigh, scaledLow - (((logHigh - scale) - offset) - scaled));
  }

  private static Pair times(double exponent, Pair log) {
    double exponentHigh = high(exponent);
    return new Pair(
        exponentHigh * log.high, (exponent - exponentHigh) * log.high + exponent * log.low);
  }

  private static double exp2(Pair power) {
    double whole = power.low + power.high;
    double rounded = Math.abs(whole) > 0.5 ? Math.floor(Math.abs(whole) + 0.5) : 0;
    int scale = (int) Math.copySign(rounded, whole);
    double left = power.high - scale;
    double top = high(power.low + left);
    double u = top * LN2_HIGH;
    double v = (power.low - (top - left)) * LN2 + top * LN2_LOW;
    double z = u + v;
    double w = v - (z - u);
    double square = z * z;
    double t = z - square * series(EXP_SERIES, square);
    // fdlibm has z·t / (t - 2) - (w + z·w).
    double quotient = z * t / ((t - 2) - (w + z * w));
    return Math.scalb(1 - (quotient - z), scale);
  }

  private static double series(double[] factors, double x) {
    double sum = factors[factors.length - 1];
    for (int i = factors.length - 2; i >= 0; i--) {
      sum = factors[i] + x * sum;
    }
    return sum;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static double high(double value) {
    return ofHigh(bits(value) >>> HIGH_BITS);
  }

  private static double ofHigh(long word) {
    return Double.longBitsToDouble(word << HIGH_BITS);
  }
}
