package sluice.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.Token;
import sluice.token.TokenValue;

/// The resolver as the rules tell it, recursive and with copied sets: an opponent for the one on an
/// explicit stack. Knows no colour modifiers and no references inside names.
final class RecursiveResolver {
  /// What a value came to.
  record Result(TokenValue value, boolean failed) {}

  private final Map<String, Token> tokens = new HashMap<>();
  private final Map<String, Result> memo = new HashMap<>();

  RecursiveResolver(List<Token> merged) {
    merged.forEach(token -> tokens.put(token.name(), token));
  }

  Result resolve(Token token) {
    return resolve(token.name(), token.value(), Set.of());
  }

  private Result resolve(@Nullable String name, TokenValue value, Set<String> visited) {
    Result known = name == null ? null : memo.get(name);
    if (known != null) {
      return known;
    }
    return switch (value) {
      case TokenValue.Text text -> text(name, text, visited);
      case TokenValue.Many(List<TokenValue> items) -> {
        List<TokenValue> resolved = new ArrayList<>();
        boolean failed = false;
        for (TokenValue item : items) {
          Result result = resolve(null, item, visited);
          failed |= result.failed();
          resolved.add(result.value());
        }
        yield remember(name, new Result(new TokenValue.Many(resolved), failed));
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        Map<String, TokenValue> resolved = new LinkedHashMap<>();
        boolean failed = false;
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          Result result = resolve(null, part.getValue(), visited);
          failed |=
              result.failed()
                  || (result.value() instanceof TokenValue.Parts(Map<String, TokenValue> inner)
                      && inner.containsKey(part.getKey()));
          resolved.put(part.getKey(), result.value());
        }
        yield remember(name, new Result(new TokenValue.Parts(resolved), failed));
      }
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> new Result(value, false);
    };
  }

  private Result text(@Nullable String name, TokenValue.Text raw, Set<String> visited) {
    TokenValue result = raw;
    for (Reference reference : References.find(raw.text())) {
      if (visited.contains(reference.name())) {
        return new Result(raw, true);
      }
      Token found = tokens.get(reference.name());
      TokenValue value;
      if (found != null) {
        Set<String> more = new HashSet<>(visited);
        more.add(reference.name());
        value = resolve(reference.name(), found.value(), more).value();
      } else {
        int dot = reference.name().lastIndexOf('.');
        Token owner = tokens.get(dot < 0 ? "" : reference.name().substring(0, dot));
        TokenValue part =
            owner != null
                    && owner.value() instanceof TokenValue.Parts(Map<String, TokenValue> parts)
                ? parts.get(reference.name().substring(dot + 1))
                : null;
        if (part == null) {
          return new Result(raw, true);
        }
        value = part instanceof TokenValue.Text text ? Calculation.of(text).value() : part;
      }
      String text = TextFrame.text(value);
      if (result instanceof TokenValue.Text(String before) && text != null) {
        int at = before.indexOf(reference.text());
        result =
            at < 0
                ? result
                : new TokenValue.Text(
                    before.substring(0, at)
                        + text
                        + before.substring(at + reference.text().length()));
      } else {
        result = value;
      }
    }
    return remember(
        name,
        result instanceof TokenValue.Text text && !References.occurIn(text.text())
            ? new Result(Calculation.of(text).value(), false)
            : new Result(result, References.occurIn(result)));
  }

  private Result remember(@Nullable String name, Result result) {
    if (name != null) {
      memo.put(name, result);
    }
    return result;
  }
}
