package sluice.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.10000000149011612",
    "0.43529412, 0.43529412150382996",
    "16, 16.0",
    "-3, -3.0",
    "-0.0, -0.0",
    "1e-7, 1.0000000116860974e-07",
    "1.5e20, 1.500000030061316e+20",
    "0.5, 0.5"
  })
  void numbersAreFloat32Widened(double value, String expected) {
    String written = text(new JsonText().number(value));

    assertEquals((float) value, Float.parseFloat(written));
    assertEquals(Double.parseDouble(expected), Double.parseDouble(written), 0);
    assertEquals(expected.contains("e"), written.matches(".*e[+-]\\d\\d"));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "9", "10", "4096", "9223372036854775807"})
  void integersArePlain(long value) {
    assertEquals(Long.toString(value), text(new JsonText().integer(value)));
  }

  @Test
  void growsBeyondItsFirstSize() {
    JsonText text = new JsonText();
    for (int i = 0; i < 10_000; i++) {
      text.rawUtf8("ü");
    }

    assertEquals("ü".repeat(10_000), text(text));
  }

  private static String text(JsonText text) {
    return new String(text.bytes(), 0, text.size(), StandardCharsets.UTF_8);
  }
}
