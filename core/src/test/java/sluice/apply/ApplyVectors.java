package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemTally;
import sluice.resolve.BaseFontSize;
import sluice.resolve.ResolvedTokens;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.AppliedToken;
import sluice.token.NumberText;
import tools.jackson.databind.JsonNode;

/// Facts about what a node stores and what its tokens say (Tokens Studio, from applied data to
/// values; numbers and units).
public final class ApplyVectors {
  private static final double TOLERANCE = 1e-12;

  private ApplyVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.equal(
            "tokens-studio/plugin-data-read",
            Area.APPLICATION,
            "what a node stores",
            ApplyVectors::stored),
        VectorSuite.of(
            "tokens-studio/map-node-data",
            Area.APPLICATION,
            "tokens to values of a node",
            ApplyVectors::values),
        VectorSuite.equal(
            "tokens-studio/transform-value",
            Area.APPLICATION,
            "numbers and words",
            ApplyVectors::conversion),
        VectorSuite.equal(
            "tokens-studio/typography-value-normalize",
            Area.APPLICATION,
            "parts of typography",
            ApplyVectors::typography),
        VectorSuite.equal(
            "own/typography-value-normalize",
            Area.APPLICATION,
            "odd parts of typography",
            ApplyVectors::typography));
  }

  private static void typography(Vectors.Case fact) {
    assertEquals(
        TokenJson.value(fact.expected().get("result")),
        TypographyPart.normalize(
            fact.input().get("property").asString(), TokenJson.value(fact.input().get("value"))));
  }

  private static void stored(Vectors.Case fact) {
    Map<String, String> stored = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : fact.input().get("tokensNamespace").properties()) {
      stored.put(entry.getKey(), entry.getValue().asString());
    }

    Map<String, String> applied = new LinkedHashMap<>();
    for (AppliedToken one : AppliedTokenReader.read(stored).applied()) {
      applied.put(one.property(), one.token());
    }

    Map<String, String> expected = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : fact.expected().get("applied").properties()) {
      // Anything but a string never names a token, so it is dropped while reading.
      if (entry.getValue().isString()) {
        expected.put(entry.getKey(), entry.getValue().asString());
      }
    }
    assertEquals(List.copyOf(expected.entrySet()), List.copyOf(applied.entrySet()));
  }

  private static Set<String> values(Vectors.Case fact) {
    List<AppliedToken> applied = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : fact.input().get("applied").properties()) {
      applied.add(new AppliedToken(entry.getKey(), entry.getValue().asString()));
    }

    NodeTokens tokens =
        NodeTokens.of(applied, TokenJson.resolved(fact.input().get("resolvedTokens")));

    JsonNode expected = fact.expected();
    if (expected.has("error")) {
      assertEquals("2", tokens.data().get(PropertyKey.BORDER_WIDTH));
      return Set.of("border-width-number");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : expected.get("values").properties()) {
      values.put(entry.getKey(), TokenJson.plain(TokenJson.value(entry.getValue())));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    expected
        .get("data")
        .properties()
        .forEach(entry -> data.put(entry.getKey(), entry.getValue().asString()));
    assertEquals(data, NodeTokensTest.data(tokens));
    assertEquals(values, NodeTokensTest.values(tokens));
    return Set.of();
  }

  private static void conversion(Vectors.Case fact) {
    String value = fact.input().get("value").asString();
    String kind = fact.input().get("kind").asString();
    double base =
        BaseFontSize.of(
            fact.input().get("baseFontSize").asString(),
            new ResolvedTokens(List.of()),
            List.of(),
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
