package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, one set: legacy or DTCG.
final class SetReaderTest {
  private final ProblemTally problems = new ProblemTally();

  /// Two kinds of facts are known to differ: where the plugin throws the node is reported and left
  /// out, and what describes a group makes no tokens.
  @TestFactory
  Stream<DynamicTest> vectors() {
    return check(Vectors.load("tokens-studio/parse-token-set"));
  }

  @TestFactory
  Stream<DynamicTest> ownVectors() {
    return check(Vectors.load("own/parse-token-set"));
  }

  private static Stream<DynamicTest> check(Vectors suite) {
    return suite.tests(fact -> {
      ProblemTally tally = new ProblemTally();

      List<Token> tokens =
          read(
              fact.input().get("set").toString(),
              fact.input().get("normalizeTypes").asBoolean(),
              tally);

      if (fact.expected().has("error")) {
        assertFalse(tally.isEmpty());
        return;
      }
      List<Token> expected = new ArrayList<>();
      for (JsonNode token : fact.expected().get("tokens")) {
        if (!describesAGroup(token)) {
          expected.add(TokenJson.token(token, "s"));
        }
      }
      assertEquals(expected, withoutLocation(tokens));
    });
  }

  @Test
  void groupDescriptionInALegacySet_isNoToken() {
    List<Token> tokens =
        read("{\"g\": {\"description\": \"text\", \"a\": {\"value\": \"1\"}}}", true, problems);

    assertEquals(List.of("g.a"), names(tokens));
  }

  @Test
  void groupNamedDescription_holdsTokens() {
    List<Token> tokens = read("{\"description\": {\"a\": {\"value\": \"1\"}}}", true, problems);

    assertEquals(List.of("description.a"), names(tokens));
  }

  @Test
  void rootToken_keepsItsName() {
    List<Token> tokens = read("{\"g\": {\"$root\": {\"$value\": \"1\"}}}", true, problems);

    assertEquals(List.of("g.$root"), names(tokens));
  }

  @Test
  void legacyDescriptionInADtcgSet_isKept() {
    List<Token> tokens =
        read("{\"a\": {\"$value\": \"1\", \"description\": \"old\"}}", true, problems);

    assertEquals("old", tokens.getFirst().description());
  }

  @Test
  void nullNode_isReportedAndTheRestIsRead() {
    List<Token> tokens = read("{\"a\": null, \"b\": {\"value\": \"1\"}}", true, problems);

    assertEquals(List.of("b"), names(tokens));
    assertEquals(1, problems.counts().get(ProblemCode.TOKEN_SKIPPED));
  }

  @Test
  void orderOfKeys_changesNoToken() {
    List<Token> tokens =
        read("{\"g\": {\"a\": {\"$value\": 1}, \"$type\": \"size\"}}", true, problems);
    List<Token> other =
        read("{\"g\": {\"$type\": \"size\", \"a\": {\"$value\": 1}}}", true, problems);

    assertEquals("sizing", tokens.getFirst().type());
    assertEquals(withoutLocation(other), withoutLocation(tokens));
  }

  @Test
  void arrayAsGroup_isWalkedByIndex() {
    List<Token> tokens =
        read("{\"a\": [{\"value\": \"1\"}, {\"b\": {\"value\": \"2\"}}, \"3\"]}", true, problems);

    assertEquals(List.of("a.0", "a.1.b", "a.2"), names(tokens));
  }

  @Test
  void flatList_isReadAsThePluginStoresIt() {
    List<Token> tokens =
        read(
            """
            [{"name": "a", "type": "color", "value": "#fff"}, {"type": "color", "value": "1"},
             {"name": "b", "value": null}, {"name": "c", "value": {"fontSize": 1}}]\
            """,
            false,
            problems);

    assertEquals(List.of("a", "c"), names(tokens));
    assertEquals(2, problems.counts().get(ProblemCode.TOKEN_SKIPPED));
  }

  @Test
  void duplicateKeys_keepTheLastAtTheFirstPosition() {
    List<Token> tokens =
        read(
            "{\"a\": {\"value\": \"1\"}, \"b\": {\"value\": \"2\"}, \"a\": {\"value\": \"3\"}}",
            true,
            problems);

    assertEquals(List.of("a", "b"), names(tokens));
    assertEquals(new TokenValue.Text("3"), tokens.getFirst().value());
  }

  @Test
  void numberOutOfRange_isReported() {
    List<Token> tokens = read("{\"a\": {\"value\": {\"x\": [1e999]}}}", true, problems);

    assertEquals(List.of(), tokens);
    assertEquals(1, problems.counts().get(ProblemCode.TOKEN_SKIPPED));
  }

  private static boolean describesAGroup(JsonNode token) {
    String name = token.get("name").asString();
    for (String segment : name.split("\\.", -1)) {
      if (segment.startsWith("$")) {
        return true;
      }
    }
    return (name.equals("description") || name.endsWith(".description"))
        && token.path("type").asString("").equals("other")
        && token.get("value").isString();
  }

  private static List<Token> read(String json, boolean normaliseTypes, ProblemTally tally) {
    Places places = Places.inFile("set.json");
    SourceValue content = SourceParser.parse(json, places, ProblemCode.TOKEN_FILE_MALFORMED);
    TokenReader reader = new TokenReader("s", places, normaliseTypes, tally, new TokenCount());
    return SetReader.read("s", content, reader).tokens();
  }

  private static List<String> names(List<Token> tokens) {
    return tokens.stream().map(Token::name).toList();
  }

  private static List<Token> withoutLocation(List<Token> tokens) {
    return tokens.stream()
        .map(t ->
            new Token(t.name(), t.type(), t.value(), t.description(), t.modifier(), t.set(), null))
        .toList();
  }
}
