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
    return hexTests(Vectors.load("tokens-studio/color-modify-hex"));
  }

  @TestFactory
  Stream<DynamicTest> ownHexVectors() {
    return hexTests(Vectors.load("own/color-modify-hex"));
  }

  private static Stream<DynamicTest> hexTests(Vectors suite) {
    return suite.tests(fact -> {
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
  @CsvSource(
      delimiter = '|',
      value = {
        // The last bit of a power decides a tie.
        "#ffffff|darken|.1|p3||#e5e6e6",
        "grey|lighten|0.8|p3||#e5e6e6",
        // A fourth channel without an `a` in the name counts for the extremes.
        "rgb(85, 25%, 239, 1.0)|lighten|0.54|hsl||#ffa7a7",
        "rgb(37,117,2, 0deg)|lighten|0.5|hsl||#76ff3b",
        "rgb(100%, 69, 226, x)|lighten|0.6|hsl||#000",
        "#d52B39|mix|0.3492|hsl|Rgb( 55,4,118 ,0.49)|#bb1927",
        "rgba(73 230 23 / 33.4%)|mix|0.7|srgb|Rgb( 207 , -46, 59,.60 )|#49e61755",
        "#3Cb|mix|0.9|hsl|hsl(270 ,86%,-4% , 0.680)|#3cb",
        // What is no number spoils what is computed from it.
        "color(srgb-linear 82% 0.71 none)|lighten|2.8|hsl||#000",
        "color(srgb-linear 0.827 none 0.579)|lighten|0.07|srgb||#ec00cc",
        // A negative alpha.
        "hsl(208 47% 2% / -0.7)|darken|-0.5|hsl||#04080b-b2",
        "rgba(255,255,255,-1)|other|0|srgb||#fff-f"
      })
  void oddColoursComeOutAsInThePlugin(
      String base, String type, double amount, String space, String mixColor, String hex) {
    assertEquals(hex, ColorModification.modify(base, type, amount, space, mixColor));
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
