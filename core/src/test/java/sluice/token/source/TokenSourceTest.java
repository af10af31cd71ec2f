package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Tokens Studio, containers.
final class TokenSourceTest {
  @TempDir Path folder;
  private final ProblemTally problems = new ProblemTally();

  @Test
  void singleFile_hasASetForEachMember() throws IOException {
    TokenLibrary library =
        read(
            """
            {
              "core": {"a": {"value": "1", "type": "size"}},
              "dark": {"a": {"$value": "2"}},
              "$themes": [{"id": "1", "name": "Dark", "group": "mode",
                "selectedTokenSets": {"core": "source", "dark": "enabled", "x": "disabled"},
                "$figmaStyleReferences": {}}],
              "$metadata": {"tokenSetOrder": ["dark"]}
            }\
            """);

    assertEquals(List.of("dark", "core"), names(library));
    assertEquals("sizing", library.sets().get(1).tokens().getFirst().type());
    assertEquals(
        List.of(
            new Theme(
                "1",
                "Dark",
                "mode",
                Map.of(
                    "core", SetStatus.SOURCE,
                    "dark", SetStatus.ENABLED,
                    "x", SetStatus.DISABLED))),
        library.themes());
    assertTrue(problems.isEmpty());
  }

  @Test
  void singleFileWithoutOrder_keepsTheFileOrder() throws IOException {
    assertEquals(List.of("z", "a", "m/n"), names(read("{\"z\": {}, \"a\": {}, \"m/n\": {}}")));
  }

  @Test
  void setsUnderValues_areUnwrapped() throws IOException {
    TokenLibrary library =
        read(
            """
            {"values": {"core": {"a": {"value": "1"}}}, "$themes": [], "$metadata": {},
             "version": "2", "updatedAt": "now"}\
            """);

    assertEquals(List.of("core"), names(library));
  }

  @Test
  void setNamedValues_staysASetBesideOthers() throws IOException {
    assertEquals(
        List.of("values", "core"),
        names(read("{\"values\": {\"a\": {\"value\": \"1\"}}, \"core\": {}}")));
  }

  @Test
  void pluginInternalLists_areRead() throws IOException {
    TokenLibrary several = read("{\"core\": [{\"name\": \"a.b\", \"value\": \"1\"}]}");
    TokenLibrary bare = read("[{\"name\": \"a.b\", \"value\": \"1\"}]");

    assertEquals("a.b", several.sets().getFirst().tokens().getFirst().name());
    assertEquals(List.of("global"), names(bare));
  }

  @Test
  void folder_hasASetForEachFile() throws IOException {
    write("core.json", "{\"a\": {\"value\": \"1\"}}");
    write("mode/light.json", "{\"a\": {\"value\": \"2\"}}");
    write("mode/empty.json", "{}");
    write("mode/notes.txt", "no tokens");
    write("Zeta.json", "[{\"name\": \"z\", \"value\": \"1\"}]");
    write("$themes.json", "[{\"id\": \"1\", \"name\": \"L\", \"selectedTokenSets\": {}}]");

    TokenLibrary library = TokenSource.read(folder, problems);

    assertEquals(List.of("Zeta", "core", "mode/light"), names(library));
    assertEquals(1, library.themes().size());
  }

  @Test
  void folderWithOrder_isSortedByIt() throws IOException {
    write("a.json", "{\"t\": {\"value\": \"1\"}}");
    write("b.json", "{\"t\": {\"value\": \"1\"}}");
    write("c.json", "{\"t\": {\"value\": \"1\"}}");
    write("$metadata.json", "{\"tokenSetOrder\": [\"c\", \"gone\", \"b\"]}");

    assertEquals(List.of("c", "b", "a"), names(TokenSource.read(folder, problems)));
  }

  @Test
  void severalSources_mergeAndTheLaterWins() throws IOException {
    Path first =
        write(
            "1.json",
            "{\"core\": {\"a\": {\"value\": \"1\"}}, \"x\": {}, "
                + "\"$themes\": [{\"id\": \"1\", \"name\": \"A\"}, {\"id\": \"2\", \"name\": \"B\"}]}");
    Path second =
        write(
            "2.json",
            "{\"y\": {}, \"core\": {\"b\": {\"value\": \"2\"}}, "
                + "\"$themes\": [{\"id\": \"1\", \"name\": \"C\"}]}");

    TokenLibrary library =
        TokenSource.readAll(List.of(first, second), TokenSource.Telling.BY_CONTENT, problems)
            .all()
            .getFirst();

    assertEquals(List.of("core", "x", "y"), names(library));
    assertEquals("b", library.sets().getFirst().tokens().getFirst().name());
    assertEquals(List.of("C", "B"), library.themes().stream().map(Theme::name).toList());
  }

  @Test
  void everyToken_carriesThePlaceOfItsKey() throws IOException {
    Path file =
        write(
            "core.json",
            """
            {
              "core": {
                "größe": { "sm": {"value": "1"},
                  "md": {
                    "value": "2" } }
              },
              "flat": [
                {"name": "x", "value": "1"}
              ]
            }\
            """);

    TokenLibrary library = TokenSource.read(file, problems);

    assertEquals(
        List.of(at(file, 3, 16), at(file, 4, 7)),
        library.sets().getFirst().tokens().stream().map(Token::location).toList());
    assertEquals(at(file, 8, 5), library.sets().get(1).tokens().getFirst().location());
  }

  @Test
  void malformedFile_isAnErrorWithLineAndColumn() throws IOException {
    Path file = write("bad.json", "{\n  \"core\": {\"a\": }\n}");

    Problem problem = refused(folder);

    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, problem.code());
    Location.InFile where = (Location.InFile) problem.where();
    assertNotNull(where);
    assertEquals(file.toString(), where.file());
    assertEquals(2, where.line());
    assertEquals(17, where.column(), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "{", "[1,", "{\"a\":", "{\"a\" 1}", "{} {}", "nul", "\"text\"", "1"})
  void whatIsNoTokenFile_isRefused(String text) throws IOException {
    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, refused(write("t.json", text)).code());
  }

  @Test
  void everyCutOfAFile_isRefusedOrRead() throws IOException {
    String text = "{\"core\": {\"a\": {\"$value\": [\"\\u00e9\", 1.5e3, true, null]}}}";
    for (int length = 0; length < text.length(); length++) {
      Path file = write("cut.json", text.substring(0, length));

      assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, refused(file).code(), "cut at " + length);
    }
  }

  @Test
  void textThatIsNotUtf8_isRefusedAtItsPlace() throws IOException {
    Path file = folder.resolve("latin.json");
    Files.write(file, "{\"a\":\n \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    Problem problem = refused(file);

    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, problem.code());
    assertEquals(at(file, 2, 3), problem.where());
  }

  @Test
  void byteOrderMark_isSkipped() throws IOException {
    assertEquals(List.of("core"), names(read("\uFEFF{\"core\": {}}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"2025.10\", \"sets\": {}, \"resolutionOrder\": []}",
        "{\"version\": \"2025.10\", \"modifiers\": {}}",
        "{\"resolutionOrder\": []}"
      })
  void resolverDocumentInAFolder_isNoTokenSet(String text) throws IOException {
    write("x.resolver.json", text);

    assertEquals(ProblemCode.FORMAT_UNSUPPORTED, refused(folder).code());
  }

  @Test
  void setsNamedLikeAResolverDocument_areSets() throws IOException {
    assertEquals(List.of("sets", "version"), names(read("{\"sets\": {}, \"version\": {}}")));
  }

  @Test
  void archives_areRecognised() throws IOException {
    Path cut = folder.resolve("a.penpot");
    Files.write(cut, new byte[] {'P', 'K', 3, 4, 20, 0});
    Path zip = folder.resolve("b.penpot");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("files/a.json"));
    }
    Path gzip = folder.resolve("a.json.gz");
    Files.write(gzip, new byte[] {0x1F, (byte) 0x8B, 8});

    assertEquals(ProblemCode.ARCHIVE_MALFORMED, refused(cut).code());
    assertEquals(ProblemCode.LIBRARY_MISSING, refused(zip).code());
    assertEquals(ProblemCode.FORMAT_UNSUPPORTED, refused(gzip).code());
  }

  @Test
  void missingAndEmptySources_areRefused() {
    assertEquals(ProblemCode.FILE_MISSING, refused(folder.resolve("gone.json")).code());
    assertEquals(ProblemCode.LIBRARY_MISSING, refused(folder).code());
  }

  @Test
  void deepNesting_isRefused() throws IOException {
    Path file = write("deep.json", "{\"a\":".repeat(100_000));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, refused(file).code());
  }

  @Test
  void longNumbersAndKeys_areRefused() throws IOException {
    Path number = write("number.json", "{\"a\": " + "1".repeat(2_000) + "}");
    Path key = write("key.json", "{\"" + "k".repeat(60_000) + "\": 1}");
    Path name = write("name.json", "{\"s\": {\"" + "k".repeat(10_000) + "\": \"1\"}}");

    for (Path file : List.of(number, key, name)) {
      assertEquals(ProblemCode.LIMIT_EXCEEDED, refused(file).code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1}", "{\"a\": NaN}", "// text", "{\"a\": [1,"})
  void reasons_areWordsForPeople(String text) throws IOException {
    String why = String.valueOf(refused(write("t.json", text)).why());

    assertFalse(why.contains("Source") || why.contains("Feature"), why);
  }

  @Test
  void tooManyTokens_areRefused() throws IOException {
    Path file =
        write("many.json", "{\"s\": [" + "\"1\",".repeat(SourceLimits.TOKENS_MAX) + "\"1\"]}");
    Path nested = write("nested.json", Files.readString(file).replace("[", "{\"g\": [") + "}");

    assertEquals(ProblemCode.LIMIT_EXCEEDED, refused(nested).code());
  }

  @Test
  void whatIsNoSetOrTheme_isReportedAndSkipped() throws IOException {
    TokenLibrary library =
        read(
            """
            {"core": {"a": {"value": "1"}}, "text": "x", "token": {"value": "1"}, "$schema": "x",
             "$themes": [{"name": "A", "selectedTokenSets": {"core": "on"}}, {}, 1]}\
            """);

    assertEquals(List.of("core", "token"), names(library));
    assertEquals(
        List.of(new Theme("A", "A", null, Map.of("core", SetStatus.DISABLED))), library.themes());
    assertEquals(5, problems.counts().get(ProblemCode.TOKEN_SKIPPED));
  }

  private TokenLibrary read(String text) throws IOException {
    return TokenSource.read(write("tokens.json", text), problems);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Problem refused(Path path) {
    return assertThrows(SluiceException.class, () -> TokenSource.read(path, problems)).problem();
  }

  private static Location at(Path file, int line, int column) {
    return new Location.InFile(file.toString(), line, column);
  }

  private static List<String> names(TokenLibrary library) {
    return library.sets().stream().map(TokenSet::name).toList();
  }
}
