package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;

/// A Penpot library at the front door.
final class PenpotTokensTest {
  private static final String LIBRARY =
      """
      {
        "core": { "base": { "$value": "10 / 3", "$type": "spacing" } },
        "light": { "ink": { "$value": "#000", "$type": "color" } },
        "dark": { "ink": { "$value": "#ffff", "$type": "color" } },
        "$themes": [
          { "id": "1", "name": "Light", "group": "Mode", "description": "",
            "selectedTokenSets": { "core": "enabled", "light": "enabled" } },
          { "id": "2", "name": "Dark", "group": "Mode", "description": "",
            "selectedTokenSets": { "core": "enabled", "dark": "enabled" } }
        ],
        "$metadata": { "activeThemes": ["Mode/Light"], "activeSets": ["core", "light"] }
      }
      """;

  @TempDir private Path folder;
  private Path tokens;

  @BeforeEach
  void writeLibrary() throws IOException {
    tokens = folder.resolve("tokens.json");
    Files.writeString(tokens, LIBRARY);
  }

  @Test
  void libraryOfPenpot_isResolvedByItsRules() {
    TokenValues values = Sluice.resolve(choice(List.of(), List.of()));

    assertEquals(new TokenValue.Num(3.3333), value(values, "base"));
    assertEquals(new TokenValue.Text("#000000"), value(values, "ink"));
    assertEquals(List.of("Mode/Light"), values.themeLabels());
  }

  @Test
  void chosenTheme_countsAlone() {
    TokenValues values = Sluice.resolve(choice(List.of("Mode/Dark"), List.of()));

    assertEquals(new TokenValue.Text("#ffffff"), value(values, "ink"));
    assertEquals(List.of("core", "dark"), values.enabledSets());
  }

  @Test
  void chosenSets_countAlone() {
    TokenValues values = Sluice.resolve(choice(List.of(), List.of("core")));

    assertEquals(1, values.resolved().all().size());
  }

  @Test
  void everyCombination_isOneThemeOfEachGroup() {
    List<TokenValue> inks = new ArrayList<>();
    for (TokenValues values : Sluice.resolveEveryCombination(choice(List.of(), List.of()))) {
      inks.add(value(values, "ink"));
    }

    assertEquals(List.of(new TokenValue.Text("#000000"), new TokenValue.Text("#ffffff")), inks);
  }

  @Test
  void unresolvedToken_isWrittenWithPenpotsReason() throws IOException {
    Files.writeString(tokens, LIBRARY.replace("10 / 3", "1rem"));
    TokenValues values = Sluice.resolve(choice(List.of(), List.of()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    TokensJson.write(values, false, out);

    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("\"status\": \"unresolved\""), text);
    assertTrue(text.contains("Penpot says invalid-token-value"), text);
  }

  @Test
  void fileThatMarksNothingActive_countsWhole_inEveryCombinationToo() throws IOException {
    Files.writeString(
        tokens,
        "{\"a\": {\"x\": {\"$value\": \"1\", \"$type\": \"sizing\"}}, \"$metadata\": {\"activeSets\": []}}");

    List<List<String>> sets = new ArrayList<>();
    sets.add(Sluice.resolve(choice(List.of(), List.of())).enabledSets());
    for (TokenValues values : Sluice.resolveEveryCombination(choice(List.of(), List.of()))) {
      sets.add(values.enabledSets());
    }

    assertEquals(List.of(List.of("a"), List.of("a")), sets);
  }

  private TokenChoice choice(List<String> themes, List<String> sets) {
    return new TokenChoice(List.of(tokens), themes, sets, TokenChoice.BASE_FONT_SIZE);
  }

  private static TokenValue value(TokenValues values, String name) {
    ResolvedToken token = values.resolved().find(name);
    assertNotNull(token);
    return token.value();
  }
}
