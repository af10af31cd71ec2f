package sluice.apply;

import java.util.List;
import java.util.Locale;

/// Font weights: the number and the style names fonts give it (Tokens Studio, numbers and units).
public final class FontWeight {
  /// What [#ofStyle] says of a style name without a known weight.
  public static final int UNKNOWN = 0;

  private static final List<List<String>> NAMES =
      List.of(
          List.of("Thin", "Hairline"),
          List.of("ExtraLight", "Extra Light", "UltraLight", "Ultra Light"),
          List.of("Light"),
          List.of("Regular", "Normal"),
          List.of("Medium"),
          List.of("SemiBold", "Semibold", "Semi Bold", "DemiBold", "Demi Bold"),
          List.of("Bold"),
          List.of("ExtraBold", "Extra Bold", "UltraBold", "Ultra Bold"),
          List.of("Black", "Heavy"));

  private FontWeight() {}

  /// The style names to try for a weight, best first; text that is no weight is its own name.
  public static List<String> candidates(String weight) {
    if (weight.length() == 3 && weight.endsWith("00")) {
      int hundreds = weight.charAt(0) - '0';
      if (hundreds >= 1 && hundreds <= NAMES.size()) {
        return NAMES.get(hundreds - 1);
      }
    }
    return List.of(weight);
  }

  /// The weight of a style name, 100 to 900, or [#UNKNOWN]; a slant in the name doesn't count.
  public static int ofStyle(String style) {
    String name = plain(style);
    for (int i = 0; i < NAMES.size(); i++) {
      for (String candidate : NAMES.get(i)) {
        if (plain(candidate).equals(name)) {
          return (i + 1) * 100;
        }
      }
    }
    return name.isEmpty() ? 400 : UNKNOWN;
  }

  /// Whether a style name is slanted.
  public static boolean isItalic(String style) {
    String name = style.toLowerCase(Locale.ROOT);
    return name.contains("italic") || name.contains("oblique");
  }

  private static String plain(String style) {
    return style
        .toLowerCase(Locale.ROOT)
        .replace("italic", "")
        .replace("oblique", "")
        .replace(" ", "");
  }
}
