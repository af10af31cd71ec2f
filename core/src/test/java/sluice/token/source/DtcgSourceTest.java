package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ThemeSelection;
import sluice.token.Dialect;
import sluice.token.TokenLibrary;

/// Which files are read as DTCG, and what resolver documents ask of the files beside them.
final class DtcgSourceTest {
  private static final String RESOLVER =
      """
      {"version": "2025.10",
       "sets": {"base": {"sources": [%s]}},
       "modifiers": {"Theme": {"contexts": {"light": [], "dark": []}, "default": "light"},
                     "size": {"contexts": {"s": [], "l": []}}},
       "resolutionOrder": [{"$ref": "#/sets/base"}, {"$ref": "#/modifiers/Theme"},
                           {"$ref": "#/modifiers/size"}]}
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static TokenLibrary read(Path file) {
    return TokenSource.read(file, new ProblemTally());
  }

  private static SluiceException refused(Path file, String... contexts) {
    return assertThrows(
        SluiceException.class,
        () -> ThemeSelection.choose(read(file), List.of(contexts), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$schema\": \"https://www.designtokens.org/schemas/2025.10/format.json\", \"a\": {}}",
        "{\"g\": {\"c\": {\"$value\": {\"colorSpace\": \"srgb\", \"components\": [0, 0, 0]}}}}",
        "{\"g\": {\"d\": {\"$value\": {\"value\": 1, \"unit\": \"px\"}}}}",
        "{\"g\": {\"a\": {\"$value\": 1}}, \"h\": {\"$extends\": \"{g}\"}}"
      })
  void fileWithAMarkOfTheReport_isDtcg(String text) throws IOException {
    assertEquals(Dialect.DTCG, read(write("tokens.json", text)).dialect());
  }

  @Test
  void nameOfTheReport_makesAFileDtcg() throws IOException {
    assertEquals(
        Dialect.DTCG,
        read(write("a.tokens.json", "{\"n\": {\"$type\": \"number\", \"$value\": 1}}")).dialect());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"core\": {\"a\": {\"$type\": \"color\", \"$value\": \"#fff\"}}}",
        "{\"core\": {\"a\": {\"$type\": \"dimension\", \"$value\": \"16px\"}}}",
        "{\"core\": {\"a\": {\"type\": \"color\", \"value\": \"#fff\"}}}",
        "{\"g\": {\"d\": {\"$value\": {\"value\": 1, \"unit\": \"px\"}}}, \"$themes\": []}",
        "{\"g\": {\"d\": {\"$value\": {\"value\": 1, \"unit\": \"px\"}}}, \"$metadata\": {}}",
        "{\"g\": {\"d\": {\"$value\": {\"value\": 1, \"unit\": \"px\"}},"
            + " \"e\": {\"type\": \"color\", \"value\": \"#fff\"}}}",
        "[]"
      })
  void fileThatOthersWriteToo_isReadAsBefore(String text) throws IOException {
    assertEquals(Dialect.TOKENS_STUDIO, read(write("tokens.json", text)).dialect());
  }

  @Test
  void contexts_areThemesAndDefaultsAreActive() throws IOException {
    TokenLibrary library = read(write("a.json", RESOLVER.formatted("")));

    assertEquals(
        List.of("Theme/light", "Theme/dark", "size/s", "size/l"),
        library.themes().stream().map(theme -> theme.label()).toList());
    ThemeSelection selection =
        ThemeSelection.choose(library, List.of("theme=Dark", "size=l"), List.of());
    assertEquals(
        List.of("Theme=dark", "size=l"),
        selection.themes().stream().map(theme -> theme.id()).toList());
  }

  @Test
  void allThatIsWrongWithAChoice_isToldAtOnce() throws IOException {
    Path file = write("a.json", RESOLVER.formatted(""));

    String why = String.valueOf(refused(file, "Theme=blue", "foo=bar").problem().why());

    assertTrue(why.contains("\"Theme\" has no context \"blue\""), why);
    assertTrue(why.contains("\"foo=bar\" is no context"), why);
    assertTrue(why.contains("\"size\" has no default"), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/t.json",
        "/etc/t.json",
        "#/sets/base",
        "#/sets",
        "#/nowhere",
        "#",
        "a.json"
      })
  void referenceThatMustNotBe_endsTheRun(String reference) throws IOException {
    Path file = write("a.json", RESOLVER.formatted("{\"$ref\": \"%s\"}".formatted(reference)));

    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, refused(file).problem().code());
  }

  @Test
  void setWithAnEmptyName_isFoundByItsReference() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"version": "2025.10",
             "sets": {"": {"sources": [{"n": {"$type": "number", "$value": 7}}]}},
             "resolutionOrder": [{"$ref": "#/sets/"}]}
            """);

    assertEquals(List.of(""), read(file).sets().stream().map(set -> set.name()).toList());
  }

  @Test
  void itemWithoutAName_endsTheRun() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"version": "2025.10",
             "resolutionOrder": [{"type": "set", "name": "", "sources": []}]}
            """);

    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, refused(file).problem().code());
  }

  @Test
  void missingFile_isToldWhereItIsNamed() throws IOException {
    Path file = write("a.json", RESOLVER.formatted("{\"$ref\": \"gone.json\"}"));

    assertEquals(ProblemCode.FILE_MISSING, refused(file).problem().code());
    assertEquals(file + ":2:41", String.valueOf(refused(file).problem().where()));
  }

  @Test
  void longRowsAndDoublingOfSets_areBounded() throws IOException {
    StringBuilder sets = new StringBuilder("\"s0\": {\"sources\": [{}]}");
    for (int i = 1; i < 40; i++) {
      sets.append(
          ", \"s%1$d\": {\"sources\": [{\"$ref\": \"#/sets/s%2$d\"}, {\"$ref\": \"#/sets/s%2$d\"}]}"
              .formatted(i, i - 1));
    }
    Path file =
        write(
            "a.json",
            "{\"version\": \"2025.10\", \"sets\": {%s}, \"resolutionOrder\": []}".formatted(sets));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, refused(file).problem().code());
  }
}
