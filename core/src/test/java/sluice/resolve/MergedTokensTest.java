package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// Tokens Studio, merging; its facts are in [ThemeVectors].
final class MergedTokensTest {

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

  static MergedTokens merge(List<TokenSet> sets, Map<String, SetStatus> statuses) {
    TokenLibrary library =
        new TokenLibrary(sets, List.of(), List.of(), new LinkedHashMap<>(statuses));
    Map<String, SetStatus> all = new LinkedHashMap<>();
    sets.forEach(set -> all.put(set.name(), statuses.getOrDefault(set.name(), SetStatus.DISABLED)));
    return MergedTokens.of(
        library, new ThemeSelection(List.of(), all, SetOrder.of(List.copyOf(all.keySet()), all)));
  }
}
