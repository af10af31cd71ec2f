package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.problem.ProblemTally;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenSet;
import tools.jackson.databind.JsonNode;

/// Facts about token files (Tokens Studio, input formats).
public final class SourceVectors {
  private SourceVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.of(
            "tokens-studio/parse-token-set",
            Area.RESOLUTION,
            "one set to tokens",
            SourceVectors::parse),
        VectorSuite.of(
            "own/parse-token-set", Area.RESOLUTION, "one set to tokens", SourceVectors::parse),
        VectorSuite.equal(
            "tokens-studio/token-set-file-order",
            Area.RESOLUTION,
            "order of sets",
            SourceVectors::order));
  }

  private static Set<String> parse(Vectors.Case fact) {
    ProblemTally problems = new ProblemTally();

    List<Token> tokens =
        SetReaderTest.read(
            fact.input().get("set").toString(),
            fact.input().get("normalizeTypes").asBoolean(),
            problems);

    if (fact.expected().has("error")) {
      assertFalse(problems.isEmpty());
      return Set.of("null-skipped");
    }
    List<Token> expected = new ArrayList<>();
    for (JsonNode token : fact.expected().get("tokens")) {
      expected.add(TokenJson.token(token, "s"));
    }
    assertEquals(expected, SetReaderTest.withoutLocation(tokens));
    return Set.of();
  }

  /// Without a list the plugin has two behaviours; that of a folder is asserted: by code unit.
  private static void order(Vectors.Case fact) {
    List<TokenSet> sets = new ArrayList<>();
    fact.input().get("sets").forEach(name -> sets.add(new TokenSet(name.asString(), List.of())));

    List<TokenSet> sorted = SetFileOrder.sort(sets, texts(fact.input().path("tokenSetOrder")));

    assertEquals(texts(fact.expected().get("order")), sorted.stream().map(TokenSet::name).toList());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
