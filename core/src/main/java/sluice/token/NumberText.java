package sluice.token;

import java.math.BigInteger;

/// Numbers as text and back, the way JavaScript does it.
///
/// Token files and the tools that write them live in a JavaScript world, so a number that becomes
/// text (`{a}px`) and text that becomes a number must follow ECMA-262: shortest text that reads
/// back as the same number, no trailing zeros, an exponent below 1e-6 or from 1e21. Nothing here
/// throws on any input.
public final class NumberText {
  private static final int FIXED_DIGITS_MAX = 21;
  private static final int LEADING_ZEROS_MAX = 6;

  /// Below this the platform prints two digits where JavaScript prints one.
  private static final double SHORTEST_MAY_BE_ONE_DIGIT_BELOW = 1e-300;

  /// Up to this many digits a decimal integer is exact in a double.
  private static final int EXACT_DIGITS_MAX = 15;

  /// Bits beyond which an integer is infinite as a double.
  private static final int INTEGER_BITS_MAX = 1024;

  private static final double[] EXACT_POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private NumberText() {}

  /// The text of a number (ECMA-262, Number::toString): `0.1`, `1e+21`, `NaN`, `-Infinity`;
  /// negative zero is `0`.
  public static String of(double value) {
    if (value == (long) value && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    StringBuilder digits = new StringBuilder(24);
    int point = shortestDigits(Math.abs(value), digits);
    StringBuilder text = new StringBuilder(28);
    if (value < 0) {
      text.append('-');
    }
    return write(digits, point, text).toString();
  }

  /// The leading number of a text (ECMA-262, `parseFloat`): `12` for `12px`; NaN when it has none.
  public static double parseFloat(CharSequence text) {
    int end = text.length();
    int start = 0;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    int infinity = infinityEnd(text, start, end);
    if (infinity > start) {
      return text.charAt(start) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    int stop = decimalEnd(text, start, end);
    return stop == start ? Double.NaN : decimal(text, start, stop);
  }

  /// The number a whole text stands for (ECMA-262, `Number(text)`): surrounding white space is
  /// ignored, empty is 0, `0x`, `0o` and `0b` prefixes count, anything else is NaN.
  public static double toNumber(String text) {
    int end = text.length();
    int start = 0;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return 0;
    }
    if (end - start > 2 && text.charAt(start) == '0') {
      switch (text.charAt(start + 1)) {
        case 'x', 'X' -> {
          return integer(text, start + 2, end, 4);
        }
        case 'o', 'O' -> {
          return integer(text, start + 2, end, 3);
        }
        case 'b', 'B' -> {
          return integer(text, start + 2, end, 1);
        }
        default -> {}
      }
    }
    if (infinityEnd(text, start, end) == end) {
      return text.charAt(start) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return decimalEnd(text, start, end) == end ? decimal(text, start, end) : Double.NaN;
  }

  /// The text without white space at both ends (ECMA-262, `String.prototype.trim`).
  public static String trim(String text) {
    int end = text.length();
    int start = 0;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// Whether JavaScript counts a character as white space, line ends included.
  public static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == '\u00a0'
        || c == '\ufeff'
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /// Puts the significant digits into `digits` and returns where the decimal point stands: the
  /// value is `0.digits` times ten to that power.
  private static int shortestDigits(double value, StringBuilder digits) {
    String text = Double.toString(value);
    int exponent = 0;
    int mantissaEnd = text.indexOf('E');
    if (mantissaEnd < 0) {
      mantissaEnd = text.length();
    } else {
      exponent = Integer.parseInt(text, mantissaEnd + 1, text.length(), 10);
    }
    int dot = text.indexOf('.');
    int point = dot + exponent;
    for (int i = 0; i < mantissaEnd; i++) {
      if (i == dot) {
        continue;
      }
      char c = text.charAt(i);
      if (digits.isEmpty() && c == '0') {
        point--;
      } else {
        digits.append(c);
      }
    }
    int length = digits.length();
    while (length > 1 && digits.charAt(length - 1) == '0') {
      length--;
    }
    digits.setLength(length);
    if (length == 2 && value < SHORTEST_MAY_BE_ONE_DIGIT_BELOW) {
      return oneDigitIfItReadsBack(value, digits, point);
    }
    return point;
  }

  private static int oneDigitIfItReadsBack(double value, StringBuilder digits, int point) {
    int lead = digits.charAt(0) - '0' + (digits.charAt(1) >= '5' ? 1 : 0);
    int leadPoint = point;
    if (lead == 10) {
      lead = 1;
      leadPoint++;
    }
    if (Double.parseDouble(lead + "E" + (leadPoint - 1)) != value) {
      return point;
    }
    digits.setLength(0);
    digits.append(lead);
    return leadPoint;
  }

  private static StringBuilder write(StringBuilder digits, int point, StringBuilder text) {
    int count = digits.length();
    if (count <= point && point <= FIXED_DIGITS_MAX) {
      return text.append(digits).repeat('0', point - count);
    }
    if (0 < point && point <= FIXED_DIGITS_MAX) {
      return text.append(digits, 0, point).append('.').append(digits, point, count);
    }
    if (-LEADING_ZEROS_MAX < point && point <= 0) {
      return text.append("0.").repeat('0', -point).append(digits);
    }
    text.append(digits.charAt(0));
    if (count > 1) {
      text.append('.').append(digits, 1, count);
    }
    int exponent = point - 1;
    return text.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
  }

  /// Where `[+-]Infinity` ends, or `start` when it isn't there.
  private static int infinityEnd(CharSequence text, int start, int end) {
    int at = start;
    if (at < end && isSign(text.charAt(at))) {
      at++;
    }
    if (at >= end || text.charAt(at) != 'I') {
      return start;
    }
    String word = "Infinity";
    if (end - at < word.length()) {
      return start;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text.charAt(at + i) != word.charAt(i)) {
        return start;
      }
    }
    return at + word.length();
  }

  /// Where the longest decimal literal that begins at `start` ends, or `start` when there is none.
  private static int decimalEnd(CharSequence text, int start, int end) {
    int at = start;
    if (at < end && isSign(text.charAt(at))) {
      at++;
    }
    int whole = digitsEnd(text, at, end);
    int digits = whole - at;
    at = whole;
    if (at < end && text.charAt(at) == '.') {
      int fraction = digitsEnd(text, at + 1, end);
      digits += fraction - at - 1;
      if (digits > 0) {
        at = fraction;
      }
    }
    if (digits == 0) {
      return start;
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int power = at + 1;
      if (power < end && isSign(text.charAt(power))) {
        power++;
      }
      int powerEnd = digitsEnd(text, power, end);
      if (powerEnd > power) {
        at = powerEnd;
      }
    }
    return at;
  }

  /// The value of a decimal literal that is known to be one.
  private static double decimal(CharSequence text, int start, int end) {
    long digits = 0;
    int count = 0;
    int fraction = -1;
    boolean negative = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits = digits * 10 + (c - '0');
        count++;
        if (fraction >= 0) {
          fraction++;
        }
      } else if (c == '.') {
        fraction = 0;
      } else if (isSign(c) && i == start) {
        negative = c == '-';
      } else {
        count = Integer.MAX_VALUE;
      }
      if (count > EXACT_DIGITS_MAX) {
        return Double.parseDouble(text.subSequence(start, end).toString());
      }
    }
    // Both sides are exact, so the quotient is the correctly rounded value.
    double value = (double) digits / EXACT_POWERS_OF_TEN[Math.max(fraction, 0)];
    return negative ? -value : value;
  }

  private static double integer(String text, int start, int end, int bitsPerDigit) {
    int radix = 1 << bitsPerDigit;
    int from = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return Double.NaN;
      }
      if (c == '0' && i == from) {
        from++;
      }
    }
    if (from == end) {
      return 0;
    }
    if ((long) (end - from - 1) * bitsPerDigit >= INTEGER_BITS_MAX) {
      return Double.POSITIVE_INFINITY;
    }
    return new BigInteger(text.substring(from, end), radix).doubleValue();
  }

  private static int digitsEnd(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }
}
