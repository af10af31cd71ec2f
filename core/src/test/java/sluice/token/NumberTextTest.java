package sluice.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// ECMA-262, Number::toString, parseFloat and StringToNumber.
final class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1.5, -1.5",
    "0.1, 0.1",
    "100, 100",
    "1e21, 1e+21",
    "123456789012345680000, 123456789012345680000",
    "1e20, 100000000000000000000",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1.5e-7, 1.5e-7",
    "1.25e300, 1.25e+300",
    "5e-324, 5e-324",
    "1e-323, 1e-323",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2e23, 2e+23",
    "9007199254740993, 9007199254740992",
    "0.3333333333333333, 0.3333333333333333",
    "1234567.891, 1234567.891",
    "1e15, 1000000000000000",
    "4.35, 4.35",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void numberBecomesTheTextJavaScriptWrites(double value, String text) {
    assertEquals(text, NumberText.of(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12px|12",
        "'  1.5em'|1.5",
        "-.5|-0.5",
        "5.|5",
        "1e3|1000",
        "1e|1",
        "1e+|1",
        "1.2.3|1.2",
        "+7|7",
        "px|NaN",
        "''|NaN",
        ".|NaN",
        "-|NaN",
        "Infinityx|Infinity",
        "-Infinity|-Infinity",
        "0x10|0",
        "50%|50",
        "123456789012345678901234|1.2345678901234568e23",
        "\u00a07|7",
        "1e400|Infinity",
        "+.e3|NaN"
      })
  void leadingNumberIsRead(String text, double value) {
    assertEquals(value, NumberText.parseFloat(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0",
        "'  '|0",
        "12|12",
        "' 12 '|12",
        "12px|NaN",
        "0x1F|31",
        "0b101|5",
        "0o17|15",
        "0x|NaN",
        "-0x10|NaN",
        "0xg|NaN",
        "1e3|1000",
        "Infinity|Infinity",
        "-Infinity|-Infinity",
        "infinity|NaN",
        ".5|0.5",
        "5.|5",
        "1_000|NaN",
        "0x00000000000000000000000000000000001|1"
      })
  void wholeTextIsOneNumberOrNaN(String text, double value) {
    assertEquals(value, NumberText.toNumber(text));
  }

  @Test
  void everyNumberReadsBackFromItsText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }

      String text = NumberText.of(value);

      assertEquals(value, Double.parseDouble(text), () -> "seed " + seed);
      assertEquals(value, NumberText.parseFloat(text), () -> "seed " + seed);
      assertEquals(value, NumberText.toNumber(text), () -> "seed " + seed);
    }
  }

  @Test
  void shortDecimalsAreReadExactly() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text =
          BigDecimal.valueOf(random.nextLong(1_000_000_000), random.nextInt(9)).toPlainString();

      assertEquals(Double.parseDouble(text), NumberText.parseFloat(text + "px"), text);
    }
  }

  @Test
  void hugeTextIsReadInLinearTime() {
    String digits = "9".repeat(1_000_000);

    assertEquals(Double.POSITIVE_INFINITY, NumberText.toNumber(digits));
    assertEquals(Double.POSITIVE_INFINITY, NumberText.toNumber("0x" + digits));
    assertTrue(Double.isNaN(NumberText.toNumber(digits + "x")));
  }
}
