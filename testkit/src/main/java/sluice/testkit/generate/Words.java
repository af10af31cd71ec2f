package sluice.testkit.generate;

/// Layer names and texts, already spelled as JSON: most of them plain, some with several bytes a
/// character or with escapes.
final class Words {
  private static final String[] NAMES = {
    "Frame",
    "Group",
    "Card",
    "Header",
    "Title",
    "Icon",
    "Button",
    "Label",
    "Divider",
    "Background",
    "Row",
    "Column",
    "Avatar",
    "Badge",
    "Content",
    "Wrapper",
    "Navigation / Item",
    "Input field",
    "Chevron",
    "Path",
    "Container",
    "List item",
    "Tabs",
    "Tooltip",
    "Image",
    "Price",
    "Checkbox"
  };

  private static final String[] SPECIAL = {
    "Größe=klein, Zustand=aktiv",
    "ボタン／プライマリ",
    "Кнопка",
    "🎨 Farben",
    "Icon \\ud83c\\udfa8 palette",
    "Quote \\\"inner\\\"",
    "Back\\\\slash",
    "let\\u2019s go",
    "Caf\\u00e9 \\/ Bar",
    "Line\\nbreak\\tand tab",
    "متجر",
    "e\\u0301 combining"
  };

  private static final String[] WORDS = {
    "the", "order", "summary", "of", "your", "last", "visit", "shows", "every", "item", "with",
    "its", "price", "and", "delivery", "date", "you", "can", "change", "it", "until", "Friday",
    "account", "settings", "help", "und", "größer", "naïve", "—", "€", "✓"
  };

  private static final double SPECIAL_SHARE = 0.08;
  private static final double LONG_TEXT_SHARE = 0.0008;

  private Words() {}

  static void name(JsonText to, Seeded random) {
    to.raw("\"");
    if (random.chance(SPECIAL_SHARE)) {
      to.rawUtf8(random.oneOf(SPECIAL));
    } else {
      to.raw(random.oneOf(NAMES));
      if (random.chance(0.6)) {
        to.raw(" ").integer(random.below(2_000));
      }
    }
    to.raw("\"");
  }

  /// Mostly a few words, rarely some kilobytes.
  ///
  /// @return number of words
  static int text(JsonText to, Seeded random) {
    int words =
        random.chance(LONG_TEXT_SHARE)
            ? random.between(400, 2_500)
            : (int) Math.min(60, 1 + 2 / Math.sqrt(1 - random.unit()));
    to.raw("\"");
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        to.raw(i % 17 == 16 ? "\\n" : " ");
      }
      to.rawUtf8(random.oneOf(WORDS));
    }
    if (random.chance(0.03)) {
      to.raw(" ").rawUtf8(random.oneOf(SPECIAL));
    }
    to.raw("\"");
    return words;
  }
}
