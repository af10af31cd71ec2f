package sluice.resolve.penpot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

final class PenpotResolverTest {
  private static final int LONG = 100_000;

  @Test
  void chainOf100000_isFollowedToItsEnd() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      tokens.add(token("t" + i, "sizing", "{t" + (i + 1) + "}"));
    }
    tokens.add(token("t" + LONG, "sizing", "4"));

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(new TokenValue.Num(4), find(resolved, "t0").value());
  }

  @Test
  void cycleOf100000_isReportedForEachOfThem() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      tokens.add(token("t" + i, "sizing", "{t" + (i + 1) % LONG + "}"));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertTrue(resolved.all().stream().allMatch(ResolvedToken::failed));
    assertEquals(ProblemCode.TOKEN_CYCLE, problem(resolved, "t7").code());
  }

  @Test
  void valueThatDoublesWithEachToken_isCutOff() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(token("t0", "other", "x"));
    for (int i = 1; i < 64; i++) {
      tokens.add(token("t" + i, "other", "{t" + (i - 1) + "}{t" + (i - 1) + "}"));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem(resolved, "t30").code());
  }

  @Test
  void listThatDoublesWithEachToken_isCutOff() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(token("t0", "fontFamilies", new TokenValue.Many(List.of(text("Inter")))));
    for (int i = 1; i < 64; i++) {
      TokenValue half = text("{t" + (i - 1) + "}");
      tokens.add(token("t" + i, "fontFamilies", new TokenValue.Many(List.of(half, half))));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertFalse(find(resolved, "t4").failed());
    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem(resolved, "t40").code());
  }

  @Test
  void compositesInsideEachOther_areCutOff() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(token("t0", "fontSizes", "1"));
    for (int i = 1; i < 10_000; i++) {
      tokens.add(
          token(
              "t" + i,
              "typography",
              new TokenValue.Parts(Map.of("fontSize", text("{t" + (i - 1) + "}")))));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(ProblemCode.LIMIT_EXCEEDED, problem(resolved, "t9999").code());
  }

  @Test
  void referenceWithBlanksToItself_isNotFollowedForever() {
    ResolvedTokens resolved = resolve(List.of(token("a", "sizing", "{ a } + 1")));

    assertTrue(find(resolved, "a").failed());
  }

  @Test
  void referenceWithBlanks_takesTheTextInAsWritten() {
    ResolvedTokens resolved =
        resolve(
            List.of(
                token("a", "sizing", "4"),
                token("b", "sizing", "{a} + 1"),
                token("plain", "sizing", "{b} * 2"),
                token("blanks", "sizing", "{ b } * 2")));

    assertEquals(new TokenValue.Num(10), find(resolved, "plain").value());
    assertEquals(new TokenValue.Num(6), find(resolved, "blanks").value());
  }

  @Test
  void nameOfAnInactiveSet_isMissingAndTheSetIsNamed() {
    TokenLibrary library =
        TokenLibrary.penpot(
            List.of(
                new TokenSet("on", List.of(token("a", "sizing", "{b}"))),
                new TokenSet("off", List.of(token("b", "sizing", "1")))),
            List.of(),
            List.of(),
            List.of("on"));

    ResolvedTokens resolved = PenpotResolver.resolve(library, ThemeSelection.standing(library));

    Problem problem = problem(resolved, "a");
    assertEquals(ProblemCode.TOKEN_MISSING, problem.code());
    assertEquals("\"b\" stands in set \"off\", which is not active", problem.help());
    assertEquals("a → b; looked in 1 active set: on; Penpot says missing-reference", problem.why());
    assertEquals(1, resolved.all().size());
  }

  @Test
  void nameInsideAnotherName_collides() {
    ResolvedTokens resolved =
        resolve(
            List.of(
                token("a.b", "sizing", "1"),
                token("a", "sizing", "2"),
                token("a-b", "sizing", "{a.b}"),
                token("g.value", "sizing", "3"),
                token("g.x", "sizing", "4")));

    assertFalse(find(resolved, "a").failed());
    assertTrue(says(resolved, "a.b").endsWith("Penpot says name-collision"));
    assertEquals(ProblemCode.TOKEN_MISSING, problem(resolved, "a-b").code());
    assertTrue(says(resolved, "g.x").endsWith("Penpot says name-collision"));
  }

  @Test
  void partsThatAreRefused_areAllTold() {
    ResolvedTokens resolved =
        resolve(
            List.of(
                token(
                    "t",
                    "typography",
                    new TokenValue.Parts(
                        Map.of("fontSize", text("1rem"), "lineHeight", text("2"))))));

    assertTrue(
        says(resolved, "t")
            .endsWith(
                "Penpot says font-size: invalid-token-value,"
                    + " line-height: composite-line-height-needs-font-size"));
  }

  @Test
  void divisionByZero_isNoValue() {
    ResolvedTokens resolved =
        resolve(
            List.of(
                token("nan", "number", "0 / 0"),
                token("infinite", "borderWidth", "1 / 0"),
                token(
                    "factor",
                    "typography",
                    new TokenValue.Parts(
                        Map.of("fontSize", text("0"), "lineHeight", text("2px"))))));

    assertTrue(resolved.all().stream().allMatch(ResolvedToken::failed));
  }

  @Test
  void chosenThemes_switchTheHiddenThemeOff() {
    TokenLibrary library =
        TokenLibrary.penpot(
            List.of(
                new TokenSet("a", List.of(token("x", "sizing", "1"))),
                new TokenSet("b", List.of(token("y", "sizing", "1")))),
            List.of(new Theme("1", "T", "G", Map.of("b", SetStatus.ENABLED))),
            List.of("G/T"),
            List.of("a"));

    ThemeSelection standing = ThemeSelection.choose(library, List.of(), List.of());
    ThemeSelection chosen = ThemeSelection.choose(library, List.of("G/T"), List.of());

    assertEquals(Map.of("a", SetStatus.ENABLED, "b", SetStatus.ENABLED), standing.statuses());
    assertEquals(Map.of("a", SetStatus.DISABLED, "b", SetStatus.ENABLED), chosen.statuses());
  }

  @Test
  void chosenSets_countInTheOrderOfTheLibrary() {
    TokenLibrary library =
        TokenLibrary.penpot(
            List.of(
                new TokenSet("a", List.of(token("x", "sizing", "1"))),
                new TokenSet("b", List.of(token("x", "sizing", "2")))),
            List.of(),
            List.of(),
            List.of());

    ThemeSelection chosen = ThemeSelection.choose(library, List.of(), List.of("b", "a"));

    assertEquals(new TokenValue.Num(2), find(PenpotResolver.resolve(library, chosen), "x").value());
  }

  private static ResolvedTokens resolve(List<Token> tokens) {
    TokenLibrary library =
        TokenLibrary.penpot(
            List.of(new TokenSet("core", tokens)), List.of(), List.of(), List.of("core"));
    return PenpotResolver.resolve(library, ThemeSelection.standing(library));
  }

  private static ResolvedToken find(ResolvedTokens tokens, String name) {
    ResolvedToken token = tokens.find(name);
    assertNotNull(token);
    return token;
  }

  private static Problem problem(ResolvedTokens tokens, String name) {
    Problem problem = find(tokens, name).problem();
    assertNotNull(problem);
    return problem;
  }

  private static String says(ResolvedTokens tokens, String name) {
    return Objects.requireNonNull(problem(tokens, name).why());
  }

  private static TokenValue text(String text) {
    return new TokenValue.Text(text);
  }

  private static Token token(String name, String type, String value) {
    return token(name, type, text(value));
  }

  private static Token token(String name, String type, TokenValue value) {
    return new Token(name, type, value, "", null, "core", null);
  }
}
