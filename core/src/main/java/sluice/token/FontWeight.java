package sluice.token;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A font weight as CSS has it, and the style a name may carry: `SemiBold Italic` is 600 and
/// `italic`.
///
/// Names are those of DTCG and of fonts in English and German, in any case and with or without
/// hyphens and blanks between their words.
///
/// @param weight a number as text, or null for a name that is a style alone
/// @param style `italic`, `oblique` or `normal`, or null
public record FontWeight(@Nullable String weight, @Nullable String style) {
  private static final Map<String, String> WEIGHTS = weights();
  private static final double MAX = 1000;

  /// The weight a value stands for, or null when it is none.
  public static @Nullable FontWeight of(TokenValue value) {
    return switch (value) {
      case TokenValue.Num(double number) -> {
        String weight = number(number);
        yield weight == null ? null : new FontWeight(weight, null);
      }
      case TokenValue.Text(String text) -> of(text);
      case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> null;
    };
  }

  private static @Nullable FontWeight of(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    String whole = weight(words);
    if (whole != null) {
      return new FontWeight(whole, null);
    }
    int blank = words.lastIndexOf(' ');
    String style = style(words.substring(blank + 1));
    if (style == null) {
      return null;
    }
    String weight = blank < 0 ? null : weight(words.substring(0, blank));
    return blank >= 0 && weight == null ? null : new FontWeight(weight, style);
  }

  private static @Nullable String weight(String words) {
    if (words.matches("\\d+(\\.\\d+)?")) {
      return number(Double.parseDouble(words));
    }
    return WEIGHTS.get(words.replaceAll("[\\s_-]+", ""));
  }

  private static @Nullable String number(double number) {
    return number >= 1 && number <= MAX ? NumberText.of(number) : null;
  }

  private static @Nullable String style(String word) {
    return switch (word) {
      case "italic", "oblique", "normal" -> word;
      case "kursiv" -> "italic";
      default -> null;
    };
  }

  private static Map<String, String> weights() {
    Map<String, String> weights = new HashMap<>();
    put(weights, "100", "thin", "hairline");
    put(weights, "200", "extralight", "ultralight", "extraleicht");
    put(weights, "300", "light", "leicht");
    put(weights, "400", "normal", "regular", "book", "buch");
    put(weights, "500", "medium", "kraeftig", "kräftig");
    put(weights, "600", "semibold", "demibold", "halbfett");
    put(weights, "700", "bold", "dreiviertelfett");
    put(weights, "800", "extrabold", "ultrabold", "fett");
    put(weights, "900", "black", "heavy", "super", "extrafett");
    put(weights, "950", "extrablack", "ultrablack", "ultra");
    return Map.copyOf(weights);
  }

  private static void put(Map<String, String> weights, String weight, String... names) {
    for (String name : names) {
      weights.put(name, weight);
    }
  }
}
