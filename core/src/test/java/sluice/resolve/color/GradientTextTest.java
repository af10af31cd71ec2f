package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens Studio, gradients.
final class GradientTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        ")",
        ")(",
        "linear-gradient",
        "linear-gradient()",
        "linear-gradient(90deg, #fff",
        "linear-gradient(90deg, #fff, notacolor)",
        "linear-gradient(90deg, #f00 10% 20%, #00f)",
        "linear-gradient(xdeg, #fff, #000)",
        "linear-gradient(90deg, {a}, {b})",
        "radial-gradient(circle at x%, #fff, #000)"
      })
  void textThatIsNoGradient_isNull(String text) {
    assertNull(GradientText.parse(text));
  }

  @Test
  void onlyLowerCasePrefixesAreAppliedAsGradients() {
    assertTrue(GradientText.isGradient("linear-gradient(#fff, #000)"));
    assertTrue(GradientText.isGradient("radial-gradient(#fff, #000)"));
    assertTrue(GradientText.isGradient("conic-gradient("));
    assertFalse(GradientText.isGradient("Linear-gradient(#fff, #000)"));
    assertFalse(GradientText.isGradient("#fff"));
  }
}
