package sluice.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {
  private static @Nullable Quantity of(String text) {
    return Quantity.of(new TokenValue.Text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "4px, 4, px",
    "1.5, 1.5, ''",
    "1., 1, ''",
    ".5em, 0.5, em",
    "-.5%, -0.5, %",
    "+2e3, 2000, ''",
    "1.5e-1rem, 0.15, rem"
  })
  void numberAndUnit_areTakenApart(String text, double number, String unit) {
    assertEquals(new Quantity(number, unit), of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "px", ".", "1.2.3", "1 px", "e5", "--1", "1px2"})
  void everythingElse_isNone(String text) {
    assertNull(of(text));
  }

  @Test
  @Timeout(5)
  void aMillionDigitsThatAreNoNumber_areGivenUpAtOnce() {
    assertNull(of("1".repeat(1_000_000) + "-"));
    assertNull(of("1." + "1".repeat(1_000_000) + "-"));
  }
}
