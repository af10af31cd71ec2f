package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.PenpotActivation;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

final class PenpotLibraryTest {
  private final ProblemTally problems = new ProblemTally();

  @Test
  void groupTypeInAnArchive_isRefusedWithPlaceAndAdvice() {
    String text =
        """
        { "a": {
            "$type": "color",
            "x": { "$value": "red" } } }
        """;

    Problem problem = refusal(text);

    assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, problem.code());
    assertEquals("\"a.$type\" is neither a token nor a group", problem.what());
    assertEquals("kit/tokens.json:2:14", String.valueOf(problem.where()));
    assertEquals(
        "inside an archive only tokens have a $type: take it away from the group", problem.help());
  }

  @Test
  void sourceStatusInAnArchive_isRefused() {
    Problem problem =
        refusal(
            """
            {"a": {}, "$themes": [{"name": "T", "description": "",
              "selectedTokenSets": {"a": "source"}}]}
            """);

    assertEquals("the status of set \"a\" in a theme is refused", problem.what());
  }

  @Test
  void tokensThatPenpotRefuses_endTheRun() {
    List<String> refused =
        List.of(
            "[]",
            "{}",
            "{\"$metadata\": {}}",
            "{\"a\": 5}",
            "{\"a\": []}",
            "{\"a\": {}, \"$themes\": null}",
            "{\"a\": {}, \"$metadata\": null}",
            "{\"a\": {}, \"$metadata\": {\"activeThemes\": null}}",
            "{\"a\": {}, \"$metadata\": {\"tokenSetOrder\": [1]}}",
            "{\"a\": {}, \"$themes\": [{\"description\": \"\", \"selectedTokenSets\": {}}]}",
            "{\"a\": {}, \"$themes\": [{\"name\": \"T\", \"description\": \"\"}]}",
            theme("\"id\": 5"),
            theme("\"group\": 5"),
            theme("\"isSource\": null"),
            token("\"$value\": \"1\", \"$type\": 5"),
            token("\"$value\": \"1\", \"$type\": null"),
            token("\"$value\": \"1\", \"$type\": \"sizing\", \"$description\": 5"),
            token("\"$value\": [\"a\", {\"b\": \"1\"}], \"$type\": \"shadow\""),
            token("\"$value\": [{\"color\": [\"a\"]}], \"$type\": \"shadow\""),
            token("\"$value\": {\"f\": [{\"a\": \"1\"}]}, \"$type\": \"typography\""),
            "{\"a\": {\"$x\": {\"$value\": \"1\", \"$type\": \"sizing\"}}}");

    for (String text : refused) {
      assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, refusal(text).code(), text);
    }
  }

  @Test
  void tokensThatPenpotAccepts_areRead() {
    List<String> accepted =
        List.of(
            "{\"\": {\"x\": {\"$value\": \"1\", \"$type\": \"sizing\"}}}",
            "{\"$themes\": [{\"name\": \"T\", \"description\": \"\", \"selectedTokenSets\": {}}]}",
            "{\"a\": {\"$value\": \"1\", \"$type\": \"sizing\"}, \"b\": {}}",
            theme("\"group\": null"),
            token("\"$value\": \"1\", \"$type\": \"sizing\", \"$description\": null"),
            token("\"$value\": {}, \"$type\": \"sizing\""),
            token("\"$value\": [], \"$type\": \"shadow\""),
            token("\"$value\": {\"f\": [\"a\"], \"g\": 1}, \"$type\": \"typography\""),
            "{\"a\": {\"é x\": {\"$value\": \"1\", \"$type\": \"weird\"}}}",
            "{\"a\": {\"g\": {\"$x\": {\"$value\": \"1\", \"$type\": \"sizing\"}}}}");

    for (String text : accepted) {
      assertEquals(Dialect.PENPOT, archived(text).dialect(), text);
    }
  }

  @Test
  void setsWhoseNamesAreNormalisedToOne_areOne() {
    TokenLibrary library =
        archived(
            """
            {"a": {"x": {"$value": "1", "$type": "sizing"}}, "b": {},
             " a ": {"y": {"$value": "1", "$type": "sizing"}}}
            """);

    assertEquals(List.of("a", "b"), library.sets().stream().map(TokenSet::name).toList());
    assertEquals(
        List.of("y"), library.sets().getFirst().tokens().stream().map(Token::name).toList());
  }

  @Test
  void groupType_isInheritedWhenImported() {
    TokenLibrary library =
        imported(
            """
            {"c": {"$type": "color", "$description": "all", "red": {"$value": "red"},
                   "size": {"$value": "1", "$type": "dimension"}}}
            """);

    List<Token> tokens = library.sets().getFirst().tokens();
    assertEquals(List.of("c.red", "c.size"), tokens.stream().map(Token::name).toList());
    assertEquals(List.of("color", "dimension"), tokens.stream().map(Token::type).toList());
    assertTrue(problems.isEmpty());
  }

  @Test
  void olderStrokeWidth_isABorderWidthAndSaid() {
    TokenLibrary library = imported("{\"w\": {\"$value\": \"1\", \"$type\": \"strokeWidth\"}}");

    assertEquals("borderWidth", library.sets().getFirst().tokens().getFirst().type());
    assertEquals(Map.of(ProblemCode.QUIRK, 1L), problems.counts());
  }

  @Test
  void unknownType_isLeftOutAndSaid() {
    TokenLibrary library =
        archived(
            """
            {"a": {"x": {"$value": "1", "$type": "lineHeights"},
                   "y": {"$value": "1", "$type": "number"}, "z": {"$value": "1"}}}
            """);

    assertEquals(1, library.sets().getFirst().tokens().size());
    assertEquals(Map.of(ProblemCode.TOKEN_SKIPPED, 2L), problems.counts());
  }

  @Test
  void layersOfALegacyList_loseTheirType() {
    TokenLibrary library =
        imported(
            """
            {"one": {"value": {"x": "1", "type": "innerShadow"}, "type": "boxShadow"},
             "list": {"value": [{"x": "1", "type": "innerShadow"}], "type": "boxShadow"}}
            """);

    List<Token> tokens = library.sets().getFirst().tokens();
    assertEquals(layer(true), tokens.get(0).value());
    assertEquals(layer(false), tokens.get(1).value());
  }

  @Test
  void folderWithPenpotsMetadata_isAPenpotLibrary(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("mode"));
    Files.writeString(
        folder.resolve("$metadata.json"),
        "{\"tokenSetOrder\": [\"mode/dark\", \"core\"], \"activeSets\": [\"core\"]}");
    Files.writeString(folder.resolve("$themes.json"), "[]");
    Files.writeString(
        folder.resolve("core.json"), "{\"x\": {\"$value\": \"1\", \"$type\": \"sizing\"}}");
    Files.writeString(folder.resolve("mode/dark.json"), "{}");

    TokenLibrary library = TokenSource.read(folder, problems);

    assertEquals(Dialect.PENPOT, library.dialect());
    assertEquals(
        List.of("mode/dark", "core"), library.sets().stream().map(TokenSet::name).toList());
    assertEquals(List.of("core"), library.activeSets());
  }

  @Test
  void fileWithoutPenpotsMetadata_isNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tokens.json");
    Files.writeString(
        file,
        "{\"core\": {\"x\": {\"$value\": \"1\", \"$type\": \"sizing\"}},"
            + " \"$metadata\": {\"tokenSetOrder\": [\"core\"]}}");

    assertEquals(Dialect.TOKENS_STUDIO, TokenSource.read(file, problems).dialect());
    TokenSource.Telling said = new TokenSource.Telling(Dialect.PENPOT, Dialect.TOKENS_STUDIO);
    assertEquals(
        Dialect.PENPOT,
        TokenSource.readAll(List.of(file), said, problems).all().getFirst().dialect());
  }

  @Test
  void librariesOfOneDialect_areOne_andOfTwoAreTwo(@TempDir Path folder) throws IOException {
    Path penpot = folder.resolve("penpot.json");
    Path other = folder.resolve("other.json");
    Files.writeString(penpot, "{\"a\": {}, \"$metadata\": {\"activeSets\": []}}");
    Files.writeString(other, "{\"a\": {}}");

    assertEquals(
        List.of(Dialect.TOKENS_STUDIO, Dialect.PENPOT),
        readAll(penpot, other).stream().map(TokenLibrary::dialect).toList());
    assertEquals(
        List.of("a"),
        readAll(penpot, penpot).getFirst().sets().stream().map(TokenSet::name).toList());
  }

  private List<TokenLibrary> readAll(Path... files) {
    return TokenSource.readAll(List.of(files), TokenSource.Telling.BY_CONTENT, problems).all();
  }

  @Test
  void textThatCannotBeRead_isNotCalledMalformed() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("invalid block type");
          }

          @Override
          public void close() {}
        };

    SluiceException failure =
        assertThrows(
            SluiceException.class,
            () -> PenpotLibrary.readArchived(broken, "kit/tokens.json", problems));

    assertEquals(ProblemCode.FILE_UNREADABLE, failure.problem().code());
  }

  @Test
  void textCutAnywhere_endsTheRunWithAPlace() {
    String text =
        "\uFEFF{\"a\": {\"x\": {\"$value\": [{\"x\": 1.5}], \"$type\": \"shadow\"}}, \"$themes\":"
            + " []}";
    archived(text);

    for (int length = 0; length < text.length(); length++) {
      Problem problem = refusal(text.substring(0, length));
      assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, problem.code());
    }
  }

  @Test
  void whatIsWritten_isReadAsTheSame() {
    TokenLibrary library =
        archived(
            """
            {"b/c": {"g": {"x": {"$value": 1.5, "$type": "sizing", "$description": "a\\"b"}},
                     "g.y": {"$value": {"fontSize": "{g.x}"}, "$type": "typography"}},
             "a": {"x.y": {"$value": "1", "$type": "sizing"}, "x": {"$value": "2", "$type": "sizing"}},
             "$themes": [{"id": "1", "name": "T", "group": "G", "description": "", "isSource": true,
               "selectedTokenSets": {"a": "disabled", "zz": "enabled"}}],
             "$metadata": {"activeThemes": ["G/T"], "activeSets": ["q"]}}
            """);

    String text = PenpotLibraryWriter.text(library, PenpotActivation.standing(library));

    assertEquals(
        """
        {
          "b/c": {
            "g": {
              "x": {
                "$value": 1.5,
                "$type": "sizing",
                "$description": "a\\"b"
              },
              "y": {
                "$value": {
                  "fontSizes": "{g.x}"
                },
                "$type": "typography",
                "$description": ""
              }
            }
          },
          "a": {
            "x": {
              "$value": "2",
              "$type": "sizing",
              "$description": ""
            }
          },
          "$themes": [
            {
              "id": "1",
              "name": "T",
              "group": "G",
              "description": "",
              "isSource": true,
              "selectedTokenSets": {
                "a": "enabled"
              }
            }
          ],
          "$metadata": {
            "tokenSetOrder": [
              "b/c",
              "a"
            ],
            "activeThemes": [
              "G/T"
            ],
            "activeSets": [
              "q",
              "a"
            ]
          }
        }
        """,
        text);
  }

  private static TokenValue layer(boolean inset) {
    return new TokenValue.Many(
        List.of(
            new TokenValue.Parts(
                Map.of("offsetX", new TokenValue.Text("1"), "inset", new TokenValue.Bool(inset)))));
  }

  private static String theme(String member) {
    return "{\"a\": {}, \"$themes\": [{\"name\": \"T\", \"description\": \"\","
        + " \"selectedTokenSets\": {}, "
        + member
        + "}]}";
  }

  private static String token(String members) {
    return "{\"a\": {\"x\": {" + members + "}}}";
  }

  private Problem refusal(String text) {
    return assertThrows(SluiceException.class, () -> archived(text), text).problem();
  }

  private TokenLibrary archived(String text) {
    return PenpotLibrary.readArchived(new StringReader(text), "kit/tokens.json", problems);
  }

  private TokenLibrary imported(String text) {
    return PenpotLibrary.read(new StringReader(text), "tokens.json", "tokens", problems);
  }
}
