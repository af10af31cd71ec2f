package sluice.convert;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names of font weights that both dialects have, each with its own spelling.
final class WeightNames {
  private static final Map<String, String> STUDIO =
      Map.ofEntries(
          Map.entry("thin", "Thin"),
          Map.entry("hairline", "Hairline"),
          Map.entry("extra-light", "ExtraLight"),
          Map.entry("ultra-light", "UltraLight"),
          Map.entry("light", "Light"),
          Map.entry("normal", "Normal"),
          Map.entry("regular", "Regular"),
          Map.entry("book", "Book"),
          Map.entry("medium", "Medium"),
          Map.entry("semi-bold", "SemiBold"),
          Map.entry("demi-bold", "DemiBold"),
          Map.entry("bold", "Bold"),
          Map.entry("extra-bold", "ExtraBold"),
          Map.entry("ultra-bold", "UltraBold"),
          Map.entry("black", "Black"),
          Map.entry("heavy", "Heavy"),
          Map.entry("extra-black", "ExtraBlack"),
          Map.entry("ultra-black", "UltraBlack"));

  private WeightNames() {}

  /// The name in Tokens Studio of a name of DTCG; anything else as it is.
  static String studio(String name) {
    return STUDIO.getOrDefault(name, name);
  }

  /// The name of DTCG that a name in Tokens Studio is, or null.
  static @Nullable String dtcg(String name) {
    String letters = letters(name);
    for (String candidate : STUDIO.keySet()) {
      if (letters(candidate).equals(letters)) {
        return candidate;
      }
    }
    return null;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
