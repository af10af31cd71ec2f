package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import sluice.problem.ProblemCode;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;

/// Token libraries made to break a resolver: each ends in bounded time, on a small stack, with
/// every token either resolved or reported.
final class HostileTokensTest {
  private static final int SMALL_STACK_BYTES = 128 * 1024;

  @Test
  void aliasChainOfTenThousand_resolves() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) + "}"));
    }
    tokens.add(TokenJson.text("t10000", "4px"));

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(new TokenValue.Text("4px"), find(resolved, "t0").value());
  }

  @Test
  void brokenChainOfTenThousand_isReportedShortly() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) + "}"));
    }

    ResolvedToken first = find(resolve(tokens), "t0");

    assertNotNull(first.problem());
    assertEquals("no token named \"t10000\"", first.problem().what());
    assertTrue(String.valueOf(first.problem().why()).length() < 200, first.problem().why());
  }

  @Test
  void compositeChainOfTenThousand_isLimited() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String part = i % 2 == 0 ? "a" : "b";
      tokens.add(parts("t" + i, Map.of(part, new TokenValue.Text("{t" + (i + 1) + "}"))));
    }
    tokens.add(TokenJson.text("t10000", "4px"));

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(ProblemCode.LIMIT_EXCEEDED, code(find(resolved, "t0")));
    assertFalse(find(resolved, "t9900").failed());
  }

  @Test
  void cycleOfAThousand_isReportedOnEveryToken() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) % 1_000 + "}"));
    }

    for (ResolvedToken token : resolve(tokens).all()) {
      assertTrue(token.failed());
      assertEquals(ProblemCode.TOKEN_CYCLE, code(token));
    }
  }

  @Test
  void billionLaughs_areLimited() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("t0", "ha"));
    for (int i = 1; i <= 60; i++) {
      tokens.add(TokenJson.text("t" + i, ("{t" + (i - 1) + "} ").repeat(10)));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertFalse(find(resolved, "t4").failed());
    assertEquals(ProblemCode.LIMIT_EXCEEDED, code(find(resolved, "t10")));
    assertEquals(ProblemCode.LIMIT_EXCEEDED, code(find(resolved, "t60")));
  }

  @Test
  void billionLaughsInComposites_areLimited() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("t0", "ha"));
    for (int i = 1; i <= 60; i++) {
      TokenValue before = new TokenValue.Text("{t" + (i - 1) + "}");
      tokens.add(token("t" + i, new TokenValue.Many(Collections.nCopies(10, before))));
    }

    assertEquals(ProblemCode.LIMIT_EXCEEDED, code(find(resolve(tokens), "t60")));
  }

  @Test
  void manyLongTexts_areLimitedTogether() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("long", "x".repeat(1_000_000)));
    for (int i = 0; i < 500; i++) {
      tokens.add(TokenJson.text("t" + i, i + " {long}"));
    }

    ResolvedTokens resolved = resolve(tokens);

    assertFalse(find(resolved, "t0").failed());
    assertEquals(ProblemCode.LIMIT_EXCEEDED, code(find(resolved, "t499")));
  }

  /// Without remembering what gave up, each level costs twice the one below.
  @Test
  void fanOutIntoWhatIsMissing_isLinear() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) + "} {t" + (i + 1) + "} {missing}"));
    }
    tokens.add(TokenJson.text("t200", "{missing}"));

    assertEquals(ProblemCode.TOKEN_MISSING, code(find(resolve(tokens), "t0")));
  }

  @Test
  void fanOutIntoACycle_isLinear() {
    List<Token> tokens = new ArrayList<>();
    tokens.add(TokenJson.text("start", "{center}"));
    tokens.add(TokenJson.text("center", "{t0}"));
    for (int i = 0; i < 200; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) + "} {t" + (i + 1) + "} {center}"));
    }
    tokens.add(TokenJson.text("t200", "{center}"));

    assertEquals(ProblemCode.TOKEN_CYCLE, code(find(resolve(tokens), "start")));
  }

  @Test
  void fanOutIntoSelfReferences_isLinear() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tokens.add(TokenJson.text("t" + i, "{t" + (i + 1) + "} {t" + (i + 1) + "} {t" + i + "}"));
    }
    tokens.add(TokenJson.text("t200", "{t200}"));

    assertEquals(ProblemCode.TOKEN_CYCLE, code(find(resolve(tokens), "t0")));
  }

  @Test
  void everyTokenReferringToEveryOther_ends() {
    List<Token> tokens = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      all.append("{t").append(i).append("} ");
    }
    for (int i = 0; i < 300; i++) {
      tokens.add(TokenJson.text("t" + i, all.toString()));
    }

    assertTrue(resolve(tokens).all().stream().allMatch(ResolvedToken::failed));
  }

  @Test
  void referencesInsideReferences_thatNeverEnd_areCycles() {
    List<Token> tokens =
        List.of(
            TokenJson.text("x", "{x}"),
            TokenJson.text("a", "{no.{x}}"),
            TokenJson.text("p", "{{q}}"),
            TokenJson.text("q", "p"),
            TokenJson.text("s", "{y{s}}"),
            TokenJson.text("m", "{n{o}}"),
            TokenJson.text("o", "{n{m}}"));

    assertTrue(
        resolve(tokens).all().stream()
            .filter(token -> !token.name().equals("q"))
            .allMatch(ResolvedToken::failed));
  }

  @Test
  void nameWithAReferenceToAComposite_isReported() {
    List<Token> tokens =
        List.of(parts("t", Map.of("x", new TokenValue.Num(1))), TokenJson.text("a", "{b.{t}}"));

    assertEquals(ProblemCode.VALUE_INVALID, code(find(resolve(tokens), "a")));
  }

  @Test
  void textOfReferencesOnly_isLinear() {
    List<Token> tokens =
        List.of(
            TokenJson.text("a", "x"),
            TokenJson.text("brace", "{"),
            TokenJson.text("many", "{a}".repeat(300_000)),
            TokenJson.text("stray", "{brace}" + "{a}".repeat(100_000)));

    ResolvedTokens resolved = resolve(tokens);

    assertEquals(new TokenValue.Text("x".repeat(300_000)), find(resolved, "many").value());
  }

  @Test
  void veryManyFailures_areReportedInTime() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      tokens.add(
          TokenJson.text("some.long.group.name.token" + i, "{some.long.group.nme" + i + "}"));
    }

    assertTrue(resolve(tokens).all().stream().allMatch(token -> token.problem() != null));
  }

  private static ResolvedTokens resolve(List<Token> tokens) {
    FutureTask<ResolvedTokens> task = new FutureTask<>(() -> TokenResolver.resolve(tokens));
    new Thread(null, task, "small", SMALL_STACK_BYTES).start();
    try {
      return Objects.requireNonNull(task.get(30, TimeUnit.SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static ResolvedToken find(ResolvedTokens resolved, String name) {
    ResolvedToken token = resolved.find(name);
    assertNotNull(token);
    return token;
  }

  private static ProblemCode code(ResolvedToken token) {
    assertNotNull(token.problem(), token.name());
    return token.problem().code();
  }

  private static Token parts(String name, Map<String, TokenValue> parts) {
    return token(name, new TokenValue.Parts(parts));
  }

  private static Token token(String name, TokenValue value) {
    return new Token(name, null, value, null, null, "core", null);
  }
}
