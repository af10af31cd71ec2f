package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sluice.json.JsonNumber;
import sluice.resolve.math.MathEvaluator;
import sluice.resolve.math.MathResult;
import sluice.resolve.math.SpacedMath;
import sluice.resolve.penpot.PenpotQuantity;
import sluice.token.FontFamilyList;
import sluice.token.FontWeight;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Expressions: never an exception, the same each time, and a result is what it says it is. Numbers
/// read back as they were.
final class MathFuzz implements FuzzTarget {
  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "8px * 2 + (4 - 1.5e-1) / 3 % 2 ^ 2",
            "roundTo(16 * 1.25, 2) + max(1, 2, min(3, 4)) - sqrt(2) + PI",
            "x = 3; f(y) = y * 2; f(x) > 4 ? 1 : 0",
            "1.5rem + 0.5rem 24px -3% 2e3 0x1F",
            "[1, 2, 3][1] + length('ab') || 'c' and not true or 5!",
            "map(f(a) = a + 1, [1, 2]); fold(max, 0, [3])",
            "/* c */ 007 + 00.10 - -3 1e21")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  @Override
  public void check(byte[] input, Path folder) {
    String text = new String(input, UTF_8);
    MathResult result = MathEvaluator.evaluate(text);
    assertEquals(result, MathEvaluator.evaluate(text), "evaluated once more");
    switch (result) {
      case MathResult.Number(double number) -> checkNumber(number);
      case MathResult.WithUnit(String quantity) ->
          assertTrue(Double.isFinite(NumberText.parseFloat(quantity)), quantity);
      case MathResult.NotMath _, MathResult.Undefined _ -> {}
    }
    checkText(NumberText.parseFloat(text));
    checkText(NumberText.toNumber(text));
    boolean _ = MathEvaluator.isLeftAsText(text);
    assertEquals(SpacedMath.evaluate(text), SpacedMath.evaluate(text), "evaluated once more");
    TokenValue value = new TokenValue.Text(text);
    PenpotQuantity.parse(value);
    FontWeight.of(value);
    FontFamilyList.names(text);
  }

  private static void checkNumber(double number) {
    assertTrue(Double.isFinite(number), "finite");
    assertNotEquals(
        Double.doubleToLongBits(-0.0), Double.doubleToLongBits(number), "negative zero");
    checkText(number);
  }

  private static void checkText(double number) {
    String text = NumberText.of(number);
    assertEquals(number + 0.0, NumberText.toNumber(text), text);
    if (Double.isFinite(number)) {
      byte[] json = text.getBytes(UTF_8);
      assertEquals(number + 0.0, JsonNumber.parse(json, 0, json.length), text);
    }
  }
}
