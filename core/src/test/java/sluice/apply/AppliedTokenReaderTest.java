package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.testkit.vector.Vectors;
import sluice.token.AppliedToken;
import tools.jackson.databind.JsonNode;

class AppliedTokenReaderTest {

  @TestFactory
  Stream<DynamicTest> pluginDataRead() {
    return Vectors.load("tokens-studio/plugin-data-read")
        .tests(fact -> {
          Map<String, String> stored = new LinkedHashMap<>();
          for (Map.Entry<String, JsonNode> entry :
              fact.input().get("tokensNamespace").properties()) {
            stored.put(entry.getKey(), entry.getValue().asString());
          }
          Map<String, String> expected = new LinkedHashMap<>();
          for (Map.Entry<String, JsonNode> entry : fact.expected().get("applied").properties()) {
            // Anything but a string never names a token, so it is dropped while reading.
            if (entry.getValue().isString()) {
              expected.put(entry.getKey(), entry.getValue().asString());
            }
          }

          Map<String, String> applied = new LinkedHashMap<>();
          for (AppliedToken one : AppliedTokenReader.read(stored).applied()) {
            applied.put(one.property(), one.token());
          }

          assertEquals(List.copyOf(expected.entrySet()), List.copyOf(applied.entrySet()));
        });
  }

  @Test
  void malformedValueOfAPropertyKey_isNamed() {
    AppliedTokenReader.Found found =
        read("fill", "colors.red", "opacity", "\"o\"", "somebodyElse", "{", "width", "\"w");

    assertEquals(List.of(new AppliedToken("opacity", "o")), found.applied());
    assertEquals(List.of("fill", "width"), found.malformed());
  }

  @Test
  void everyEscapeIsDecoded() {
    assertEquals(
        "\"\\/\b\f\n\r\t\u00e9\ud800", name("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud800\""));
  }

  @Test
  void jsonThatIsNoString_isNeitherAppliedNorMalformed() {
    String[] values = {
      "12", "-0.5e+3", "true", "null", "[]", "{}", " [1, {\"a\": [\"b\", null]}, 2] ", "{\"a\":1}"
    };
    for (String value : values) {
      AppliedTokenReader.Found found = read("fill", value);

      assertEquals(List.of(), found.applied(), value);
      assertEquals(List.of(), found.malformed(), value);
    }
  }

  @Test
  void textThatIsNoJson_isMalformed() {
    String[] values = {
      "01",
      "1.",
      "-",
      "+1",
      "1e",
      "tru",
      "[1,]",
      "[,1]",
      "{\"a\"}",
      "{a:1}",
      "{\"a\":1,}",
      "[1}",
      "\"a\" b",
      "\"\\x\"",
      "\"\\u12g4\"",
      "\"a\nb\"",
      "\"\\",
      "[",
      "]",
      ",",
      "[1 2]",
      "NONE",
      "''"
    };
    for (String value : values) {
      AppliedTokenReader.Found found = read("fill", value);

      assertEquals(List.of(), found.applied(), value);
      assertEquals(List.of("fill"), found.malformed(), value);
    }
  }

  @Test
  void deepNesting_needsNoStack() {
    String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);

    assertEquals(List.of(), read("fill", deep).malformed());
  }

  private static String name(String stored) {
    return read("fill", stored).applied().getFirst().token();
  }

  private static AppliedTokenReader.Found read(String... keysAndValues) {
    Map<String, String> stored = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      stored.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return AppliedTokenReader.read(stored);
  }
}
