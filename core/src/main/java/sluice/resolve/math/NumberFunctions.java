package sluice.resolve.math;

import sluice.token.NumberPower;

/// Functions from one number to another, and the few of several numbers that Java lacks.
final class NumberFunctions {
  /// Above this the square in a hyperbolic inverse adds nothing, or overflows.
  private static final double LARGE = 1e8;

  private static final double WHOLE_FROM = 0x1p52;
  private static final double GAMMA_OVERFLOWS_FROM = 171.35;
  private static final int FACTORIAL_MAX = 171;
  private static final double STIRLING_FROM = 85;

  /// Lanczos' approximation with g = 607/128 and 15 terms.
  private static final double LANCZOS_G = 4.7421875;

  private static final double[] LANCZOS = {
    0.9999999999999971,
    57.15623566586292,
    -59.59796035547549,
    14.136097974741746,
    -0.4919138160976202,
    3.399464998481189e-05,
    4.652362892704858e-05,
    -9.837447530487956e-05,
    0.0001580887032249125,
    -0.00021026444172410488,
    0.00021743961811521265,
    -0.0001643181065367639,
    8.441822398385275e-05,
    -2.6190838401581408e-05,
    3.6899182659531625e-06
  };

  private NumberFunctions() {}

  /// Whether a name is a function of one number.
  static boolean isKnown(String name) {
    return switch (name) {
      case "sin",
          "cos",
          "tan",
          "asin",
          "acos",
          "atan",
          "sinh",
          "cosh",
          "tanh",
          "asinh",
          "acosh",
          "atanh",
          "sqrt",
          "cbrt",
          "log",
          "log2",
          "ln",
          "lg",
          "log10",
          "expm1",
          "log1p",
          "abs",
          "ceil",
          "floor",
          "round",
          "trunc",
          "exp",
          "sign" ->
          true;
      default -> false;
    };
  }

  /// Applies a function that is known.
  static double apply(String name, double x) {
    return switch (name) {
      case "sin" -> StrictMath.sin(x);
      case "cos" -> StrictMath.cos(x);
      case "tan" -> StrictMath.tan(x);
      case "asin" -> StrictMath.asin(x);
      case "acos" -> StrictMath.acos(x);
      case "atan" -> StrictMath.atan(x);
      case "sinh" -> StrictMath.sinh(x);
      case "cosh" -> StrictMath.cosh(x);
      case "tanh" -> StrictMath.tanh(x);
      case "asinh" -> asinh(x);
      case "acosh" ->
          x > LARGE
              ? StrictMath.log(x) + StrictMath.log(2)
              : StrictMath.log(x + Math.sqrt(x * x - 1));
      case "atanh" -> StrictMath.log1p(2 * x / (1 - x)) / 2;
      case "sqrt" -> Math.sqrt(x);
      case "cbrt" -> StrictMath.cbrt(x);
      case "log", "ln" -> StrictMath.log(x);
      case "log2" -> log2(x);
      case "lg", "log10" -> StrictMath.log10(x);
      case "expm1" -> StrictMath.expm1(x);
      case "log1p" -> StrictMath.log1p(x);
      case "abs" -> Math.abs(x);
      case "ceil" -> Math.ceil(x);
      case "floor" -> Math.floor(x);
      case "round" -> round(x);
      case "trunc" -> x < 0 ? Math.ceil(x) : Math.floor(x);
      case "exp" -> x == 1 ? Math.E : StrictMath.exp(x);
      default -> Math.signum(x);
    };
  }

  /// The nearest whole number, halves towards positive infinity.
  static double round(double x) {
    if (!(Math.abs(x) < WHOLE_FROM)) {
      return x;
    }
    double floor = Math.floor(x);
    return x - floor >= 0.5 ? floor + 1 : floor;
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    double result =
        size > LARGE
            ? StrictMath.log(size) + StrictMath.log(2)
            : StrictMath.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
    return Math.copySign(result, x);
  }

  /// Exact for powers of two.
  private static double log2(double x) {
    int exponent = Math.getExponent(x);
    return exponent <= Double.MAX_EXPONENT && x == Math.scalb(1.0, exponent)
        ? exponent
        : StrictMath.log(x) / StrictMath.log(2);
  }

  /// The length of a vector of any size; scaled by its largest part, the squares added after Kahan.
  static double hypot(double[] parts) {
    double largest = 0;
    for (double part : parts) {
      largest = Math.max(largest, Math.abs(part));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    double lost = 0;
    for (double part : parts) {
      double share = Math.abs(part) / largest;
      double square = share * share - lost;
      double next = sum + square;
      lost = next - sum - square;
      sum = next;
    }
    return Math.sqrt(sum) * largest;
  }

  /// The gamma function: `gamma(n + 1)` is the factorial of n. Infinite at whole numbers below 1.
  static double gamma(double n) {
    if (n == Math.rint(n) && Double.isFinite(n)) {
      return factorial(n);
    }
    return approximateGamma(n);
  }

  /// The gamma function without the exact values at whole numbers.
  static double approximateGamma(double n) {
    if (n < 0.5) {
      return Math.PI / (StrictMath.sin(Math.PI * n) * gamma(1 - n));
    }
    return gammaFromHalf(n);
  }

  private static double factorial(double n) {
    if (n <= 0 || n > FACTORIAL_MAX) {
      return Double.POSITIVE_INFINITY;
    }
    double product = n - 1;
    for (double factor = n - 2; factor > 1; factor--) {
      product *= factor;
    }
    return product == 0 ? 1 : product;
  }

  private static double gammaFromHalf(double n) {
    if (n >= GAMMA_OVERFLOWS_FROM) {
      return Double.POSITIVE_INFINITY;
    }
    if (n > STIRLING_FROM) {
      return stirling(n);
    }
    double x = n - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x + LANCZOS_G + 0.5;
    return Math.sqrt(2 * Math.PI) * NumberPower.of(t, x + 0.5) * StrictMath.exp(-t) * sum;
  }

  private static double stirling(double n) {
    double n2 = n * n;
    double n3 = n2 * n;
    double n4 = n3 * n;
    double n5 = n4 * n;
    double series =
        1
            + 1 / (12 * n)
            + 1 / (288 * n2)
            - 139 / (51840 * n3)
            - 571 / (2488320 * n4)
            + 163879 / (209018880 * n5)
            + 5246819 / (75246796800.0 * n5 * n);
    return Math.sqrt(2 * Math.PI / n) * NumberPower.of(n / Math.E, n) * series;
  }
}
