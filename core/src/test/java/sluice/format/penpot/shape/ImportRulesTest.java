package sluice.format.penpot.shape;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.json.JsonValue;

/// Names of applied tokens as Penpot's importer takes them.
final class ImportRulesTest {
  private static @Nullable String violation(String name) {
    JsonValue applied = new JsonValue.Obj(Map.of("width", new JsonValue.Str(name)));
    return ImportRules.violation(
        key -> key.equals("appliedTokens") ? applied : null, List.of("appliedTokens"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.b", "size.$x.1-2", "_a", "a$"})
  void namesThatPenpotTakes_arePassed(String name) {
    assertNull(violation(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$a", ".a", "a.", "a..b", "a b", "a{"})
  void namesThatItRefuses_areTold(String name) {
    assertNotNull(violation(name));
  }

  @Test
  void nameOfAHundredThousandParts_needsNoStack() {
    assertNull(violation("a" + ".b".repeat(100_000)));
    assertNotNull(violation("a" + ".b".repeat(100_000) + "!"));
  }
}
