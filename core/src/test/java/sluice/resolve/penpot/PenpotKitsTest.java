package sluice.resolve.penpot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.testkit.vector.ProjectFiles;
import sluice.token.PenpotActivation;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import sluice.token.source.PenpotLibrary;
import sluice.token.source.PenpotLibraryWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Token libraries of real archives: everything in them is read, and every active token is
/// resolved. That the values are those of Penpot's engine was seen when the counts were taken.
final class PenpotKitsTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource({
    "color-palette-kit-design-tokens-v1, 11, 99, 99",
    "design-tokens-math-functions, 8, 82, 14",
    "tokens-starter-kit-v3, 12, 647, 560",
    "typography-tokens-starter-kit, 1, 29, 29",
    "written-by-penpot-library-1.2.0-RC2, 2, 11, 10"
  })
  void kit_isReadResolvedAndWrittenBack(String kit, int sets, int tokens, int active)
      throws IOException {
    try (ZipFile archive = new ZipFile(ProjectFiles.sample("penpot/" + kit + ".penpot").toFile())) {
      ZipEntry entry =
          archive.stream()
              .filter(file -> file.getName().endsWith("/tokens.json"))
              .map(ZipEntry.class::cast)
              .findFirst()
              .orElseThrow();
      ProblemTally problems = new ProblemTally();

      TokenLibrary library;
      try (Reader text =
          new InputStreamReader(archive.getInputStream(entry), StandardCharsets.UTF_8)) {
        library = PenpotLibrary.readArchived(text, entry.getName(), problems);
      }
      ResolvedTokens resolved = PenpotResolver.resolve(library, ThemeSelection.standing(library));

      assertTrue(problems.isEmpty());
      assertEquals(sets, library.sets().size());
      assertEquals(tokens, library.sets().stream().mapToInt(set -> set.tokens().size()).sum());
      assertEquals(active, resolved.all().size());
      assertTrue(resolved.all().stream().noneMatch(ResolvedToken::failed));
      JsonNode original = MAPPER.readTree(archive.getInputStream(entry));
      JsonNode written =
          MAPPER.readTree(PenpotLibraryWriter.text(library, PenpotActivation.standing(library)));
      assertEquals(tokens, count(original));
      for (TokenSet set : library.sets()) {
        assertEquals(sorted(original.get(set.name())), sorted(written.get(set.name())));
      }
      assertEquals(
          original.get("$metadata").get("tokenSetOrder"),
          written.get("$metadata").get("tokenSetOrder"));
    }
  }

  /// Objects with a value, themes and metadata aside.
  private static int count(JsonNode node) {
    int count = 0;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getKey().startsWith("$")) {
        count += member.getValue().has("$value") ? 1 : count(member.getValue());
      }
    }
    return count;
  }

  private static TokenValue sorted(JsonNode set) {
    assertNotNull(set);
    return sorted(TokenJson.value(set));
  }

  private static TokenValue sorted(TokenValue value) {
    return switch (value) {
      case TokenValue.Parts composite -> {
        Map<String, TokenValue> parts = new TreeMap<>();
        composite.parts().forEach((key, part) -> parts.put(key, sorted(part)));
        yield new TokenValue.Parts(parts);
      }
      case TokenValue.Text _,
          TokenValue.Num _,
          TokenValue.Bool _,
          TokenValue.Nothing _,
          TokenValue.Many _ ->
          value;
    };
  }
}
