package sluice.resolve.dtcg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;

/// What no fact covers: hostile sizes, order, places, consequences.
final class DtcgResolverTest {
  /// Far more than a thread's stack has room for; the long form is that of `-Plong`.
  private static final int LONG = Integer.getInteger("chain.length", 20_000);

  /// Together with the size of the large value more than is read.
  private static final int USES = 25_000;

  private static DtcgFiles.Outcome resolve(String text) throws IOException {
    try (DtcgFiles files = new DtcgFiles()) {
      return files.source("t.tokens.json", text).resolve();
    }
  }

  private static ResolvedToken token(DtcgFiles.Outcome outcome, String name) {
    ResolvedToken token = outcome.resolution().tokens().find(name);
    assertNotNull(token, name);
    return token;
  }

  private static Problem problem(DtcgFiles.Outcome outcome, String name) {
    Problem problem = token(outcome, name).problem();
    assertNotNull(problem, name);
    return problem;
  }

  private static String members(int count, IntFunction<String> member) {
    return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(",\n", "{", "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"t%2$d\": {\"$value\": \"{t%1$d}\"}",
        "\"t%2$d\": {\"$ref\": \"#/t%1$d\"}",
        "\"t%2$d\": {\"$type\": \"number\", \"$value\": {\"$ref\": \"#/t%1$d/$value\"}}"
      })
  void longChains_areFollowed(String link) throws IOException {
    String last = "\"t" + LONG + "\": {\"$type\": \"number\", \"$value\": 7}";
    String text = members(LONG + 1, i -> i == LONG ? last : link.formatted(i + 1, i));

    DtcgFiles.Outcome outcome = resolve(text);

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals(new TokenValue.Num(7), token(outcome, "t0").value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"t%2$d\": {\"$value\": \"{t%1$d}\"}",
        "\"t%2$d\": {\"$ref\": \"#/t%1$d\"}",
        "\"t%2$d\": {\"$type\": \"number\", \"$value\": {\"$ref\": \"#/t%1$d/$value\"}}"
      })
  void longCircles_areFound(String link) throws IOException {
    DtcgFiles.Outcome outcome = resolve(members(LONG, i -> link.formatted((i + 1) % LONG, i)));

    assertEquals(ProblemCode.TOKEN_CYCLE, problem(outcome, "t0").code());
    assertEquals(ProblemCode.TOKEN_CYCLE, problem(outcome, "t" + (LONG - 1)).code());
  }

  @Test
  void longRowsOfExtension_areFollowed() throws IOException {
    int count = 20_000;
    String last = "\"g" + count + "\": {\"t\": {\"$type\": \"number\", \"$value\": 7}}";

    DtcgFiles.Outcome outcome =
        resolve(
            members(
                count + 1,
                i -> i == count ? last : "\"g%d\": {\"$extends\": \"{g%d}\"}".formatted(i, i + 1)));

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals(new TokenValue.Num(7), token(outcome, "g0.t").value());
  }

  @Test
  void extensionThatDoubles_endsTheRun() {
    String text =
        members(
            40,
            i ->
                i == 0
                    ? "\"g0\": {\"t\": {\"$type\": \"number\", \"$value\": 7}}"
                    : "\"g%1$d\": {\"a\": {\"$extends\": \"{g%2$d}\"}, \"b\": {\"$extends\": \"{g%2$d}\"}}"
                        .formatted(i, i - 1));

    SluiceException e = assertThrows(SluiceException.class, () -> resolve(text));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, e.problem().code());
  }

  @Test
  void extensionThatNests_endsTheRun() {
    String text =
        members(
            1_000,
            i ->
                i == 0
                    ? "\"g0\": {\"t\": {\"$type\": \"number\", \"$value\": 7}}"
                    : "\"g%d\": {\"a\": {\"$extends\": \"{g%d}\"}}".formatted(i, i - 1));

    SluiceException e = assertThrows(SluiceException.class, () -> resolve(text));

    assertEquals(ProblemCode.LIMIT_EXCEEDED, e.problem().code());
  }

  @Test
  void arraysOfOneInEachOther_areFollowed() throws IOException {
    String shadow =
        "{\"color\": {\"colorSpace\": \"srgb\", \"components\": [0, 0, 0]}, %s}"
            .formatted(
                List.of("offsetX", "offsetY", "blur", "spread").stream()
                    .map(key -> "\"" + key + "\": {\"value\": 1, \"unit\": \"px\"}")
                    .collect(Collectors.joining(", ")));
    int count = 20_000;

    DtcgFiles.Outcome outcome =
        resolve(
            members(
                count + 1,
                i ->
                    "\"s%d\": {\"$type\": \"shadow\", \"$value\": [%s]}"
                        .formatted(i, i == count ? shadow : "\"{s" + (i + 1) + "}\"")));

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals(token(outcome, "s" + count).value(), token(outcome, "s0").value());
  }

  @Test
  void manyUsesOfALargeValue_areCounted() throws IOException {
    String dashes =
        IntStream.range(0, 1_000)
            .mapToObj(_ -> "{\"value\": 1, \"unit\": \"px\"}")
            .collect(Collectors.joining(","));

    DtcgFiles.Outcome outcome =
        resolve(
            members(
                USES,
                i ->
                    i == 0
                        ? "\"t0\": {\"$type\": \"strokeStyle\", \"$value\": {\"lineCap\": \"butt\", \"dashArray\": [%s]}}"
                            .formatted(dashes)
                        : "\"t" + i + "\": {\"$value\": \"{t0}\"}"));

    assertFalse(token(outcome, "t1").failed());
    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem(outcome, "t" + (USES - 1)).code());
  }

  @Test
  void siblingInTheSameValue_isNoCircle() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"c": {"$type": "color", "$value": {"colorSpace": "srgb",
              "components": [0.5, {"$ref": "#/c/$value/components/0"}, 1]}}}
            """);

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
  }

  @Test
  void partThatHoldsItself_isACircle() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"d": {"$type": "dimension", "$value": {"value": {"$ref": "#/d/$value"}, "unit": "px"}},
             "s": {"$type": "shadow", "$value": [{"$ref": "#/s/$value"}]}}
            """);

    assertEquals(ProblemCode.TOKEN_CYCLE, problem(outcome, "d").code());
    assertEquals(ProblemCode.TOKEN_CYCLE, problem(outcome, "s").code());
  }

  @Test
  void pointerThroughAnAlias_goesOnInItsValue() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"a": {"$type": "dimension", "$value": {"value": 3, "unit": "px"}},
             "b": {"$value": "{a}"},
             "c": {"$ref": "#/b"},
             "n": {"$type": "number", "$value": {"$ref": "#/c/$value/value"}}}
            """);

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals(new TokenValue.Num(3), token(outcome, "n").value());
  }

  @Test
  void circle_namesAllItsMembersAndOnlyThem() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"$type": "number", "x": {"$value": "{a}"},
             "a": {"$value": "{b}"}, "b": {"$value": "{c}"}, "c": {"$value": "{a}"}}
            """);

    assertEquals("a → b → c → a", problem(outcome, "b").why());
    assertEquals("it refers to \"a\", which has none", problem(outcome, "x").why());
  }

  @Test
  void wrongPart_isToldAtItsPlace() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"b": {"$type": "border", "$value": {
              "color": {"colorSpace": "srgb", "components": [0, 2, 0]},
              "width": {"value": 1, "unit": "px"}, "style": "solid"}}}
            """);

    Problem problem = problem(outcome, "b");
    assertEquals("it is 2; allowed: a number from 0 to 1 or \"none\"", problem.why());
    assertTrue(
        problem.where() instanceof Location.InFile place
            && place.line() == 2
            && place.column() == 53,
        () -> String.valueOf(problem.where()));
  }

  @Test
  void inheritedToken_keepsTheTypeItHad() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"a": {"$type": "number", "n": {"$value": 1}},
             "b": {"$extends": "{a}", "$type": "fontWeight", "w": {"$value": 700}}}
            """);

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals("number", token(outcome, "b.n").token().type());
    assertEquals("fontWeight", token(outcome, "b.w").token().type());
  }

  @Test
  void repeatedKey_isToldEvenInsideAValue() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"d": {"$type": "dimension", "$value": {"value": 1, "value": 2, "unit": "px"}},
             "g": {}, "g": {}}
            """);

    assertEquals(2, outcome.errors().size());
    assertTrue(token(outcome, "d").failed());
  }

  @Test
  void oddThings_areWarnings() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"c": {"$type": "color", "$sort": 1, "$value": {"colorSpace": "srgb",
               "components": [1, 0, 0], "hex": "#00ff00"}},
             "t": {"$type": "number"}}
            """);

    assertEquals(List.of(), outcome.errors().stream().limit(3).toList());
    assertEquals(
        List.of(ProblemCode.TOKEN_DOUBTFUL, ProblemCode.TOKEN_DOUBTFUL, ProblemCode.TOKEN_DOUBTFUL),
        outcome.problems().stream().map(Problem::code).toList());
  }

  @Test
  void laterFile_replacesTokensWholeAndMergesGroups() throws IOException {
    try (DtcgFiles files = new DtcgFiles()) {
      DtcgFiles.Outcome outcome =
          files
              .source(
                  "a.json",
                  "{\"g\": {\"$type\": \"number\", \"x\": {\"$value\": 1, \"$description\": \"old\"},"
                      + " \"y\": {\"$value\": 2}}}")
              .source("b.json", "{\"g\": {\"x\": {\"$value\": 3}}}")
              .resolve();

      assertEquals(new TokenValue.Num(3), token(outcome, "g.x").value());
      assertEquals(null, token(outcome, "g.x").token().description());
      assertEquals("b", token(outcome, "g.x").token().set());
      assertEquals("a", token(outcome, "g.y").token().set());
    }
  }

  @Test
  void tokenBehindADollar_hasABadName() throws IOException {
    DtcgFiles.Outcome outcome =
        resolve(
            """
            {"$a": {"$type": "number", "$value": 1}, "g": {"$h": {"t": {"$type": "number", "$value": 1}}}}
            """);

    assertEquals(
        List.of("the name of \"$a\" is not allowed", "the name of \"g.$h\" is not allowed"),
        outcome.errors().stream().map(Problem::what).toList());
  }
}
