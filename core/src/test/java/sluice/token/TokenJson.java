package sluice.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Test facts as tokens: the JSON of a vector to the nouns.
public final class TokenJson {
  private TokenJson() {}

  /// Any JSON value as a token value.
  public static TokenValue value(JsonNode node) {
    if (node.isString()) {
      return new TokenValue.Text(node.asString());
    }
    if (node.isNumber()) {
      return new TokenValue.Num(node.asDouble());
    }
    if (node.isBoolean()) {
      return new TokenValue.Bool(node.asBoolean());
    }
    if (node.isArray()) {
      List<TokenValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new TokenValue.Many(items);
    }
    if (node.isObject()) {
      Map<String, TokenValue> parts = new LinkedHashMap<>();
      node.properties().forEach(part -> parts.put(part.getKey(), value(part.getValue())));
      return new TokenValue.Parts(parts);
    }
    return new TokenValue.Nothing();
  }

  /// A flat token `{name, type?, value, description?, $extensions?}`.
  public static Token token(JsonNode node, String set) {
    return new Token(
        node.get("name").asString(),
        text(node, "type"),
        value(node.path("value")),
        text(node, "description"),
        modifier(node),
        set,
        null);
  }

  /// A flat list of tokens.
  public static List<Token> tokens(JsonNode list, String set) {
    List<Token> tokens = new ArrayList<>();
    list.forEach(node -> tokens.add(token(node, set)));
    return tokens;
  }

  /// A text token in the set `core`.
  public static Token text(String name, String value) {
    return new Token(name, null, new TokenValue.Text(value), null, null, "core", null);
  }

  public static @Nullable ColorModifier modifier(JsonNode node) {
    JsonNode modify = node.path("$extensions").path("studio.tokens").path("modify");
    return modify.isObject()
        ? new ColorModifier(
            modify.path("type").asString(""),
            value(modify.path("value")),
            text(modify, "space"),
            modify.has("color") ? value(modify.get("color")) : null)
        : null;
  }

  private static @Nullable String text(JsonNode node, String key) {
    return node.has(key) ? node.get(key).asString() : null;
  }
}
