package sluice.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.token.ColorModifier;
import sluice.token.NumberText;
import sluice.token.Token;
import sluice.token.TokenValue;

/// The names a token's value refers to, in whatever part of it.
public final class TokenReferences {
  private TokenReferences() {}

  /// The names, each once, as they are met.
  public static Set<String> of(Token token) {
    Set<String> names = new LinkedHashSet<>();
    add(token.value(), names);
    ColorModifier modifier = token.modifier();
    if (modifier != null) {
      add(modifier.value(), names);
      TokenValue color = modifier.color();
      if (color != null) {
        add(color, names);
      }
    }
    return names;
  }

  private static void add(TokenValue value, Set<String> names) {
    switch (value) {
      case TokenValue.Text(String text) -> add(text, names);
      case TokenValue.Many(List<TokenValue> items) -> items.forEach(item -> add(item, names));
      case TokenValue.Parts(Map<String, TokenValue> parts) ->
          parts.values().forEach(part -> add(part, names));
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Nothing _ -> {}
    }
  }

  private static void add(String text, Set<String> names) {
    for (Reference reference : References.find(text)) {
      names.add(NumberText.trim(reference.name()));
    }
  }
}
