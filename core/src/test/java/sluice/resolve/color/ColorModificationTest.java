package sluice.resolve.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.vector.Vectors;
import sluice.token.NumberText;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, modifiers.
final class ColorModificationTest {

  @TestFactory
  Stream<DynamicTest> hexVectors() {
    return Vectors.load("tokens-studio/color-modify-hex")
        .tests(fact -> {
          JsonNode modify = fact.input().get("modify");
          String result =
              ColorModification.modify(
                  fact.input().get("base").asString(),
                  text(modify, "type"),
                  NumberText.toNumber(text(modify, "value")),
                  text(modify, "space"),
                  modify.has("color") ? text(modify, "color") : null);

          assertEquals(fact.expected().get("result").asString(), result);
        });
  }

  @TestFactory
  Stream<DynamicTest> textVectors() {
    return Vectors.load("tokens-studio/color-modify-string")
        .tests(fact -> {
          JsonNode modify = fact.input().get("modify");
          String result =
              ColorModification.modifyToText(
                  fact.input().get("base").asString(),
                  text(modify, "type"),
                  NumberText.toNumber(text(modify, "value")),
                  text(modify, "space"),
                  modify.has("color") ? text(modify, "color") : null);

          assertEquals(fact.expected().get("result").asString(), result);
        });
  }

  private static String text(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    return node.isMissingNode() ? "undefined" : node.asString();
  }

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
