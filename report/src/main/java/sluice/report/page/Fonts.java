package sluice.report.page;

/// The font of a text, where the reader's machine has it.
final class Fonts {
  private static final int NAME_CHARS_MAX = 60;
  private static final String FALLBACK = "system-ui, sans-serif";

  private Fonts() {}

  /// The value of `font-family`. Only letters, digits, spaces and hyphens of a name are kept, which
  /// is what names of fonts are made of, so that it stays one quoted name.
  static String family(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-')
        .limit(NAME_CHARS_MAX)
        .forEach(kept::appendCodePoint);
    String plain = kept.toString().strip();
    return plain.isEmpty() ? FALLBACK : "'" + plain + "', " + FALLBACK;
  }
}
