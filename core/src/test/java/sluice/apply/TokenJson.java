package sluice.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.ColorModifier;
import sluice.token.Token;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;

/// Reads tokens of test facts.
public final class TokenJson {
  private TokenJson() {}

  /// Any JSON value as a token value.
  public static TokenValue value(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new TokenValue.Text(json.asString());
      case NUMBER -> new TokenValue.Num(json.asDouble());
      case BOOLEAN -> new TokenValue.Bool(json.asBoolean());
      case ARRAY -> {
        List<TokenValue> items = new ArrayList<>();
        json.forEach(item -> items.add(value(item)));
        yield new TokenValue.Many(items);
      }
      case OBJECT -> {
        Map<String, TokenValue> parts = new LinkedHashMap<>();
        json.properties().forEach(part -> parts.put(part.getKey(), value(part.getValue())));
        yield new TokenValue.Parts(parts);
      }
      default -> new TokenValue.Nothing();
    };
  }

  /// A token as declared.
  public static Token token(JsonNode json, String valueMember) {
    JsonNode modify = json.at("/$extensions/studio.tokens/modify");
    ColorModifier modifier =
        modify.isMissingNode()
            ? null
            : new ColorModifier(
                modify.path("type").asString(),
                value(modify.path("value")),
                modify.has("space") ? modify.get("space").asString() : null,
                modify.has("color") ? value(modify.get("color")) : null);
    return new Token(
        json.get("name").asString(),
        json.has("type") ? json.get("type").asString() : null,
        value(json.get(valueMember)),
        json.has("description") ? json.get("description").asString() : null,
        modifier,
        "global",
        null);
  }

  /// The unresolved tokens of a list.
  public static List<Token> tokens(JsonNode list) {
    List<Token> tokens = new ArrayList<>();
    list.forEach(json -> tokens.add(token(json, "value")));
    return tokens;
  }

  /// Tokens that carry `value`, `rawValue` and perhaps `resolvedValueWithReferences`.
  public static ResolvedTokens resolved(JsonNode list) {
    List<ResolvedToken> tokens = new ArrayList<>();
    for (JsonNode json : list) {
      tokens.add(
          new ResolvedToken(
              token(json, "rawValue"),
              value(json.get("value")),
              json.path("failedToResolve").asBoolean(false),
              json.has("resolvedValueWithReferences")
                  ? value(json.get("resolvedValueWithReferences"))
                  : null,
              null));
    }
    return new ResolvedTokens(tokens);
  }

  /// Resolved tokens from the declared ones and what they came to, both in the same order.
  public static ResolvedTokens resolved(JsonNode declared, JsonNode resolved) {
    Map<String, TokenValue> raw = new LinkedHashMap<>();
    declared.forEach(json -> raw.put(json.get("name").asString(), value(json.get("value"))));
    List<ResolvedToken> tokens = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Token token = token(declared.get(i), "value");
      tokens.add(
          new ResolvedToken(
              token,
              value(resolved.get(i).get("value")),
              resolved.get(i).path("failedToResolve").asBoolean(false),
              composite(token.value(), raw),
              null));
    }
    return new ResolvedTokens(tokens);
  }

  private static @Nullable TokenValue composite(TokenValue value, Map<String, TokenValue> raw) {
    TokenValue current = value;
    while (current instanceof TokenValue.Text(String text)
        && text.startsWith("{")
        && text.endsWith("}")) {
      current = raw.getOrDefault(text.substring(1, text.length() - 1), new TokenValue.Nothing());
    }
    return current instanceof TokenValue.Parts || current instanceof TokenValue.Many
        ? current
        : null;
  }

  /// A token value as plain Java values, for comparing with what JSON says.
  public static @Nullable Object plain(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Num(double number) -> number;
      case TokenValue.Bool(boolean truth) -> truth;
      case TokenValue.Nothing _ -> null;
      case TokenValue.Many many -> many.items().stream().map(TokenJson::plain).toList();
      case TokenValue.Parts parts -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        parts.parts().forEach((name, part) -> members.put(name, plain(part)));
        yield members;
      }
    };
  }
}
