package sluice.resolve.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens Studio, math.
final class MathEvaluatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "0x1F => 31",
        "5! => 120",
        "!5 => 120",
        "3!! => 720",
        "PI => 3.142",
        "E => 2.718",
        "-007 => -7",
        "5. => 5",
        "-2^2 => -4",
        "2^3^2 => 512",
        "2^-1 => 0.5",
        "10 - 4 - 3 => 3",
        "2 * 3 % 4 => 2",
        "-7 % 3 => -1",
        "sin 0 + 1 => 1",
        "sqrt 16 * 2 => 8",
        "sqrt(16)^2 => 16",
        "1 < 2 ? 10 : 20 => 10",
        "1 ? 2 : 0 ? 3 : 4 => 2",
        "0 or 2 ? 5 : 6 => 5",
        "1 and 0 ? 5 : 6 => 6",
        "not 0 ? 5 : 6 => 5",
        "x = 5 => 5",
        "x = 5; x * 2 => 10",
        "f(x) = x * 2; f(4) => 8",
        "f(n) = n <= 1 ? 1 : n * f(n - 1); f(6) => 720",
        "max(1 2) => 2",
        "max([3, 9, 4]) => 9",
        "[1, 2, 3][1] => 2",
        "fold(pyt, 0, [3, 4]) => 5.099",
        "f(x) = x * 3; fold(max, 0, map(f, [1, 2])) => 6",
        "length 'abc' => 3",
        "length('a' || 'bc') => 3",
        "indexOf('b', 'abc') => 1",
        "length(join('-', [1, 2])) => 3",
        "if(2 in [1, 2], 7, 8) => 7",
        "'3' * 2 => 6",
        "true + 1 => 2",
        "cubicBezier1D(1, 0)(0.5) => 0.5",
        "roundTo(1.005, 2) => 1.01",
        "roundTo(1234, -2) => 1200",
        "gamma(0.5) => 1.772",
        "fac(170) / fac(169) => 170",
        "log2(8) => 3",
        "hypot(3, 4, 12) => 13",
        "2 /* two */ * 3 => 6",
        "6 ∙ 2 => 12",
        "1;2;3 => 3",
        "round(-2.5) => -2",
        "trunc(-2.5) => -2",
        "acosh(cosh(2)) => 2",
        "asinh(-3) => -1.818",
        "atanh(0.5) => 0.549",
        "cbrt(27) => 3",
        "lg 1000 => 3",
        "sign(-4) => -1",
        "'b' > 'a' ? 1 : 2 => 1",
        "-0.0001 => 0",
        "1e3 * 2 => 2000",
        "lerp(0.5, 10, '3') => 6.5",
        "cos ('12'!) => -0.956",
        "fac([E], 1) => 1.567",
        "max((1; 2), 3) => 3",
        "(0; 0) and 1 ? 5 : 6 => 5",
        "; 5 => 5",
        "7; => 7",
        "1 ? 2 : 3.5.x => 2",
        "x = 3; max(x, (x = 5; x)) => 5",
        "11 /* to the end => 11"
      })
  void expressionHasANumber(String expression, double value) {
    assertEquals(new MathResult.Number(value), MathEvaluator.evaluate(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16px|16px",
        "10PX|10px",
        "010px|10px",
        "1e5px|100000px",
        "-0px|0px",
        ".5EM|0.5em",
        "+4px|4px",
        "5.px|5px",
        "33.3333333%|33.3333333%",
        "1px/3|0.3333333333333333px",
        "3px-1px|2px",
        "3px - 1px|2px",
        "2px--3px|5px",
        "2px*-3|-6px",
        "(2px + 3px) * 2|10px",
        "5q * 2|10Q",
        "3HZ|3Hz",
        "2ms + 3ms|5ms",
        "10px /* wide */ * 2|20px",
        "1/4*8px|2px",
        "2 * 3% / 4|1.5%",
        "1e21px|1e+21px",
        "((1.5rem))|1.5rem",
        "1px + 2px*3 - 4px/2|5px",
        "10px /* to the end|10px",
        "2*3px/* 1 + (|6px"
      })
  void arithmeticKeepsItsUnit(String expression, String text) {
    assertEquals(new MathResult.WithUnit(text), MathEvaluator.evaluate(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "#123456",
        "Inter, sans-serif",
        "10px 20px",
        "100%%",
        "600 Italic",
        "true",
        "sqrt",
        "3px -1px",
        "(2px)-1px",
        "2px * 2px",
        "10px/2px",
        "calc(2px)",
        "calc(2)",
        "2(3)",
        "a.b",
        "(5).toFixed(1)",
        "\"abc\"",
        "'abc",
        "1 == 1",
        "()",
        "(1",
        "1)",
        "1 +",
        "[1, 2]",
        "5 5",
        "ceil(-3, 1)",
        "f(2) = 3",
        "x(",
        "f(x) = x",
        "2 ? 3",
        "1,2",
        ";",
        "(5;)",
        "1 & 2",
        "1 | 2",
        "{a} * 2",
        "0x",
        "0b2",
        "$a",
        "5px // x",
        "rgba(0, 0, 0, 0.5)",
        "linear-gradient(#fff)",
        "data:image/png;base64,iVBORw0KGgo=",
        "constructor",
        "map(1, [1])",
        "nothing(1)",
        "-px",
        "1.2.3",
        "1_000",
        "/* open",
        "10px/*/ 3",
        "5;;",
        "(5; 6",
        "[1][0][0][0]",
        "5 in [1][3]",
        "if(1, (x = 5; x), x)",
        "lerp(0.5, '3', 4)",
        "3.x",
        "'abc'.length",
        "5 .E",
        "2 px",
        "5e",
        "\\u0041",
        "undefined"
      })
  void otherTextStaysAsItIs(String text) {
    assertEquals(new MathResult.NotMath(), MathEvaluator.evaluate(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/0",
        "0/0",
        "1px/0",
        "-1/0",
        "random()",
        "2 * random(3) + 1",
        "sqrt(-1)",
        "10^400",
        "fac(200)",
        "pow(2)",
        "max()",
        "log(0)",
        "norm(1, 2, 2)",
        "f(x) = random() * x; f(2)",
        "1 + 3.5.x",
        "2 * [1; 2]",
        "log2(1/0)"
      })
  void expressionWithoutAFiniteResult_isUndefined(String expression) {
    assertInstanceOf(MathResult.Undefined.class, MathEvaluator.evaluate(expression));
  }

  static Stream<String> hostile() {
    return Stream.of(
        "1" + "+1".repeat(500_000),
        "(".repeat(500_000) + "1" + ")".repeat(500_000),
        "[".repeat(500_000),
        "-".repeat(500_000) + "1",
        "1" + "^1".repeat(500_000),
        "1" + "!".repeat(500_000),
        "sqrt ".repeat(200_000) + "4",
        "x=".repeat(300_000) + "1",
        "1?".repeat(300_000) + "1",
        "f(x)=f(x);f(1)",
        "f(x)=f(x-1)+f(x-2);f(1000)",
        "f(x)=x<1?1:f(x-1)+f(x-1);f(60)",
        "x='ab';" + "x=x||x;".repeat(1000) + "1",
        "x=[1,2];" + "x=x||x;".repeat(1000) + "1",
        "sample(" + "sample,".repeat(9_000) + "sqrt,4)",
        "max" + "(1)".repeat(9_000),
        "f(a)=map(f,[a,a]);f(1)");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileExpression_endsSoon(String expression) {
    MathResult result =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MathEvaluator.evaluate(expression));

    assertInstanceOf(MathResult.Undefined.class, result);
  }

  static Stream<String> longTexts() {
    return Stream.of(
        "data:image/png;base64," + "A1b+/".repeat(300_000) + "==",
        "lorem ipsum ".repeat(100_000),
        "'" + "quoted ".repeat(100_000) + "'",
        "10px ".repeat(200_000),
        "#".repeat(1_000_000),
        "/*".repeat(500_000),
        "/* */".repeat(200_000),
        "\\".repeat(500_000),
        "1 " + "'\\".repeat(500_000));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void longTextThatIsNoMaths_staysAsItIs(String text) {
    MathResult result =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MathEvaluator.evaluate(text));

    assertEquals(new MathResult.NotMath(), result);
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, true", "+1.5E-7, true", ".5e2, true", "00, true", "000, true", "007, true",
    "013456, true", "0, false", "10, false", "0.5, false", "-007, false", "007.5, false",
    "1e, false", "e5, false", "1.e5, false", "1e5px, false", "'', false", "'1e3 ', false",
    "12, false", "-1e3, true", "1e+, false"
  })
  void numberWithExponentOrLeadingZeros_isLeftAsText(String text, boolean left) {
    assertEquals(left, MathEvaluator.isLeftAsText(text));
  }
}
