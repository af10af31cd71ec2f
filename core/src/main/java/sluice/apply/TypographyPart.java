package sluice.apply;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return new TokenValue.Text(DocumentationText.of(amount) + unit(parts.get("unit")));
      }
    }
    if (value instanceof TokenValue.Text(String text)
        && (property.equals("fontFamily") || property.equals("fontFamilies"))) {
      return new TokenValue.Text(families(text));
    }
    return value;
  }

  private static String unit(@Nullable TokenValue unit) {
    String text = unit == null ? "" : DocumentationText.of(unit);
    return switch (text) {
      case "PIXELS" -> "px";
      case "PERCENT" -> "%";
      default -> text;
    };
  }

  private static String families(String text) {
    if (!text.stripLeading().startsWith("[")) {
      return text;
    }
    String joined = StoredJson.joinedStrings(text);
    return joined == null ? text : joined;
  }
}
