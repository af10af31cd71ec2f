package sluice.resolve.math;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// Works out the arithmetic in a token's text (Tokens Studio, math).
///
/// A reduction in the manner of CSS `calc` finds the unit; the expression, with the unit's letters
/// deleted wherever they occur, is then evaluated. Plain values (`16px`, `#123456`, `Inter`) leave
/// on short paths.
public final class MathEvaluator {
  private static final MathResult NOT_MATH = new MathResult.NotMath();
  private static final int DECIMALS = 3;

  /// From here on a number has no decimals to round.
  private static final double WHOLE_FROM = 1e15;

  private MathEvaluator() {}

  /// What a text comes to; {@link MathResult.NotMath} when it is to stay as it is. Never throws,
  /// whatever the text; a result that is infinite or NaN, `random`, and an expression beyond the
  /// limits are {@link MathResult.Undefined}.
  public static MathResult evaluate(String text) {
    int start = firstVisible(text);
    if (start == text.length() || text.charAt(start) == '#') {
      return NOT_MATH;
    }
    MathResult plain = plainQuantity(text);
    if (plain != null) {
      return plain;
    }
    try {
      String unit = UnitReduction.unitOf(text);
      String expression = unit == null ? text : without(text, unit);
      Value value = Evaluation.run(ExpressionParser.parse(expression));
      return value instanceof Value.Num(double number) ? result(number, unit) : NOT_MATH;
    } catch (MathFailure failure) {
      return failure.result();
    }
  }

  /// Whether a text is kept as text before any evaluation: a number with an exponent (`1e3`), two
  /// or more zeros (`00`), or zeros before other digits (`007`).
  public static boolean isLeftAsText(String text) {
    int length = text.length();
    if (length < 2) {
      return false;
    }
    int digits = digitsEnd(text, 0);
    if (digits == length) {
      return text.charAt(0) == '0';
    }
    int at = digitsEnd(text, isSign(text.charAt(0)) ? 1 : 0);
    if (at < length && text.charAt(at) == '.') {
      at++;
    }
    int fraction = digitsEnd(text, at);
    boolean hasDigit = fraction > at || (at > 0 && isDigit(text.charAt(at - 1)));
    at = fraction;
    if (!hasDigit || at >= length || (text.charAt(at) | 0x20) != 'e') {
      return false;
    }
    at++;
    if (at < length && isSign(text.charAt(at))) {
      at++;
    }
    return at < length && digitsEnd(text, at) == length;
  }

  /// Rounds half away from zero on the exact value of the double, as JavaScript's `toFixed`.
  static double rounded(double number, int decimals) {
    if (number == Math.rint(number) || Math.abs(number) >= WHOLE_FROM) {
      return number + 0.0;
    }
    return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }

  private static MathResult result(double number, @Nullable String unit) {
    if (!Double.isFinite(number)) {
      return new MathResult.Undefined(
          "the result is no finite number (" + NumberText.of(number) + ")");
    }
    return unit == null
        ? new MathResult.Number(rounded(number, DECIMALS))
        : new MathResult.WithUnit(NumberText.of(number).concat(unit));
  }

  /// A sign, digits with at most one dot, and nothing or a unit; null for every other text.
  private static @Nullable MathResult plainQuantity(String text) {
    int start = isSign(text.charAt(0)) ? 1 : 0;
    int at = digitsEnd(text, start);
    int count = at - start;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digitsEnd(text, at + 1);
      count += fraction - at - 1;
      at = fraction;
    }
    if (count == 0) {
      return null;
    }
    if (at == text.length()) {
      return result(NumberText.parseFloat(text), null);
    }
    String unit = UnitReduction.unitAt(text, at, text.length());
    return unit == null ? null : result(NumberText.parseFloat(text), unit);
  }

  private static String without(String text, String unit) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.regionMatches(true, at, unit, 0, unit.length())) {
        at += unit.length();
      } else {
        kept.append(text.charAt(at++));
      }
    }
    return kept.toString();
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
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
