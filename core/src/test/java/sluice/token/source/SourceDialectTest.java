package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Which dialect files and folders are read as.
final class SourceDialectTest {
  private static final String COLOR =
      "{\"c\": {\"$type\": \"color\", \"$value\": {\"colorSpace\": \"srgb\", \"components\": [0, 0, 0]}}}";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static TokenLibrary read(Path path, TokenSource.Telling telling) {
    return TokenSource.readAll(List.of(path), telling, new ProblemTally()).all().getFirst();
  }

  private TokenLibrary readFolder() {
    return TokenSource.read(folder, new ProblemTally());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"core\": {\"a\": {\"$type\": \"sizing\", \"$value\": \"1\"}}}",
        "{\"a\": {\"$type\": \"sizing\", \"$value\": \"1\"}}",
      })
  void fileThatDoesNotTell_isWhatDoubtSays(String text) throws IOException {
    Path file = write("t.json", text);
    for (Dialect doubt : List.of(Dialect.TOKENS_STUDIO, Dialect.PENPOT)) {
      assertEquals(doubt, read(file, new TokenSource.Telling(null, doubt)).dialect());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"core\": {\"a\": {\"type\": \"sizing\", \"value\": \"1\"}}}', TOKENS_STUDIO",
    "'{\"core\": {}, \"$themes\": []}', TOKENS_STUDIO",
    "'{\"core\": {}, \"$metadata\": {\"tokenSetOrder\": []}}', TOKENS_STUDIO",
    "'[]', TOKENS_STUDIO",
    "'{\"core\": {\"a\": {\"$type\": \"sizing\", \"$value\": \"1\", \"$extensions\": {\"studio.tokens\": {}}}}}', TOKENS_STUDIO",
    "'{\"core\": {}, \"$metadata\": {\"activeThemes\": []}}', PENPOT",
    "'{\"a\": {\"$type\": \"dimension\", \"$value\": {\"value\": 1, \"unit\": \"px\"}}}', DTCG"
  })
  void fileThatTells_isReadAsThat_whateverDoubtSays(String text, Dialect dialect)
      throws IOException {
    Path file = write("t.json", text);
    for (Dialect doubt : List.of(Dialect.TOKENS_STUDIO, Dialect.PENPOT)) {
      assertEquals(dialect, read(file, new TokenSource.Telling(null, doubt)).dialect());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonSays_goesOverWhatAFileTells(Dialect said) throws IOException {
    TokenSource.Telling telling = new TokenSource.Telling(said, Dialect.TOKENS_STUDIO);
    Path file = write("t.json", "{\"g\": {\"a\": {\"$type\": \"number\", \"$value\": 1}}}");

    assertEquals(said, read(file, telling).dialect());
    assertEquals(said, read(folder, telling).dialect());
  }

  @Test
  void archiveSaidToBeOfAnotherDialect_isRefused() throws IOException {
    Path archive = folder.resolve("a.penpot");
    Files.write(archive, new byte[] {'P', 'K', 3, 4, 0, 0});

    SluiceException refused =
        assertThrows(
            SluiceException.class,
            () -> read(archive, new TokenSource.Telling(Dialect.DTCG, Dialect.DTCG)));

    assertEquals(ProblemCode.OPTION_INVALID, refused.problem().code());
  }

  @Test
  void folderWithAMarkOfDtcg_isRead_sortedByPath() throws IOException {
    write("b/numbers.json", "{\"n\": {\"$type\": \"number\", \"$value\": 1}}");
    write("a.tokens", "{\"n\": {\"$type\": \"number\", \"$value\": 2}}");
    write("c.tokens.json", COLOR);
    write("notes.txt", "no tokens");

    TokenLibrary library = readFolder();

    assertEquals(Dialect.DTCG, library.dialect());
    assertEquals(
        List.of("a", "b/numbers", "c"), library.sets().stream().map(TokenSet::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "$themes.json, '[]'",
    "$metadata.json, '{\"tokenSetOrder\": []}'",
    "z.json, '{\"a\": {\"type\": \"sizing\", \"value\": \"1\"}}'",
    "z.json, '[{\"name\": \"a\", \"value\": \"1\"}]'"
  })
  void folderWithAMarkOfStudio_isOfStudio(String name, String text) throws IOException {
    write("c.json", COLOR);
    write(name, text);

    assertEquals(Dialect.TOKENS_STUDIO, readFolder().dialect());
  }

  @Test
  void resolverDocumentInAFolder_isNotGuessedAt() throws IOException {
    write("c.json", COLOR);
    write("z.resolver.json", "{\"version\": \"2025.10\", \"resolutionOrder\": []}");

    SluiceException refused = assertThrows(SluiceException.class, this::readFolder);

    assertEquals(ProblemCode.FORMAT_UNSUPPORTED, refused.problem().code());
  }
}
