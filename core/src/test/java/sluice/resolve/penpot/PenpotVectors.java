package sluice.resolve.penpot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ThemeSelection;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.PenpotNames;
import sluice.token.PenpotTokenType;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts about names, values and resolution in Penpot.
public final class PenpotVectors {
  private PenpotVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        suite("token-name-valid", "names of tokens", PenpotVectors::name),
        suite("token-type-map", "types in JSON and inside", PenpotVectors::type),
        suite(
            "attributes-by-token-type",
            "what a token of a type may be applied to",
            PenpotVectors::keys),
        suite("find-references", "references in a text", PenpotVectors::references),
        suite("parse-token-value", "numbers with units", PenpotVectors::quantity),
        suite("font-weight-variant", "font weights", PenpotVectors::weight),
        suite("text-decoration-and-case", "case and decoration", PenpotVectors::textStyle),
        suite("resolve-scalar", "lists of tokens to values", PenpotVectors::resolve),
        suite("resolve-composite", "typography and shadows to values", PenpotVectors::resolve));
  }

  private static VectorSuite suite(String name, String asserts, VectorSuite.StrictCheck check) {
    return VectorSuite.equal("penpot/" + name, Area.PENPOT, asserts, check);
  }

  private static void name(Vectors.Case fact) {
    assertEquals(fact.expected().asBoolean(), PenpotNames.isTokenName(fact.input().asString()));
  }

  private static void type(Vectors.Case fact) {
    PenpotTokenType type = PenpotTokenType.ofJson(fact.input().asString());

    assertEquals(
        fact.expected().isNull() ? null : fact.expected().asString(),
        type == null ? null : type.internal());
  }

  private static void keys(Vectors.Case fact) {
    PenpotTokenType type =
        Objects.requireNonNull(PenpotTokenType.ofInternal(fact.input().asString()));

    assertEquals(
        fact.expected().isNull() ? List.of() : texts(fact.expected()),
        type.keys().stream().sorted().toList());
  }

  private static void references(Vectors.Case fact) {
    Set<String> names = PenpotReference.names(fact.input().asString());

    assertEquals(
        fact.expected().isNull() ? List.of() : texts(fact.expected()),
        List.copyOf(new TreeSet<>(names)));
  }

  private static void quantity(Vectors.Case fact) {
    PenpotQuantity quantity = PenpotQuantity.parse(TokenJson.value(fact.input()));

    JsonNode expected = fact.expected();
    assertEquals(
        expected.isNull()
            ? null
            : new PenpotQuantity(
                expected.get("value").asDouble(), expected.path("unit").asString(null)),
        quantity);
  }

  private static void weight(Vectors.Case fact) {
    PenpotFontWeight weight = PenpotFontWeight.parse(TokenJson.value(fact.input()));

    JsonNode expected = fact.expected();
    assertEquals(
        expected.isNull()
            ? null
            : new PenpotFontWeight(
                expected.get("weight").asString(), expected.path("style").asString(null)),
        weight);
  }

  private static void textStyle(Vectors.Case fact) {
    String written = fact.input().get("value").asString();
    boolean isDecoration = fact.input().get("type").asString().equals("textDecoration");

    String resolved =
        isDecoration ? PenpotTextStyle.decoration(written) : PenpotTextStyle.textCase(written);

    JsonNode expected = fact.expected();
    assertEquals(expected.isNull() ? null : expected.get("resolved").asString(), resolved);
    if (resolved != null) {
      assertEquals(
          expected.get("stored").asString(),
          isDecoration ? PenpotTextStyle.storedDecoration(resolved) : resolved);
    }
  }

  private static void resolve(Vectors.Case fact) {
    List<Token> tokens = new ArrayList<>();
    fact.input().get("tokens").forEach(token -> tokens.add(PenpotJson.token(token)));
    TokenLibrary library =
        TokenLibrary.penpot(
            List.of(new TokenSet("core", tokens)), List.of(), List.of(), List.of("core"));
    String name = fact.input().get("resolve").asString();

    ResolvedToken resolved =
        PenpotResolver.resolve(library, ThemeSelection.standing(library)).find(name);

    assertNotNull(resolved);
    JsonNode expected = fact.expected();
    if (expected.has("error")) {
      assertTrue(resolved.failed(), () -> "resolved to " + resolved.value());
      assertEquals(errors(expected.get("error")), errors(resolved.problem()));
      return;
    }
    assertNull(resolved.problem());
    assertEquals(TokenJson.value(expected.get("value")), PenpotJson.internal(resolved.value()));
    if (expected.has("color")) {
      PenpotColor color = PenpotColor.parse(((TokenValue.Text) resolved.value()).text());
      assertEquals(
          new PenpotColor(expected.get("color").asString(), expected.get("opacity").asDouble()),
          color);
    }
    if (expected.has("unit")) {
      assertEquals(expected.get("unit").asString(null), unit(tokens, name));
    }
  }

  private static @Nullable String unit(List<Token> tokens, String name) {
    PenpotRun run = new PenpotRun(tokens);
    Slot slot = Objects.requireNonNull(run.find(name));
    run.resolve(slot);
    return TypedReading.of(slot.type, slot.value).unit();
  }

  private static Map<String, String> errors(JsonNode expected) {
    Map<String, String> errors = new TreeMap<>();
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(error -> errors.put(error.getKey(), error.getValue().asString()));
    } else {
      errors.put("", expected.asString());
    }
    return errors;
  }

  private static Map<String, String> errors(@Nullable Problem problem) {
    String why = Objects.requireNonNull(Objects.requireNonNull(problem).why());
    String says = "Penpot says ";
    Map<String, String> errors = new TreeMap<>();
    for (String error : why.substring(why.lastIndexOf(says) + says.length()).split(", ", -1)) {
      int colon = error.indexOf(": ");
      errors.put(
          colon < 0 ? "" : error.substring(0, colon),
          colon < 0 ? error : error.substring(colon + 2));
    }
    return errors;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
