package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.testkit.vector.Vectors;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, merging.
final class MergedTokensTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Vectors.load("tokens-studio/merge-token-sets")
        .tests(fact -> {
          List<TokenSet> sets = new ArrayList<>();
          for (JsonNode set : fact.input().get("sets")) {
            String name = set.get("name").asString();
            sets.add(new TokenSet(name, TokenJson.tokens(set.get("tokens"), name)));
          }

          List<Token> merged =
              merge(sets, SetOrderTest.statuses(fact.input().get("usedSets"))).tokens();

          List<Token> expected = new ArrayList<>();
          for (JsonNode token : fact.expected().get("merged")) {
            expected.add(TokenJson.token(token, token.get("set").asString()));
          }
          assertEquals(new HashSet<>(expected), new HashSet<>(merged));
          assertEquals(expected.size(), merged.size());
        });
  }

  @Test
  void tokenOfADisabledSet_takesPartWithTheLowestPriority() {
    TokenSet used = new TokenSet("used", List.of(TokenJson.text("a", "1")));
    TokenSet disabled =
        new TokenSet("disabled", List.of(TokenJson.text("a", "2"), TokenJson.text("b", "3")));

    MergedTokens merged = merge(List.of(used, disabled), Map.of("used", SetStatus.ENABLED));

    assertEquals(List.of("disabled", "used"), merged.setOrder());
    assertEquals(
        List.of(new TokenValue.Text("1"), new TokenValue.Text("3")),
        merged.tokens().stream().map(Token::value).toList());
  }

  @Test
  void compositesOfDisabledSets_replaceEachOther() {
    TokenSet one = new TokenSet("one", List.of(composite("t", "a")));
    TokenSet two = new TokenSet("two", List.of(composite("t", "b")));

    MergedTokens disabled = merge(List.of(one, two), Map.of());
    MergedTokens used =
        merge(List.of(one, two), Map.of("one", SetStatus.SOURCE, "two", SetStatus.ENABLED));

    assertEquals(composite("t", "b").value(), disabled.tokens().getFirst().value());
    TokenValue.Parts both = (TokenValue.Parts) used.tokens().getFirst().value();
    assertEquals(List.of("a", "b"), List.copyOf(both.parts().keySet()));
  }

  private static Token composite(String name, String part) {
    return new Token(
        name,
        null,
        new TokenValue.Parts(Map.of(part, new TokenValue.Num(1))),
        null,
        null,
        "core",
        null);
  }

  private static MergedTokens merge(List<TokenSet> sets, Map<String, SetStatus> statuses) {
    TokenLibrary library =
        new TokenLibrary(sets, List.of(), List.of(), new LinkedHashMap<>(statuses));
    Map<String, SetStatus> all = new LinkedHashMap<>();
    sets.forEach(set -> all.put(set.name(), statuses.getOrDefault(set.name(), SetStatus.DISABLED)));
    return MergedTokens.of(
        library, new ThemeSelection(List.of(), all, SetOrder.of(List.copyOf(all.keySet()), all)));
  }
}
