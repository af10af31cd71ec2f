package sluice.resolve.penpot;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// A font weight as Penpot's fonts have it (`valid-font-weight-variant` of
/// `common/src/app/common/types/token.cljc`).
///
/// @param weight `100` to `900` or `950`
/// @param style `italic`, or null when the value names none
public record PenpotFontWeight(String weight, @Nullable String style) {
  private static final String ITALIC = "italic";
  private static final Map<String, String> WEIGHTS = weights();

  /// The weight a text stands for, in any case, with or without `italic` at its end; null for one
  /// that Penpot refuses.
  public static @Nullable PenpotFontWeight parse(String written) {
    String text = written.toLowerCase(Locale.ROOT);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      return null;
    }
    String trimmed = trimEnd(text);
    String variant = trimEnd(withoutItalic(text));
    boolean isItalic = text.endsWith(ITALIC) && !variant.isEmpty();
    String weight = WEIGHTS.get(isItalic ? variant : trimmed);
    return weight == null ? null : new PenpotFontWeight(weight, isItalic ? ITALIC : null);
  }

  /// The same of a resolved value, which may be a number.
  public static @Nullable PenpotFontWeight parse(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> parse(text);
      case TokenValue.Num(double number) -> parse(NumberText.of(number));
      case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> null;
    };
  }

  private static String withoutItalic(String text) {
    return text.endsWith(ITALIC) ? text.substring(0, text.length() - ITALIC.length()) : text;
  }

  private static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && NumberText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static Map<String, String> weights() {
    Map<String, String> weights = new HashMap<>();
    put(weights, "100", "thin", "hairline");
    put(
        weights,
        "200",
        "ultra light",
        "extralight",
        "extraleicht",
        "extra-light",
        "ultra-light",
        "ultralight",
        "extra light");
    put(weights, "300", "light", "leicht");
    put(weights, "400", "book", "normal", "buch", "regular");
    put(weights, "500", "kräftig", "medium", "kraeftig");
    put(
        weights,
        "600",
        "demi-bold",
        "halbfett",
        "demibold",
        "demi bold",
        "semibold",
        "semi bold",
        "semi-bold");
    put(weights, "700", "dreiviertelfett", "bold");
    put(
        weights,
        "800",
        "extrabold",
        "fett",
        "extra-bold",
        "ultrabold",
        "ultra-bold",
        "extra bold",
        "ultra bold");
    put(weights, "900", "heavy", "black", "extrafett");
    put(weights, "950", "extra-black", "extra black", "ultra-black", "ultra black");
    return Map.copyOf(weights);
  }

  private static void put(Map<String, String> weights, String weight, String... names) {
    weights.put(weight, weight);
    List.of(names).forEach(name -> weights.put(name, weight));
  }
}
