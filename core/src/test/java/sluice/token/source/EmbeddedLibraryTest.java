package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.SetStatus;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Tokens Studio, where the data is: the document's root.
final class EmbeddedLibraryTest {
  private static final String VALUES =
      "{\"core\":[{\"name\":\"a\",\"type\":\"fontSize\",\"value\":\"1\"}],"
          + "\"light\":{\"b\":{\"$value\":\"2\"}}}";
  private static final String THEMES =
      "[{\"id\":\"t\",\"name\":\"T\",\"selectedTokenSets\":{\"core\":\"enabled\"}}]";

  private final ProblemTally problems = new ProblemTally();

  @Test
  void plainValues_areRead() {
    TokenLibrary library = read(Map.of("values", VALUES, "themes", THEMES, "version", "\"2\""));

    assertEquals(List.of("core", "light"), library.sets().stream().map(TokenSet::name).toList());
    assertEquals("fontSize", library.sets().getFirst().tokens().getFirst().type());
    assertEquals("T", library.themes().getFirst().name());
    assertEquals(
        new Location.InWhole("design.json, sharedPluginData.tokens.values"),
        library.sets().getFirst().tokens().getFirst().location());
  }

  @Test
  void singleValues_areRead() {
    TokenLibrary library =
        read(Map.of("values", VALUES, "values_meta", "{\"type\":\"single\"}", "themes", ""));

    assertEquals(2, library.sets().size());
  }

  @Test
  void chunkedAndCompressedValues_areJoinedThenDecompressed() {
    Map<String, String> data = new HashMap<>(Map.of("isCompressed", "true", "values", ""));
    chunk(data, "values", LzStringCompressor.compressToUtf16(VALUES), 7);
    chunk(data, "themes", LzStringCompressor.compressToUtf16(THEMES), 1_000);

    TokenLibrary library = read(data);

    assertTrue(EmbeddedLibrary.isPresent(data));
    assertEquals(2, library.sets().size());
    assertEquals(1, library.themes().size());
  }

  @Test
  void statusesAndActiveThemes_areReadInTheirForms() {
    TokenLibrary now =
        read(
            Map.of(
                "values", VALUES,
                "usedTokenSet", "{\"core\":\"source\",\"light\":\"disabled\"}",
                "activeTheme", "{\"mode\":\"x\",\"internal_themes_no_group\":\"y\"}"));
    TokenLibrary legacy =
        read(Map.of("values", VALUES, "usedTokenSet", "[\"core\"]", "activeTheme", "\"x\""));
    TokenLibrary oldest = read(Map.of("values", VALUES, "activeTheme", "x"));

    assertEquals(Map.of("core", SetStatus.SOURCE, "light", SetStatus.DISABLED), now.usedSets());
    assertEquals(List.of("x", "y"), now.activeThemes());
    assertEquals(Map.of("core", SetStatus.ENABLED), legacy.usedSets());
    assertEquals(List.of("x"), legacy.activeThemes());
    assertEquals(List.of("x"), oldest.activeThemes());
  }

  @Test
  void unreadableChoice_isReportedAndLeftOut() {
    TokenLibrary library =
        read(Map.of("values", VALUES, "usedTokenSet", "{", "activeTheme", "{\"a\""));

    assertTrue(library.usedSets().isEmpty());
    assertTrue(library.activeThemes().isEmpty());
    assertEquals(2, problems.counts().get(ProblemCode.PLUGIN_DATA_MALFORMED));
  }

  @Test
  void noValues_isALibraryMissing() {
    assertFalse(EmbeddedLibrary.isPresent(Map.of("values", "", "themes", "[]")));
    assertEquals(ProblemCode.LIBRARY_MISSING, refused(Map.of("themes", "[]")).code());
  }

  @Test
  void missingChunk_isNamed() {
    Map<String, String> data = new HashMap<>();
    chunk(data, "values", VALUES, 10);
    data.remove("values_chunk_3");

    Problem problem = refused(data);

    assertEquals(ProblemCode.PLUGIN_DATA_MALFORMED, problem.code());
    assertTrue(String.valueOf(problem.why()).startsWith("chunk 3 of "), problem.why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"chunked\"}",
        "{\"type\":\"chunked\",\"count\":1e9}",
        "{\"type\":\"chunked\",\"count\":-1}",
        "{\"type\":\"other\"}",
        "{",
        "1"
      })
  void brokenMetadata_isRefused(String meta) {
    assertEquals(
        ProblemCode.PLUGIN_DATA_MALFORMED,
        refused(Map.of("values", VALUES, "values_meta", meta)).code());
  }

  @Test
  void brokenValues_areRefused() {
    assertEquals(ProblemCode.PLUGIN_DATA_MALFORMED, refused(Map.of("values", "{\"core\":")).code());
    assertEquals(
        ProblemCode.PLUGIN_DATA_MALFORMED,
        refused(Map.of("values", VALUES, "isCompressed", "true")).code());
  }

  private static void chunk(Map<String, String> data, String key, String text, int size) {
    int count = 0;
    for (int from = 0; from < text.length(); from += size) {
      data.put(
          key + "_chunk_" + count++, text.substring(from, Math.min(text.length(), from + size)));
    }
    data.put(key + "_meta", "{\"type\":\"chunked\",\"count\":" + count + "}");
  }

  private TokenLibrary read(Map<String, String> data) {
    return EmbeddedLibrary.read(data, "design.json", problems);
  }

  private Problem refused(Map<String, String> data) {
    return assertThrows(SluiceException.class, () -> read(data)).problem();
  }
}
