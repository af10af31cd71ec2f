package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens Studio, normalising text.
final class ColorTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rgba(#ff000080, 0.2)|#ff000033",
        "rgba(#ABC,0.5)|#aabbcc80",
        "rgba(#ff0000)|rgba(#ff0000)",
        "rgba(0,0,0,5) rgb(1,2,3)|#000000 #010203",
        "rgba(0,0,0,.5) rgba(x) rgba(0,0,0,.5) rgb(1,2,3)|#00000080 rgba(x) #00000080 rgb(1,2,3)",
        "hsl(0,100%,50%) hsl(x) rgb(1,2,3)|#ff0000 hsl(x) rgb(1,2,3)",
        "rgba(hsl(0,100%,50%),0.5)|rgba(#ff0000,0.5)",
        "rgb(1,2,3,)|#01020300",
        "rgb(1,2,3,-1)|rgb(1,2,3,-1)",
        "rgb(1,2,3,1e-7)|rgb(1,2,3,1e-7)",
        "rgb(99999,2,3)|#ff0203",
        "rgba(rgba(1,2,3,.5), .2)|#01020380, .2)",
        "hsl(400,50%,25%)|#604a20",
        "hsl(10,101%,25%)|hsl(10,101%,25%)"
      })
  void functionsBecomeHex(String text, String normal) {
    assertEquals(normal, ColorText.normalize(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsl(", "rgb(", "hsl(\n", "rgba(\n)", "rgb(1,2,3)", "hsl(1,2%,3%) ", ")"})
  void hugeTextEndsSoon(String part) {
    String text = part.repeat(200_000);

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ColorText.normalize(text));
  }
}
