package sluice.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.testkit.oracle.TreeOracle;
import tools.jackson.databind.JsonNode;

class TokenLibraryGeneratorTest {
  private static final TokenLibraryOptions OPTIONS = TokenLibraryOptions.of(5);

  @ParameterizedTest
  @ValueSource(ints = {160, 300, 1_473, 5_000})
  void tokenCountIsAboutTheOneAskedFor(int count) {
    TokenLibraryGenerator library = new TokenLibraryGenerator(OPTIONS.withTokens(count));

    assertEquals(count, library.tokenCount(), 2);
  }

  @Test
  void tooFewTokens_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withTokens(10));
  }

  @Test
  void fileHoldsSetsThemesAndOrder() {
    JsonNode library = read(new TokenLibraryGenerator(OPTIONS.withBrands(2)).json());

    assertEquals(
        List.of("core", "light", "dark", "brand/1", "brand/2", "$themes", "$metadata"),
        List.copyOf(library.propertyNames()));
    assertEquals(4, library.get("$themes").size());
    assertEquals("mode", library.at("/$themes/1/group").asString());
    assertEquals("enabled", library.at("/$themes/1/selectedTokenSets/dark").asString());
    assertEquals(5, library.at("/$metadata/tokenSetOrder").size());
  }

  @Test
  void everyTokenIsReachableByItsName() {
    TokenLibraryGenerator generator = new TokenLibraryGenerator(OPTIONS.withTokens(2_000));
    JsonNode nested = read(generator.json());
    JsonNode flat = read(generator.flatSetsJson());

    for (String set : flat.propertyNames()) {
      for (JsonNode token : flat.get(set)) {
        String pointer = "/" + token.get("name").asString().replace('.', '/');
        JsonNode found = nested.get(set).at(pointer);
        assertEquals(token.get("value"), found.get("value"), pointer);
      }
    }
  }

  @Test
  void everyFormOfValueOccurs() {
    String json = new TokenLibraryGenerator(OPTIONS).json();

    for (String form :
        List.of(
            "\"{color.",
            "\"{bg.",
            "\"rgba({",
            "\"rgb(",
            " * 2",
            "rem\"",
            "\"50%\"",
            "\"lighten\"",
            "\"darken\"",
            "\"alpha\"",
            "\"mix\"",
            "\"typography\"",
            "\"boxShadow\"",
            "\"border\"",
            "\"innerShadow\"")) {
      assertTrue(json.contains(form), form);
    }
  }

  @Test
  void everyColourRoleDiffersBetweenTheThemes() {
    JsonNode library = read(new TokenLibraryGenerator(OPTIONS).json());

    JsonNode light = library.at("/light/bg");
    for (String role : light.propertyNames()) {
      String value = light.get(role).get("value").asString();
      if (!value.startsWith("{bg.")) {
        assertNotEquals(value, library.at("/dark/bg").get(role).get("value").asString(), role);
      }
    }
  }

  @Test
  void dtcgUsesDollarKeys() {
    JsonNode library = read(new TokenLibraryGenerator(OPTIONS.withDtcg(true)).json());

    assertEquals("4", library.at("/core/space/base/$value").asString());
    assertTrue(library.at("/core/space/base/value").isMissingNode());
  }

  @Test
  void folderHoldsTheSameSets(@TempDir Path folder) throws IOException {
    TokenLibraryGenerator generator = new TokenLibraryGenerator(OPTIONS.withBrands(1));

    generator.writeFolder(folder);

    JsonNode whole = read(generator.json());
    for (String member : whole.propertyNames()) {
      JsonNode part = TreeOracle.read(folder.resolve(member + ".json"));
      assertEquals(whole.get(member), part, member);
    }
  }

  private static JsonNode read(String json) {
    return TreeOracle.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
