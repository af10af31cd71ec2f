package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.token.NumberText;

/// Tokens Studio, modifiers.
final class ColorModificationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "rgb(",
        "rgb()",
        "rgb( )",
        "color()",
        "color( )",
        "lch(1e308 1e308 0)",
        "lch(50 1e999 0)",
        "hsl(9e99 50% 50%)",
        "color(srgb NaN 0 0)",
        "oklch(0.5 0.1 none)"
      })
  void oddTextNeitherThrowsNorHangs(String text) {
    for (String type : new String[] {"lighten", "darken", "mix", "alpha", "other"}) {
      for (String space : new String[] {"srgb", "hsl", "lch", "p3", "oklab", "hwb", "xyz", "x"}) {
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> ColorModification.modify(text, type, 0.5, space, text));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.12345, 0.12",
    "12.345, 12.3",
    "123.45, 123",
    "1234.5, 1230",
    "-0.5, -0.5",
    "-12.34, -12",
    "99.96, 100"
  })
  void precisionCountsTheLengthOfTheWholePart(double value, String text) {
    assertEquals(text, NumberText.of(CssColorWriter.precise(value, 3)));
  }
}
