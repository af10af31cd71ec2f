package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, references, algorithm.
final class TokenResolverTest {

  /// Where the plugin throws, every token still comes out.
  @TestFactory
  Stream<DynamicTest> vectors() {
    return check(Vectors.load("tokens-studio/resolver"));
  }

  @TestFactory
  Stream<DynamicTest> ownVectors() {
    return check(Vectors.load("own/resolver"));
  }

  private static Stream<DynamicTest> check(Vectors suite) {
    return suite.tests(fact -> {
      List<ResolvedToken> resolved =
          TokenResolver.resolve(TokenJson.tokens(fact.input().get("tokens"), "core")).all();

      if (fact.expected().has("error")) {
        assertEquals(fact.input().get("tokens").size(), resolved.size());
        return;
      }
      JsonNode expected = fact.expected().get("resolved");
      assertEquals(expected.size(), resolved.size());
      for (int i = 0; i < expected.size(); i++) {
        check(expected.get(i), resolved.get(i));
      }
    });
  }

  @Test
  void nullPart_isKept() {
    TokenValue.Parts composite = new TokenValue.Parts(Map.of("a", new TokenValue.Nothing()));

    ResolvedToken token =
        TokenResolver.resolve(List.of(new Token("t", null, composite, null, null, "core", null)))
            .find("t");

    assertNotNull(token);
    assertEquals(composite, token.value());
    assertNull(token.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a $$ b|x {r} y|x a $ b y",
        "[$&]|x {r} y|x [{r}] y",
        "($`)|x {r} y|x (x ) y",
        "($')|x {r} y|x ( y) y",
        "$`$'|{r}|``",
        "$1 $< $|x {r}|x $1 $< $",
        "5 $$|{r}.{r}|5 $.5 $"
      })
  void dollarPatternsOfAValue_areThoseOfJavaScript(String value, String text, String result) {
    List<Token> tokens = List.of(TokenJson.text("r", value), TokenJson.text("t", text));

    ResolvedToken token = TokenResolver.resolve(tokens).find("t");

    assertNotNull(token);
    assertEquals(new TokenValue.Text(result), token.value());
  }

  @Test
  void dollarPatternsThatGrow_areRefused() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("r", "$`".repeat(200_000)));
    tokens.add(TokenJson.text("t", "x".repeat(10_000) + "{r}"));

    ResolvedToken token = TokenResolver.resolve(tokens).find("t");

    assertNotNull(token);
    assertTrue(token.failed());
  }

  /// What is no composite has parts too: a text its characters and its length, a list its items.
  @ParameterizedTest
  @CsvSource({"{s.0}, #", "{s.length}x, 4x", "{s.4}, {s.4}", "{e.length}, {e.length}"})
  void partOfAText_isACharacterOrItsLength(String text, String result) {
    List<Token> tokens =
        List.of(TokenJson.text("s", "#abc"), TokenJson.text("e", ""), TokenJson.text("t", text));

    ResolvedToken token = TokenResolver.resolve(tokens).find("t");

    assertNotNull(token);
    assertEquals(new TokenValue.Text(result), token.value());
  }

  @Test
  void partWithAReference_isNormalisedButNotResolved() {
    TokenValue.Parts composite =
        new TokenValue.Parts(Map.of("p", new TokenValue.Text("{x} rgb(1, 2, 3)")));
    List<Token> tokens =
        List.of(
            new Token("c", null, composite, null, null, "core", null),
            TokenJson.text("t", "{c.p}"));

    ResolvedToken token = TokenResolver.resolve(tokens).find("t");

    assertNotNull(token);
    assertEquals(new TokenValue.Text("{x} #010203"), token.value());
    assertTrue(token.failed());
  }

  @Test
  void listOnAPartNamedFill_fails() {
    TokenValue list = new TokenValue.Many(List.of(new TokenValue.Num(1)));
    List<Token> tokens =
        List.of(
            new Token(
                "f", null, new TokenValue.Parts(Map.of("fill", list)), null, null, "core", null),
            new Token(
                "g", null, new TokenValue.Parts(Map.of("x", list)), null, null, "core", null));

    ResolvedTokens resolved = TokenResolver.resolve(tokens);

    assertEquals(List.of(true, false), resolved.all().stream().map(ResolvedToken::failed).toList());
  }

  @TestFactory
  Stream<DynamicTest> queryVectors() {
    Vectors vectors = Vectors.load("tokens-studio/resolver-query");
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(vectors.root().get("fixture"), "core"));
    return vectors.tests(fact -> {
      ResolvedToken token = resolved.find(fact.input().get("token").asString());

      assertNotNull(token);
      assertValue(TokenJson.value(fact.expected().get("value")), token.value(), token.name());
      assertEquals(fact.expected().path("failedToResolve").asBoolean(false), token.failed());
    });
  }

  @TestFactory
  Stream<DynamicTest> randomVectors() {
    Vectors vectors = Vectors.load("resolution/random");
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(vectors.root().get("tokens"), "core"));
    return vectors.tests(fact -> {
      ResolvedToken token = resolved.find(fact.input().asString());

      assertNotNull(token);
      assertValue(TokenJson.value(fact.expected().get("value")), token.value(), token.name());
      assertEquals(fact.expected().get("failed").asBoolean(), token.failed());
    });
  }

  private static void check(JsonNode expected, ResolvedToken token) {
    assertEquals(expected.get("name").asString(), token.name());
    assertValue(TokenJson.value(expected.get("value")), token.value(), token.name());
    assertEquals(TokenJson.value(expected.get("rawValue")), token.token().value());
    boolean failed = expected.path("failedToResolve").asBoolean(false);
    assertEquals(failed, token.failed(), () -> token.name() + " failed");
    if (failed) {
      assertNotNull(token.problem());
    } else {
      assertNull(token.problem());
    }
    JsonNode references = expected.get("resolvedValueWithReferences");
    assertEquals(
        references == null ? null : TokenJson.value(references), token.valueWithReferences());
  }

  /// Equal but for the last digits of a number and the last bit of a colour channel.
  private static void assertValue(TokenValue expected, TokenValue actual, String where) {
    switch (expected) {
      case TokenValue.Num(double number) when actual instanceof TokenValue.Num(double other) ->
          assertEquals(number, other, 1e-6, where);
      case TokenValue.Text(String text) when actual instanceof TokenValue.Text(String other) -> {
        if (!isCloseColor(text, other)) {
          assertEquals(text, other, where);
        }
      }
      case TokenValue.Many(List<TokenValue> items)
          when actual instanceof TokenValue.Many(List<TokenValue> others)
              && items.size() == others.size() -> {
        for (int i = 0; i < items.size(); i++) {
          assertValue(items.get(i), others.get(i), where + "." + i);
        }
      }
      case TokenValue.Parts parts
          when actual instanceof TokenValue.Parts others
              && parts.parts().keySet().equals(others.parts().keySet()) ->
          parts
              .parts()
              .forEach((key, part) -> {
                TokenValue other = others.parts().get(key);
                assertNotNull(other);
                assertValue(part, other, where + "." + key);
              });
      default -> assertEquals(expected, actual, where);
    }
  }

  private static boolean isCloseColor(String expected, String actual) {
    int[] a = channels(expected);
    int[] b = channels(actual);
    if (a == null || b == null) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (Math.abs(a[i] - b[i]) > 1) {
        return false;
      }
    }
    return true;
  }

  private static int @Nullable [] channels(String hex) {
    if (!hex.matches("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")) {
      return null;
    }
    int[] channels = {0, 0, 0, 255};
    int digits = hex.length() < 6 ? 1 : 2;
    for (int i = 1; i < hex.length(); i += digits) {
      int channel = Integer.parseInt(hex, i, i + digits, 16);
      channels[(i - 1) / digits] = digits == 1 ? channel * 17 : channel;
    }
    return channels;
  }
}
