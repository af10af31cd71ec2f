package sluice.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.token.AppliedToken;

class AppliedTokenReaderTest {

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
