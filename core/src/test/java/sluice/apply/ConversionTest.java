package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.problem.ProblemTally;
import sluice.resolve.BaseFontSize;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.vector.Vectors;
import sluice.token.NumberText;
import tools.jackson.databind.JsonNode;

class ConversionTest {
  private static final double TOLERANCE = 1e-12;

  @TestFactory
  Stream<DynamicTest> transformValue() {
    return Vectors.load("tokens-studio/transform-value")
        .tests(fact -> {
          String value = fact.input().get("value").asString();
          String kind = fact.input().get("kind").asString();
          double base =
              BaseFontSize.of(
                  fact.input().get("baseFontSize").asString(),
                  new ResolvedTokens(List.of()),
                  new ProblemTally());
          JsonNode expected = fact.expected().get("result");
          if (kind.startsWith("fontWeight")) {
            List<String> names = new ArrayList<>();
            expected.forEach(name -> names.add(name.asString()));
            assertEquals(names, FontWeight.candidates(value));
          } else if (expected.isObject() && !expected.has("$number")) {
            assertEquals(expected.toString(), amount(value, kind, base));
          } else if (expected.isNull()) {
            assertNull(LetterSpacing.of(value, base));
          } else if (expected.isString()) {
            assertEquals(expected.asString(), word(value, kind));
          } else {
            double number = expected.has("$number") ? Double.NaN : expected.asDouble();
            assertEquals(number, number(value, kind, base), TOLERANCE);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> typographyValueNormalize() {
    return typographyTests(Vectors.load("tokens-studio/typography-value-normalize"));
  }

  @TestFactory
  Stream<DynamicTest> ownTypographyValues() {
    return typographyTests(Vectors.load("own/typography-value-normalize"));
  }

  private static Stream<DynamicTest> typographyTests(Vectors suite) {
    return suite.tests(fact ->
        assertEquals(
            TokenJson.value(fact.expected().get("result")),
            TypographyPart.normalize(
                fact.input().get("property").asString(),
                TokenJson.value(fact.input().get("value")))));
  }

  @Test
  void weightOfAStyleName() {
    assertEquals(600, FontWeight.ofStyle("Semi Bold Italic"));
    assertEquals(600, FontWeight.ofStyle("semibold"));
    assertEquals(400, FontWeight.ofStyle("Italic"));
    assertEquals(FontWeight.UNKNOWN, FontWeight.ofStyle("Condensed"));
  }

  @Test
  void dashesDependOnTheExactWidth() {
    assertEquals("3.0 2.0", dashes("dashed", 1));
    assertEquals("6.0 3.0", dashes("dashed", 3));
    assertEquals("10.0 10.0", dashes("dashed", 1.5));
    assertEquals("10.0 10.0", dashes("dashed", Double.NaN));
    assertEquals("0.0 0.0", dashes("dotted", 1));
  }

  private static String dashes(String style, double width) {
    double[] pattern = DashPattern.of(style, width);
    return pattern[0] + " " + pattern[1];
  }

  private static double number(String value, String kind, double base) {
    return switch (kind) {
      case "opacity" -> Opacity.of(value);
      case "sizing", "width", "height" -> Measure.size(value, base);
      default -> Measure.number(value, base);
    };
  }

  private static String word(String value, String kind) {
    return switch (kind) {
      case "textCase" -> TextCase.of(value).name();
      case "textDecoration" -> TextDecoration.of(value).name();
      case "boxShadowType" -> value.equals("innerShadow") ? "INNER_SHADOW" : "DROP_SHADOW";
      default -> value;
    };
  }

  private static @Nullable String amount(String value, String kind, double base) {
    if (kind.equals("letterSpacing")) {
      LetterSpacing spacing = LetterSpacing.of(value, base);
      return spacing == null
          ? null
          : amount(spacing.percent() ? "PERCENT" : "PIXELS", spacing.value());
    }
    return switch (LineHeight.of(value, base)) {
      case LineHeight.Pixels(double px) -> amount("PIXELS", px);
      case LineHeight.Percent(double percent) -> amount("PERCENT", percent);
      case LineHeight.Auto() -> "{\"unit\":\"AUTO\"}";
    };
  }

  private static String amount(String unit, double value) {
    return "{\"unit\":\"" + unit + "\",\"value\":" + NumberText.of(value) + "}";
  }
}
