package sluice.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.resolve.TokenResolver;
import sluice.resolve.color.ColorModification;
import sluice.resolve.color.PaintColor;
import sluice.resolve.color.Rgba;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts of Style Dictionary and sd-transforms, which make code of the same token files.
///
/// Where they and the plugin agree, Sluice agrees too; where they don't, it goes with the plugin,
/// and the fact is one of a named difference. That our result is the plugin's is what the other
/// suites assert.
final class PeerVectors {
  private PeerVectors() {}

  /// Every suite.
  static List<VectorSuite> suites() {
    return List.of(
        suite("dtcg/sd-references", "references inside texts", PeerVectors::reference),
        suite("dtcg/sdt-math", "expressions", PeerVectors::expression),
        suite("dtcg/sdt-math-more", "expressions", PeerVectors::expression),
        suite("dtcg/sdt-color-modifiers", "modifiers, to 1 of 255", PeerVectors::modifier),
        suite("dtcg/sdt-hex-rgba", "colours inside text", PeerVectors::colorInText));
  }

  private static VectorSuite suite(String name, String asserts, VectorSuite.Check check) {
    return VectorSuite.of(name, Area.OTHER_ENGINES, asserts, check);
  }

  private static Set<String> reference(Vectors.Case fact) {
    List<Token> tokens = new ArrayList<>();
    flatten("", fact.input().get("tokens"), tokens);
    ResolvedToken resolved = resolve(tokens, TokenJson.value(fact.input().get("value")), null);

    JsonNode expected = fact.expected();
    if (fact.input().has("options")) {
      return Set.of("peer-options");
    }
    if (expected.path("value").isObject()) {
      assertTrue(resolved.failed());
      return Set.of("peer-groups");
    }
    if (expected.has("unresolved") || expected.has("error")) {
      assertTrue(resolved.failed());
    } else if (expected.get("value").toString().contains("{") && expected.get("value").isString()) {
      // A cycle: neither resolves it, and the text each is left with means nothing.
      assertTrue(resolved.failed());
    } else {
      assertTrue(PeerValue.of(expected.get("value")).isSame(resolved.value()));
    }
    return Set.of();
  }

  private static void flatten(String path, JsonNode node, List<Token> tokens) {
    if (node.isObject() && !node.has("value")) {
      node.properties()
          .forEach(member ->
              flatten(
                  path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                  member.getValue(),
                  tokens));
    } else {
      tokens.add(token(path, TokenJson.value(node.isObject() ? node.get("value") : node), null));
    }
  }

  private static Set<String> expression(Vectors.Case fact) {
    TokenValue written = TokenJson.value(fact.input().get("token").get("value"));
    TokenValue value = resolve(List.of(), written, null).value();

    PeerValue theirs = PeerValue.of(fact.expected());
    if (theirs.isSame(value)) {
      return theirs.notations().contains(Notation.DIGITS) ? Set.of("peer-digits") : Set.of();
    }
    String expected = fact.expected().asString("");
    if (expected.contains("Infinity")) {
      return Set.of("no-number");
    }
    if (expected.endsWith("e")) {
      return Set.of("peer-exponent");
    }
    assertEquals(written, value);
    return expected.contains(" ") ? Set.of("peer-parts") : Set.of("peer-units");
  }

  private static Set<String> modifier(Vectors.Case fact) {
    JsonNode token = fact.input().get("token");
    String written = token.get("value").asString();
    TokenValue value = resolve(List.of(), new TokenValue.Text(written), token).value();

    if (fact.expected().isNull()) {
      return Set.of("peer-amount");
    }
    if (PaintColor.parse(written) == null) {
      assertEquals(new TokenValue.Text(written), value);
      return Set.of("peer-uicolor");
    }
    Rgba expected =
        color(ColorModification.modify(fact.expected().asString(), "", 0, "srgb", null));
    Rgba actual = color(((TokenValue.Text) value).text());
    assertEquals(expected.red(), actual.red(), 1.1 / 255);
    assertEquals(expected.green(), actual.green(), 1.1 / 255);
    assertEquals(expected.blue(), actual.blue(), 1.1 / 255);
    assertEquals(expected.opacity(), actual.opacity(), 1.1 / 255);
    return Set.of();
  }

  private static Rgba color(String text) {
    Rgba color = PaintColor.parse(text);
    assertNotNull(color, text);
    return color;
  }

  private static Set<String> colorInText(Vectors.Case fact) {
    JsonNode token = fact.input().get("token");
    JsonNode value = token.has("$value") ? token.get("$value") : token.get("value");
    assertEquals(
        resolve(List.of(), TokenJson.value(fact.expected()), null).value(),
        resolve(List.of(), TokenJson.value(value), null).value());
    return Set.of();
  }

  private static ResolvedToken resolve(
      List<Token> others, TokenValue value, @Nullable JsonNode declared) {
    List<Token> tokens = new ArrayList<>(others);
    tokens.add(token("the value under test", value, declared));
    return TokenResolver.resolve(tokens).all().getLast();
  }

  private static Token token(String name, TokenValue value, @Nullable JsonNode declared) {
    return new Token(
        name,
        null,
        value,
        null,
        declared == null ? null : TokenJson.modifier(declared),
        "core",
        null);
  }
}
