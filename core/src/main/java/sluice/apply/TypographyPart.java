package sluice.apply;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// One part of a typography value as plain text or number (Tokens Studio, numbers and units).
public final class TypographyPart {
  private TypographyPart() {}

  /// The part in its plain form: `{value, unit}` becomes one text, a font family written as a JSON
  /// array of names becomes a list separated by commas; anything else stays what it is.
  ///
  /// @param property the part's name, such as `fontFamily`
  public static TokenValue normalize(String property, TokenValue value) {
    if (value instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      TokenValue amount = parts.get("value");
      if (amount != null) {
        return new TokenValue.Text(text(amount) + unit(parts.get("unit")));
      }
    }
    if (value instanceof TokenValue.Text(String text)
        && (property.equals("fontFamily") || property.equals("fontFamilies"))) {
      return new TokenValue.Text(families(text));
    }
    return value;
  }

  private static String unit(@Nullable TokenValue unit) {
    String name = unit instanceof TokenValue.Text text ? text.text() : "";
    return switch (name) {
      case "PIXELS" -> "px";
      case "PERCENT" -> "%";
      default -> name;
    };
  }

  /// A value as JavaScript writes it into a text.
  private static String text(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Num(double number) -> NumberText.of(number);
      case TokenValue.Bool(boolean truth) -> Boolean.toString(truth);
      case TokenValue.Nothing _ -> "null";
      case TokenValue.Parts _ -> "[object Object]";
      case TokenValue.Many(List<TokenValue> items) ->
          items.stream()
              .map(item -> item instanceof TokenValue.Nothing ? "" : text(item))
              .collect(Collectors.joining(","));
    };
  }

  private static String families(String text) {
    if (!text.stripLeading().startsWith("[")) {
      return text;
    }
    String joined = StoredJson.joinedItems(text);
    return joined == null ? text : joined;
  }
}
