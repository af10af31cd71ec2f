package sluice.css;

import java.util.Locale;
import java.util.Set;
import sluice.resolve.color.PaintColor;

/// Whether a text is a colour to CSS (CSS Color Module Levels 4 and 5): hex, a name, or a function
/// with arguments of the right kind and number.
///
/// Ranges are not looked at, since CSS clamps; what mixes or derives colours is looked at from
/// outside only.
final class ColorCheck {
  private static final Set<String> THREE_NUMBERS =
      Set.of("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch");
  private static final Set<String> OF_OTHER_COLORS = Set.of("color-mix", "light-dark");
  private static final Set<String> SPACES =
      Set.of(
          "srgb",
          "srgb-linear",
          "display-p3",
          "a98-rgb",
          "prophoto-rgb",
          "rec2020",
          "xyz",
          "xyz-d50",
          "xyz-d65");
  private static final Set<String> WORDS = Set.of("currentcolor", "transparent");
  private static final String NUMBER =
      "(?:[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?(?:%|deg|grad|rad|turn)?|none)";

  private ColorCheck() {}

  static boolean isColor(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (WORDS.contains(lower)) {
      return true;
    }
    int open = lower.indexOf('(');
    if (open < 0) {
      return (lower.startsWith("#") || lower.chars().allMatch(Character::isLetter))
          && PaintColor.parse(text) != null;
    }
    if (!lower.endsWith(")") || !CssText.isDeclarationValue(text)) {
      return false;
    }
    String name = lower.substring(0, open);
    String inside = lower.substring(open + 1, lower.length() - 1).strip();
    if (OF_OTHER_COLORS.contains(name)) {
      return !inside.isEmpty();
    }
    if (inside.startsWith("from ")) {
      return THREE_NUMBERS.contains(name) || name.equals("color");
    }
    if (name.equals("color")) {
      int blank = inside.indexOf(' ');
      return blank > 0
          && SPACES.contains(inside.substring(0, blank))
          && isThreeNumbers(inside.substring(blank + 1).strip());
    }
    return THREE_NUMBERS.contains(name) && isThreeNumbers(inside);
  }

  /// Three numbers and perhaps an alpha, with commas all along or with blanks and a slash.
  private static boolean isThreeNumbers(String inside) {
    return inside.matches(NUMBER + "(?:\\s*,\\s*" + NUMBER + "){2,3}")
        || inside.matches(NUMBER + "(?:\\s+" + NUMBER + "){2}(?:\\s*/\\s*" + NUMBER + ")?");
  }
}
