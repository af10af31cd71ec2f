package sluice.resolve.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What sd-transforms 2.0.3 makes of these texts.
final class SpacedMathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 / 3 | 3.3333",
        "16 | 16",
        "1e3 | 1e3",
        "2e3 + 1 | 2001e",
        "10% + 20% | 30%",
        "10%3 | 1%",
        "2rem * 2 | 4rem",
        "3px + 2rem | 3px + 2rem",
        "calc(1px + 2px) | 3px",
        "8 / 4 * 7px 8 * 5px 2 * 4px | 14px 40px 8px",
        "2*2 3*3 | 4 9",
        "sqrt(16px) | 4px",
        "(2% + 3% | 5%",
        "Inter | Inter",
        "#fff | #fff"
      })
  void text_comesToWhatTheEngineMakesOfIt(String text, String expected) {
    TokenValue value = SpacedMath.evaluate(text);

    assertEquals(
        expected,
        value instanceof TokenValue.Num(double number)
            ? NumberText.of(number)
            : ((TokenValue.Text) value).text());
  }

  @ParameterizedTest
  @CsvSource({"20000", "4900"})
  void longText_isLeftOrWorkedOutInTime(int words) {
    String text = "(" + "1 ".repeat(words) + ")";

    assertEquals(new TokenValue.Text(text), SpacedMath.evaluate(text));
  }
}
