package sluice.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPowerTest {

  /// What node 20 gives; `StrictMath` differs in the last digit.
  @ParameterizedTest
  @CsvSource({
    "25, 18, 1.455191522836685e25",
    "93, 29, 1.2190050592075281e57",
    "26.7, 10, 1.8412493801445728e14",
    "2.6, 5.4, 174.1229751205392",
    "0.8, 0.8, 0.8365116420730185",
    "1.9, -6, 0.021255845968746984",
    "5, 9.7, 6025721.315625086",
    "-1.7, 29, -4819685.721067505"
  })
  void lastDigit_isThatOfThePluginsEngine(double base, double exponent, double power) {
    assertEquals(power, NumberPower.of(base, exponent));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 10, 1024",
    "0.5, 4, 0.0625",
    "-3, 3, -27",
    "0, 0, 1",
    "NaN, 0, 1",
    "1, Infinity, NaN",
    "-1, -Infinity, NaN",
    "-2, 0.5, NaN",
    "0, -1, Infinity",
    "10, 400, Infinity",
    "10, -400, 0",
    "2, -1074, 4.9e-324",
    "1e300, 1e10, Infinity"
  })
  void specialCases(double base, double exponent, double power) {
    assertEquals(power, NumberPower.of(base, exponent));
  }

  @Test
  void neverFarFromTheStandard() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double base = Math.scalb(random.nextDouble(), random.nextInt(-20, 20));
      double exponent = random.nextDouble(-40, 40);
      double standard = StrictMath.pow(base, exponent);

      assertEquals(standard, NumberPower.of(base, exponent), 2 * Math.ulp(standard));
    }
  }
}
