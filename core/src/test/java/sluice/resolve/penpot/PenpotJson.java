package sluice.resolve.penpot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import sluice.token.PenpotTokenType;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Facts about Penpot as tokens: they have Penpot's internal names of types and parts, which the
/// library spells as JSON does.
public final class PenpotJson {
  private PenpotJson() {}

  /// A flat token `{name, type, value}` in the set `core`.
  static Token token(JsonNode node) {
    PenpotTokenType type = PenpotTokenType.ofInternal(node.get("type").asString());
    return new Token(
        node.get("name").asString(),
        type == null ? null : type.json(),
        withParts(TokenJson.value(node.get("value")), PenpotJson::camel),
        "",
        null,
        "core",
        null);
  }

  /// A value whose parts have Penpot's internal names.
  public static TokenValue internal(TokenValue value) {
    return withParts(value, PenpotJson::kebab);
  }

  private static TokenValue withParts(TokenValue value, UnaryOperator<String> rename) {
    return switch (value) {
      case TokenValue.Many many ->
          new TokenValue.Many(many.items().stream().map(item -> withParts(item, rename)).toList());
      case TokenValue.Parts composite -> {
        Map<String, TokenValue> parts = new LinkedHashMap<>();
        composite
            .parts()
            .forEach((key, part) -> parts.put(rename.apply(key), withParts(part, rename)));
        yield new TokenValue.Parts(parts);
      }
      case TokenValue.Text _, TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> value;
    };
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-", -1)) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
