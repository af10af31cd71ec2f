package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.ColorModifier;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;

final class FailureReportTest {

  @Test
  void missingToken_isReportedWithTheChainTheSetsAndTheNearestName() {
    Token declared =
        new Token(
            "button",
            null,
            new TokenValue.Text("{brand}"),
            null,
            null,
            "semantic",
            new Location.InFile("tokens/semantic.json", 4, 5));

    Problem problem =
        problem(
            "button",
            declared,
            new Token(
                "brand",
                null,
                new TokenValue.Text("rgba({color.brand.600}, 0.5)"),
                null,
                null,
                "core",
                new Location.InFile("tokens/core.json", 9, 5)),
            TokenJson.text("color.brand.500", "#fff"));

    assertEquals(
        """
        error[token-missing]: no token named "color.brand.600"
          where  tokens/semantic.json:4:5
          why    button → brand → color.brand.600; brand is at tokens/core.json:9:5; looked in 2 token sets: semantic, core
          help   "color.brand.500" exists in core\
        """,
        problem.render());
  }

  @Test
  void brokenPartOfAComposite_isNamed() {
    Token heading =
        new Token(
            "heading",
            null,
            new TokenValue.Parts(
                Map.of("family", new TokenValue.Text("Inter"), "size", new TokenValue.Text("{s}"))),
            null,
            null,
            "core",
            null);

    assertEquals(
        "user → heading (size) → s; looked in 1 token set: core",
        problem("user", TokenJson.text("user", "{heading}"), heading).why());
  }

  @Test
  void cycleOfThirty_isShownWhole() {
    Token[] tokens = new Token[30];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = TokenJson.text("t" + i, "{t" + (i + 1) % tokens.length + "}");
    }

    String why = String.valueOf(problem("t0", tokens).why());

    assertEquals(31, why.split(" → ", -1).length, why);
    assertTrue(why.endsWith("t29 → t0"), why);
  }

  @Test
  void nameWithNoNearOne_getsTheNearestOfItsGroup() {
    Problem problem =
        problem(
            "a",
            TokenJson.text("a", "{color.text.secondary}"),
            TokenJson.text("color.bg", "#fff"),
            TokenJson.text("size.text.secondary.wide", "1"));

    assertEquals("\"color.bg\" exists in core", problem.help());
  }

  @Test
  void missingInnerName_isTheOneReported() {
    assertEquals(
        "no token named \"nope\"", problem("a", TokenJson.text("a", "{k.{nope}.x}")).what());
  }

  @Test
  void cycle_isReportedFromTheTokenAround() {
    Token a = TokenJson.text("a", "{b}");
    Token b = TokenJson.text("b", "{c} + 1");
    Token c = TokenJson.text("c", "{a}");
    Token user = TokenJson.text("user", "{a}");

    for (List<String> expected :
        List.of(
            List.of("a", "a → b → c → a"),
            List.of("b", "b → c → a → b"),
            List.of("c", "c → a → b → c"))) {
      Problem problem = problem(expected.getFirst(), a, b, c, user);
      assertEquals(ProblemCode.TOKEN_CYCLE, problem.code());
      assertEquals("\"" + expected.getFirst() + "\" refers to itself", problem.what());
      assertEquals(expected.get(1), problem.why());
    }
    assertEquals(
        "\"user\" refers to \"a\", which refers to itself", problem("user", a, b, c, user).what());
  }

  @Test
  void selfReference_isACycleOfOne() {
    Problem problem = problem("a", TokenJson.text("a", "{a}"));

    assertEquals("a → a", problem.why());
  }

  @Test
  void divisionByZero_failsEveryTokenThatUsesIt() {
    Token[] tokens = {
      TokenJson.text("a", "1px / 0"),
      TokenJson.text("b", "{a} solid"),
      new Token(
          "c",
          null,
          new TokenValue.Parts(Map.of("width", new TokenValue.Text("{b}"))),
          null,
          null,
          "core",
          null)
    };

    for (String name : List.of("a", "b", "c")) {
      assertEquals(ProblemCode.VALUE_INVALID, problem(name, tokens).code(), name);
    }
    ResolvedToken a = TokenResolver.resolve(List.of(tokens)).find("a");
    assertNotNull(a);
    assertEquals(new TokenValue.Text("1px / 0"), a.value());
  }

  @Test
  void partThatIsAReference_isReportedWithAdvice() {
    Problem problem =
        problem(
            "a",
            TokenJson.text("a", "{t.size}"),
            new Token(
                "t",
                null,
                new TokenValue.Parts(Map.of("size", new TokenValue.Text("{fs}"))),
                null,
                null,
                "core",
                null),
            TokenJson.text("fs", "12px"));

    assertEquals(ProblemCode.VALUE_INVALID, problem.code());
    assertEquals("a reference is left in what \"t.size\" stands for", problem.why());
    assertNotNull(problem.help());
  }

  /// The plugin paints such a colour; the author would want to know.
  @Test
  void unresolvedModifier_isAQuirkAndNoFailure() {
    Token token =
        new Token(
            "a",
            null,
            new TokenValue.Text("#ff0000"),
            null,
            new ColorModifier("lighten", new TokenValue.Text("{amount}"), "lch", null),
            "core",
            null);

    ResolvedToken resolved = TokenResolver.resolve(List.of(token)).find("a");

    assertNotNull(resolved);
    assertFalse(resolved.failed());
    assertNotNull(resolved.problem());
    assertEquals(ProblemCode.QUIRK, resolved.problem().code());
    assertEquals(
        "no token named \"amount\": a → amount; looked in 1 token set: core",
        resolved.problem().why());
  }

  @Test
  void resolvedToken_hasNoProblem() {
    ResolvedToken token =
        TokenResolver.resolve(List.of(TokenJson.text("a", "{b}"), TokenJson.text("b", "1")))
            .find("a");

    assertNotNull(token);
    assertNull(token.problem());
  }

  private static Problem problem(String name, Token... tokens) {
    ResolvedToken token = TokenResolver.resolve(List.of(tokens)).find(name);
    assertNotNull(token);
    assertNotNull(token.problem());
    return token.problem();
  }
}
