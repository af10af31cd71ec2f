package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts about references and whole lists of tokens (Tokens Studio, references).
public final class ResolveVectors {
  private ResolveVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.equal(
            "tokens-studio/find-references",
            Area.RESOLUTION,
            "references in a text",
            ResolveVectors::references),
        VectorSuite.of(
            "tokens-studio/resolver",
            Area.RESOLUTION,
            "lists of tokens to values",
            ResolveVectors::list),
        VectorSuite.of(
            "own/resolver",
            Area.RESOLUTION,
            "small random libraries to values",
            ResolveVectors::list),
        VectorSuite.equalAfter(
            "tokens-studio/resolver-query",
            Area.RESOLUTION,
            "single tokens of a fixture",
            ResolveVectors::query),
        VectorSuite.equalAfter(
            "resolution/random",
            Area.RESOLUTION,
            "random tokens; numbers to 10⁻⁶, colour channels to 1 of 255",
            ResolveVectors::random),
        VectorSuite.of(
            "tokens-studio/number-and-trim",
            Area.RESOLUTION,
            "a value as typed comes to what it comes to once the editor has stored it",
            ResolveVectors::typed));
  }

  private static void references(Vectors.Case fact) {
    List<String> names =
        References.find(fact.input().get("value").asString()).stream()
            .map(Reference::name)
            .toList();

    List<String> expected = new ArrayList<>();
    fact.expected().get("references").forEach(name -> expected.add(name.asString()));
    assertEquals(expected, names);
  }

  private static Set<String> list(Vectors.Case fact) {
    List<ResolvedToken> resolved =
        TokenResolver.resolve(TokenJson.tokens(fact.input().get("tokens"), "core")).all();

    if (fact.expected().has("error")) {
      assertEquals(fact.input().get("tokens").size(), resolved.size());
      return Set.of("null-part");
    }
    JsonNode expected = fact.expected().get("resolved");
    assertEquals(expected.size(), resolved.size());
    for (int i = 0; i < expected.size(); i++) {
      check(expected.get(i), resolved.get(i));
    }
    return Set.of();
  }

  private static void check(JsonNode expected, ResolvedToken token) {
    assertEquals(expected.get("name").asString(), token.name());
    CloseValue.check(TokenJson.value(expected.get("value")), token.value(), token.name());
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

  private static VectorSuite.StrictCheck query(Vectors vectors) {
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(vectors.root().get("fixture"), "core"));
    return fact ->
        check(
            resolved.find(fact.input().get("token").asString()),
            fact.expected().get("value"),
            fact.expected().path("failedToResolve").asBoolean(false));
  }

  private static VectorSuite.StrictCheck random(Vectors vectors) {
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(vectors.root().get("tokens"), "core"));
    return fact ->
        check(
            resolved.find(fact.input().asString()),
            fact.expected().get("value"),
            fact.expected().get("failed").asBoolean());
  }

  private static void check(@Nullable ResolvedToken token, JsonNode value, boolean failed) {
    assertNotNull(token);
    CloseValue.check(TokenJson.value(value), token.value(), token.name());
    assertEquals(failed, token.failed());
  }

  /// We read what is stored and never store what is typed; so a value must mean the same both ways,
  /// unless the editor took spaces away.
  private static Set<String> typed(Vectors.Case fact) {
    TokenValue typed = resolved(fact.input().get("value"));
    TokenValue stored = resolved(fact.expected().get("result"));

    if (fact.input().get("value").toString().matches("(?s).*(\"\\s|\\s\").*")
        && !typed.equals(stored)) {
      return Set.of("spaces-as-stored");
    }
    assertEquals(stored, typed);
    return Set.of();
  }

  private static TokenValue resolved(JsonNode value) {
    Token token = new Token("t", null, TokenJson.value(value), null, null, "core", null);
    return TokenResolver.resolve(List.of(token)).all().getFirst().value();
  }
}
