package sluice.resolve.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.token.NumberPower;
import sluice.token.NumberText;

/// Random arithmetic against a slow evaluator that cuts the text at its weakest operator.
///
/// Replay a failure by putting the printed seed into {@link #seed}.
final class RandomExpressionTest {
  private static final int ROUNDS = 5_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void plainArithmetic_agreesWithTheSlowEvaluator() {
    for (int i = 0; i < ROUNDS; i++) {
      String text = expression(4);

      MathResult result = MathEvaluator.evaluate(text);

      double slow = slow(text);
      if (Double.isFinite(slow)) {
        assertEquals(new MathResult.Number(threeDecimals(slow)), result, () -> failed(text));
      } else {
        assertInstanceOf(MathResult.Undefined.class, result, () -> failed(text));
      }
    }
  }

  @Test
  void sumOfLengths_isTheSumWithItsUnit() {
    for (int i = 0; i < ROUNDS; i++) {
      String text = sumOfLengths(3);

      MathResult result = MathEvaluator.evaluate(text);

      double slow = slow(text.replace("px", ""));
      MathResult expected =
          Double.isFinite(slow)
              ? new MathResult.WithUnit(NumberText.of(slow) + "px")
              : new MathResult.Undefined(
                  "the result is no finite number (" + NumberText.of(slow) + ")");
      assertEquals(expected, result, () -> failed(text));
    }
  }

  @Test
  void anyText_isAnsweredWithoutThrowing() {
    String letters = "0123456789.eE+-*/%^!?:=<>|()[],; '\"\\xPIsqrtmaxpxrem{}$#_\n∙é";
    for (int i = 0; i < 10 * ROUNDS; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int j = 0; j < length; j++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }

      MathResult result = MathEvaluator.evaluate(text.toString());

      if (result instanceof MathResult.Number(double value)) {
        assertEquals(threeDecimals(value), value, () -> failed(text.toString()));
      }
    }
  }

  private String failed(String text) {
    return "seed " + seed + ": " + text;
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return number();
    }
    return switch (random.nextInt(8)) {
      case 0 -> "(" + space() + expression(depth - 1) + space() + ")";
      case 1 -> "-" + space() + operand(depth - 1);
      case 2 -> operand(depth - 1) + space() + "^" + space() + random.nextInt(4);
      default -> {
        String operators = "+-*/%";
        char operator = operators.charAt(random.nextInt(operators.length()));
        yield expression(depth - 1) + space() + operator + space() + expression(depth - 1);
      }
    };
  }

  private String operand(int depth) {
    return random.nextBoolean() ? number() : "(" + expression(depth) + ")";
  }

  /// Lengths added and subtracted, and multiplied and divided by plain numbers.
  private String sumOfLengths(int depth) {
    if (depth == 0) {
      return number() + "px";
    }
    return switch (random.nextInt(4)) {
      case 0 -> "(" + space() + sumOfLengths(depth - 1) + space() + ")";
      case 1 -> "(" + sumOfLengths(depth - 1) + ")" + space() + "*" + space() + number();
      case 2 -> number() + "px" + space() + "/" + space() + number();
      default -> {
        String operator = random.nextBoolean() ? " + " : " - ";
        yield sumOfLengths(depth - 1) + operator + sumOfLengths(depth - 1);
      }
    };
  }

  private String number() {
    return BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3)).toPlainString();
  }

  private String space() {
    return random.nextBoolean() ? " " : "";
  }

  private static double threeDecimals(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }

  private static double slow(String text) {
    String trimmed = text.strip();
    int cut = lastBinary(trimmed, "+-");
    cut = cut < 0 ? lastBinary(trimmed, "*/%") : cut;
    if (cut >= 0) {
      double left = slow(trimmed.substring(0, cut));
      double right = slow(trimmed.substring(cut + 1));
      return switch (trimmed.charAt(cut)) {
        case '+' -> left + right;
        case '-' -> left - right;
        case '*' -> left * right;
        case '/' -> left / right;
        default -> left % right;
      };
    }
    if (trimmed.startsWith("-")) {
      return -slow(trimmed.substring(1));
    }
    int power = lastBinary(trimmed, "^");
    if (power >= 0) {
      return NumberPower.of(slow(trimmed.substring(0, power)), slow(trimmed.substring(power + 1)));
    }
    if (trimmed.startsWith("(")) {
      return slow(trimmed.substring(1, trimmed.length() - 1));
    }
    return Double.parseDouble(trimmed);
  }

  /// The last of some operators outside parentheses that has a value on its left, or -1.
  private static int lastBinary(String text, String operators) {
    int depth = 0;
    for (int i = text.length() - 1; i > 0; i--) {
      char c = text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(') {
        depth--;
      } else if (depth == 0 && operators.indexOf(c) >= 0) {
        String left = text.substring(0, i).stripTrailing();
        char before = left.isEmpty() ? '+' : left.charAt(left.length() - 1);
        if (before == ')' || Character.isDigit(before)) {
          return i;
        }
      }
    }
    return -1;
  }
}
