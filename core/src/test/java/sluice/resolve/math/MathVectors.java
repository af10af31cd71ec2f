package sluice.resolve.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;

/// Facts about expressions (Tokens Studio, math).
public final class MathVectors {
  private MathVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.of(
            "tokens-studio/math-evaluate", Area.MATHS, "expressions", MathVectors::evaluate),
        VectorSuite.of(
            "own/math-evaluate", Area.MATHS, "random expressions", MathVectors::evaluate));
  }

  private static Set<String> evaluate(Vectors.Case fact) {
    String expression = fact.input().get("expression").asString();

    MathResult result = MathEvaluator.evaluate(expression);

    JsonNode expected = fact.expected().get("result");
    if (expected.isObject() || expected.toString().contains("Infinity")) {
      assertInstanceOf(MathResult.Undefined.class, result);
      return Set.of("no-number");
    }
    if (expected.isNumber()) {
      assertEquals(new MathResult.Number(expected.asDouble()), result);
    } else {
      assertEquals(
          expected.asString(),
          result instanceof MathResult.WithUnit(String text) ? text : expression);
    }
    return Set.of();
  }
}
