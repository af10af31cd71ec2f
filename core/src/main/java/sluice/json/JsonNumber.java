package sluice.json;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// The double nearest to a JSON number, straight from its bytes: bit for bit what
/// [Double#parseDouble(String)] gives, without its objects.
///
/// Figma writes float32 values widened to double, so most numbers have 16 or 17 digits. Up to 18
/// digits without an exponent are worked out here. Where digits and power of ten are both exact as
/// doubles, one division rounds once and is right (Clinger, *How to read floating point numbers
/// accurately*). Otherwise the digits are multiplied by a 128-bit reciprocal of the power (Lemire,
/// *Number parsing at a gigabyte per second*), which for powers down to [#POWER_MIN] always leaves
/// enough bits to round by. All else goes to the platform.
public final class JsonNumber {
  /// Digits that fit a signed `long`, whatever they are.
  private static final int DIGITS_MAX = 18;

  /// Down to this power of ten a reciprocal of 128 bits is precise enough for every number.
  private static final int POWER_MIN = -27;

  /// Integers up to this are exact as doubles.
  private static final long EXACT_MAX = 1L << 53;

  /// Powers of ten that are exact as doubles.
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /// Upper and lower halves of 10 to the power -i, scaled so that the highest bit is set.
  private static final long[] RECIPROCALS_HIGH = new long[1 - POWER_MIN];

  private static final long[] RECIPROCALS_LOW = new long[1 - POWER_MIN];

  /// Bits of a double's fraction, and what its exponent is counted from.
  private static final int FRACTION_BITS = 52;

  private static final int EXPONENT_BIAS = 1023;

  static {
    for (int i = 1; i <= -POWER_MIN; i++) {
      BigInteger power = BigInteger.valueOf(5).pow(i);
      int bits = power.bitLength() + 127;
      BigInteger reciprocal = BigInteger.ONE.shiftLeft(bits).divide(power).add(BigInteger.ONE);
      RECIPROCALS_HIGH[i] = reciprocal.shiftRight(64).longValue();
      RECIPROCALS_LOW[i] = reciprocal.longValue();
    }
  }

  private JsonNumber() {}

  /// Whether a byte may be part of a number.
  static boolean isPart(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }

  /// The byte after the number that starts at `from`.
  public static int end(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && isPart(bytes[at])) {
      at++;
    }
    return at;
  }

  /// The double nearest to the valid JSON number in `bytes[from..to)`.
  public static double parse(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    long digits = 0;
    int digitCount = 0;
    int fractionFrom = to;
    for (int at = negative ? from + 1 : from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        // Zeros in front of the first digit that counts are no digits.
        digitCount += digits == 0 ? 0 : 1;
        if (digitCount > DIGITS_MAX) {
          return slow(bytes, from, to);
        }
      } else if (bytes[at] == '.') {
        fractionFrom = at + 1;
      } else {
        return slow(bytes, from, to);
      }
    }
    int fractionDigits = to - fractionFrom;
    double value;
    if (digits <= EXACT_MAX && fractionDigits < EXACT_POWERS.length) {
      value = digits / EXACT_POWERS[fractionDigits];
    } else if (fractionDigits == 0) {
      value = digits;
    } else if (fractionDigits <= -POWER_MIN && digits != 0) {
      value = rounded(digits, fractionDigits);
    } else {
      return slow(bytes, from, to);
    }
    return negative ? -value : value;
  }

  /// `digits` divided by ten to the power `power`, rounded once.
  private static double rounded(long digits, int power) {
    int shift = Long.numberOfLeadingZeros(digits);
    long scaled = digits << shift;
    long high = Math.unsignedMultiplyHigh(scaled, RECIPROCALS_HIGH[power]);
    long low = scaled * RECIPROCALS_HIGH[power];
    int spare = 64 - FRACTION_BITS - 3;
    long cut = (1L << spare) - 1;
    if ((high & cut) == cut) {
      // The bits cut off may carry into those that stay.
      long carry = Math.unsignedMultiplyHigh(scaled, RECIPROCALS_LOW[power]);
      low += carry;
      if (Long.compareUnsigned(low, carry) < 0) {
        high++;
      }
    }
    int upper = (int) (high >>> 63);
    long mantissa = high >>> (upper + spare);
    // 217706 / 65536 is the logarithm of 10 to base 2, precise enough for these powers.
    int exponent = ((217_706 * -power) >> 16) + 63 + upper - shift + EXPONENT_BIAS;
    if (Long.compareUnsigned(low, 1) <= 0
        && power <= 4
        && (mantissa & 3) == 1
        && mantissa << (upper + spare) == high) {
      // Exactly in the middle: to the even one.
      mantissa &= ~1L;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa >= 2L << FRACTION_BITS) {
      mantissa = 1L << FRACTION_BITS;
      exponent++;
    }
    long fraction = mantissa & ((1L << FRACTION_BITS) - 1);
    return Double.longBitsToDouble(((long) exponent << FRACTION_BITS) | fraction);
  }

  private static double slow(byte[] bytes, int from, int to) {
    return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }
}
