package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.TokenValue;

/// Values as another engine gives them: members with a default written out, names of weights as
/// numbers, single shadows and families as arrays of one.
final class NormalForm {
  private static final Map<String, Integer> WEIGHTS =
      Map.ofEntries(
          Map.entry("thin", 100),
          Map.entry("hairline", 100),
          Map.entry("extra-light", 200),
          Map.entry("ultra-light", 200),
          Map.entry("light", 300),
          Map.entry("normal", 400),
          Map.entry("regular", 400),
          Map.entry("book", 400),
          Map.entry("medium", 500),
          Map.entry("semi-bold", 600),
          Map.entry("demi-bold", 600),
          Map.entry("bold", 700),
          Map.entry("extra-bold", 800),
          Map.entry("ultra-bold", 800),
          Map.entry("black", 900),
          Map.entry("heavy", 900),
          Map.entry("extra-black", 950),
          Map.entry("ultra-black", 950));

  private NormalForm() {}

  static TokenValue of(String type, TokenValue value) {
    return switch (type) {
      case "color" -> color(value);
      case "fontWeight" ->
          value instanceof TokenValue.Text(String name)
              ? new TokenValue.Num(WEIGHTS.getOrDefault(name, 0))
              : value;
      case "fontFamily" -> several(value);
      case "shadow" -> new TokenValue.Many(each(several(value), NormalForm::shadow));
      case "gradient" -> new TokenValue.Many(each(several(value), NormalForm::parts));
      case "border", "transition", "typography" -> parts(value);
      default -> value;
    };
  }

  private static TokenValue.Many several(TokenValue value) {
    return value instanceof TokenValue.Many many ? many : new TokenValue.Many(List.of(value));
  }

  private static List<TokenValue> each(
      TokenValue.Many many, java.util.function.UnaryOperator<TokenValue> change) {
    List<TokenValue> changed = new ArrayList<>();
    many.items().forEach(item -> changed.add(change.apply(item)));
    return changed;
  }

  private static TokenValue color(TokenValue value) {
    return with(value, "alpha", new TokenValue.Num(1));
  }

  private static TokenValue shadow(TokenValue value) {
    return with(parts(value), "inset", new TokenValue.Bool(false));
  }

  private static TokenValue with(TokenValue value, String key, TokenValue standard) {
    Map<String, TokenValue> parts = new LinkedHashMap<>(((TokenValue.Parts) value).parts());
    parts.putIfAbsent(key, standard);
    return new TokenValue.Parts(parts);
  }

  private static TokenValue parts(TokenValue value) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    ((TokenValue.Parts) value)
        .parts()
        .forEach((key, part) ->
            parts.put(
                key,
                of(
                    key.equals("fontFamily") || key.equals("fontWeight") || key.equals("color")
                        ? key
                        : "",
                    part)));
    return new TokenValue.Parts(parts);
  }
}
