package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What tinycolor2 1.6.0 makes of these texts.
final class TinyColorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#F0F8 | rgba(255, 0, 255, 0.53)",
        "12345678 | rgba(18, 52, 86, 0.47)",
        "burntsienna | #ea7e5d",
        "rgb 1 2 3 | #010203",
        "rgba(255,0,0,50%) | #ff0000",
        "rgb(1.0, 0, 0) | #ff0000",
        "rgb(10%, 20%, 30%) | #1a334d",
        "hsl(480,100%,50%) | #ff0000",
        "hsl(0.5, 0.5, 0.5) | #bf4140",
        "hsv(0,100%,100%) | #ff0000",
        "transparent | rgba(0, 0, 0, 0)",
        "linear-gradient(rgb(1,2,3), red) | #010203"
      })
  void text_isThatColour(String text, String expected) {
    TinyColor color = TinyColor.parse(text);

    assertNotNull(color);
    assertEquals(expected, color.css());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nope", "#ggg", "12345", "oklch(0.7 0.1 200)", "", "#", "hsl(1deg, 2%, 3%)"})
  void otherText_isNone(String text) {
    assertNull(TinyColor.parse(text));
  }
}
