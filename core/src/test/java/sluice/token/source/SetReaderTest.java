package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Tokens Studio, one set: legacy or DTCG.
final class SetReaderTest {
  private final ProblemTally problems = new ProblemTally();

  @Test
  void remarksOnAGroup_areTokensNobodyLists() {
    List<Token> legacy =
        read("{\"g\": {\"description\": \"text\", \"a\": {\"value\": \"1\"}}}", true, problems);
    List<Token> dtcg =
        read(
            """
            {"$description": "all", "g": {"a": {"$value": "1"}, "$extensions": {"x": {"y": null, "z": 2}}}}\
            """,
            true,
            problems);

    assertEquals(List.of("g.description", "g.a"), names(legacy));
    assertEquals(List.of(true, false), legacy.stream().map(Token::isRemark).toList());
    assertEquals(List.of("$description", "g.a", "g.$extensions.x.z"), names(dtcg));
    assertEquals(List.of(true, false, true), dtcg.stream().map(Token::isRemark).toList());
    assertTrue(problems.isEmpty());
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

  static List<Token> read(String json, boolean normaliseTypes, ProblemTally tally) {
    Places places = Places.inFile("set.json");
    SourceValue content = SourceParser.parse(json, places, ProblemCode.TOKEN_FILE_MALFORMED);
    TokenReader reader = new TokenReader("s", places, normaliseTypes, tally, new LibraryCount());
    return SetReader.read("s", content, reader).tokens();
  }

  private static List<String> names(List<Token> tokens) {
    return tokens.stream().map(Token::name).toList();
  }

  static List<Token> withoutLocation(List<Token> tokens) {
    return tokens.stream()
        .map(t ->
            new Token(t.name(), t.type(), t.value(), t.description(), t.modifier(), t.set(), null))
        .toList();
  }
}
