package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;

/// Tokens Studio, references, algorithm; its facts are in [ResolveVectors].
final class TokenResolverTest {

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
}
