package sluice.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.FontWeight;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts of sd-transforms about values that go into style sheets.
///
/// It changes the value of a token and leaves the writing to another engine; here the property that
/// is written has to say what the changed value says.
public final class CssVectors {
  private static final String NO_VALUE = "peer-css-value";
  private static final String LENGTHS = "peer-css-lengths";

  private CssVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        suite("dimension", "lengths", fact -> value(fact, "dimension")),
        suite("font-weight", "names of font weights", fact -> value(fact, "fontWeights")),
        suite("font-styles", "styles in names of font weights", CssVectors::styles),
        suite("letter-spacing", "percentages", fact -> value(fact, "letterSpacing")),
        suite("line-height", "percentages", fact -> value(fact, "lineHeights")),
        suite("opacity", "percentages", fact -> value(fact, "opacity")),
        suite("shadow-type", "shadows that fall inside", CssVectors::shadowType));
  }

  private static VectorSuite suite(String name, String asserts, VectorSuite.Check check) {
    return VectorSuite.of("dtcg/sdt-" + name, Area.OTHER_ENGINES, "CSS: " + asserts, check);
  }

  private record Written(Map<String, String> properties, List<Problem> problems) {}

  private static Written write(String type, TokenValue value) {
    return write(List.of(token("t", type, value)), "t");
  }

  private static Written write(List<Token> tokens, String name) {
    ResolvedToken resolved = Objects.requireNonNull(TokenResolver.resolve(tokens).find(name));
    List<Problem> problems = new ArrayList<>();
    Map<String, String> properties = new LinkedHashMap<>();
    for (Property property : new TokenProperties(References.NONE, problems).of(resolved)) {
      properties.put(property.part(), property.value());
    }
    return new Written(properties, problems);
  }

  private static Token token(String name, @Nullable String type, TokenValue value) {
    return new Token(name, type, value, null, null, "core", null);
  }

  private static @Nullable JsonNode member(JsonNode token, String key) {
    JsonNode value = token.get("$" + key);
    return value == null ? token.get(key) : value;
  }

  private static Set<String> value(Vectors.Case fact, String standard) {
    JsonNode token = fact.input().get("token");
    boolean isBare = !token.isObject();
    JsonNode type = isBare ? null : member(token, "type");
    JsonNode value = isBare ? token : Objects.requireNonNull(member(token, "value"));
    Written written = write(type == null ? standard : type.asString(), TokenJson.value(value));
    JsonNode expected = fact.expected();
    if (!written.problems().isEmpty()) {
      boolean hasSeveral = expected.toString().matches(".*px \\d+px.*");
      assertEquals(hasSeveral || expected.equals(value), true, written::toString);
      return Set.of(hasSeveral ? LENGTHS : NO_VALUE);
    }
    assertEquals(expected(expected), written.properties());
    return Set.of();
  }

  /// The properties that say what a changed value says.
  private static Map<String, String> expected(JsonNode value) {
    if (value.isArray()) {
      List<String> layers = new ArrayList<>();
      value.forEach(layer -> layers.add(joined(layer)));
      return Map.of("", String.join(", ", layers));
    }
    if (value.isObject() && value.has("fontFamily")) {
      return typography(value);
    }
    if (value.isObject()) {
      return Map.of("", joined(value));
    }
    return weight(value.asString(), "-weight", "-style", "");
  }

  private static Map<String, String> typography(JsonNode value) {
    Map<String, String> properties = new LinkedHashMap<>();
    String font = value.get("fontSize").asString();
    for (Map.Entry<String, JsonNode> part : value.properties()) {
      String text = part.getValue().asString();
      switch (part.getKey()) {
        case "fontFamily" -> properties.put("-font-family", text);
        case "fontSize" -> properties.put("-font-size", text);
        case "letterSpacing" -> properties.put("-letter-spacing", text);
        case "lineHeight" -> {
          properties.put("-line-height", text);
          font = font + "/" + text;
        }
        default -> {
          Map<String, String> weight = weight(text, "-font-weight", "-font-style", "-font-weight");
          properties.putAll(weight);
          font =
              (weight.containsKey("-font-style") ? weight.get("-font-style") + " " : "")
                  + weight.get("-font-weight")
                  + " "
                  + font;
        }
      }
    }
    properties.put("", font + " " + value.get("fontFamily").asString());
    return properties;
  }

  /// A weight with a style behind it is two properties.
  private static Map<String, String> weight(
      String text, String weight, String style, String alone) {
    String[] words = text.split(" ", -1);
    String last = words[words.length - 1];
    if (!last.equals("italic") && !last.equals("normal")) {
      return Map.of(alone, text);
    }
    return words.length == 1 ? Map.of(style, last) : Map.of(weight, words[0], style, last);
  }

  private static String joined(JsonNode layer) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("offsetX", "offsetY", "blur", "spread", "width", "color")) {
      if (layer.has(key)) {
        parts.add(layer.get(key).asString());
      }
    }
    return String.join(" ", parts);
  }

  private static Set<String> styles(Vectors.Case fact) {
    List<Token> tokens = new ArrayList<>();
    tokens("", fact.input().get("token"), tokens);
    boolean isAsked = false;
    for (Token token : tokens) {
      Map<String, String> written = write(tokens, token.name()).properties();
      JsonNode expected = fact.expected();
      for (String name : token.name().split("\\.", -1)) {
        expected = expected.get(name);
      }
      JsonNode value = member(expected, "value");
      if (value == null) {
        assertEquals(member(expected.get("style"), "value"), text(written.get("-style")));
        assertEquals(weight(member(expected.get("weight"), "value")), written.get("-weight"));
      } else if (value.isObject()) {
        isAsked |= value.has("fontStyle");
        assertFalse(written.containsKey("-font-style"));
        String weight = weight(value.get("fontWeight"));
        assertEquals(weight == null ? "700 or 800" : weight, shown(weight, written));
      } else {
        assertEquals(weight(value), written.get(""));
      }
    }
    return isAsked ? Set.of("peer-options") : Set.of();
  }

  /// The weight written, or for a reference that it is a number.
  private static @Nullable String shown(@Nullable String weight, Map<String, String> written) {
    String actual = written.get("-font-weight");
    return weight == null && Set.of("700", "800").contains(String.valueOf(actual))
        ? "700 or 800"
        : actual;
  }

  private static @Nullable JsonNode text(@Nullable String text) {
    return text == null ? null : tools.jackson.databind.node.StringNode.valueOf(text);
  }

  private static @Nullable String weight(@Nullable JsonNode name) {
    FontWeight weight = FontWeight.of(new TokenValue.Text(Objects.requireNonNull(name).asString()));
    return weight == null ? null : weight.weight();
  }

  private static void tokens(String path, JsonNode node, List<Token> tokens) {
    JsonNode value = member(node, "value");
    JsonNode type = member(node, "type");
    if (value != null && type != null) {
      tokens.add(token(path, type.asString(), TokenJson.value(value)));
    }
    node.properties()
        .forEach(child -> {
          if (child.getValue().isObject() && !child.getKey().endsWith("value")) {
            tokens(
                path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                child.getValue(),
                tokens);
          }
        });
  }

  private static Set<String> shadowType(Vectors.Case fact) {
    TokenValue value = TokenJson.value(fact.input().get("token"));
    Written written = write("boxShadow", value);

    List<JsonNode> layers =
        fact.expected().isArray()
            ? fact.expected().valueStream().toList()
            : List.of(fact.expected());
    List<String> expected = new ArrayList<>();
    for (JsonNode layer : layers) {
      expected.add(layer.path("type").asString("").equals("inset") ? "inset" : "outside");
    }
    List<String> actual = new ArrayList<>();
    for (String layer : Objects.requireNonNull(written.properties().get("")).split(", ", -1)) {
      actual.add(layer.startsWith("inset ") ? "inset" : "outside");
    }
    assertEquals(expected, actual);
    return Set.of();
  }
}
