package sluice.report.page;

/// Text from documents and token files, made safe and short enough to show. Escaping for HTML comes
/// later and is not done here.
///
/// What a page cannot hold (halves of a pair, characters that are none) and what would act on the
/// text around it (controls, marks that turn the direction of writing) becomes one visible
/// replacement character each, so that nothing is hidden.
final class Shown {
  /// Names of tokens, pages, nodes, files.
  static final int NAME_CHARS_MAX = 120;

  /// What a hundred small things on a map are called.
  static final int SHORT_NAME_CHARS_MAX = 48;

  /// Sentences, paths, values in words.
  static final int SENTENCE_CHARS_MAX = 400;

  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  /// A name, cut in its middle when it is long: both ends of a path tell things apart.
  static String name(String text) {
    return of(text, NAME_CHARS_MAX);
  }

  /// A name where there is little room.
  static String shortName(String text) {
    return of(text, SHORT_NAME_CHARS_MAX);
  }

  /// A sentence.
  static String sentence(String text) {
    return of(text, SENTENCE_CHARS_MAX);
  }

  /// Text of at most that many characters.
  static String of(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return clean(text);
    }
    int tail = charsMax / 3;
    int head = charsMax - tail - 1;
    // Halves of a pair that a cut leaves behind are dropped, not shown as damage.
    if (Character.isHighSurrogate(text.charAt(head - 1))) {
      head--;
    }
    int rest = text.length() - tail;
    if (Character.isLowSurrogate(text.charAt(rest))) {
      rest++;
    }
    return clean(text.substring(0, head)) + '…' + clean(text.substring(rest));
  }

  private static String clean(String text) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char shown = c;
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      } else if (c == '\t' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        shown = ' ';
      } else if (Character.isISOControl(c)
          || Character.isSurrogate(c)
          || turnsWriting(c)
          || c >= '\uFFFE') {
        shown = REPLACEMENT;
      }
      if (shown != c) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        cleaned.setCharAt(i, shown);
      }
    }
    return cleaned == null ? text : cleaned.toString();
  }

  /// Marks, embeddings, overrides and isolates (Unicode Standard Annex 9, explicit directional
  /// formatting characters).
  private static boolean turnsWriting(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
