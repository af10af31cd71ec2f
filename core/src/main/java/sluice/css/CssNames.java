package sluice.css;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names of custom properties: a token's path in kebab case, each for one token only.
///
/// `bgColor.muted` is `--bg-color-muted`. Dots, blanks, `/` and `-` are what parts words, and so is
/// a capital letter behind a small one; everything else stays and is escaped where CSS wants it, so
/// that `size.50%` and `size.50` are two names. `$root` says nothing of its own. Two tokens may
/// still come to one name: it belongs to the first one, for as long as there is this object, so
/// that a name means the same token in every block.
final class CssNames {
  private static final String ROOT = "$root";

  /// Who owns a name. As many as there are tokens and parts of typography.
  private final Map<String, String> owners = new HashMap<>();

  /// The name of a token's property with the two hyphens, or null when nothing is left of it.
  static @Nullable String of(String tokenName) {
    String words = kebab(tokenName);
    if (words.isEmpty()) {
      return null;
    }
    StringBuilder name = new StringBuilder(words.length() + 2).append("--");
    CssText.identifierPart(words, name);
    return name.toString();
  }

  /// Words in small letters, joined by hyphens.
  static String kebab(String path) {
    StringBuilder words = new StringBuilder(path.length() + 8);
    int start = 0;
    while (start <= path.length()) {
      int dot = path.indexOf('.', start);
      int end = dot < 0 ? path.length() : dot;
      String segment = path.substring(start, end);
      if (!segment.equals(ROOT)) {
        part(words);
        append(segment, words);
      }
      start = end + 1;
    }
    int length = words.length();
    while (length > 0 && words.charAt(length - 1) == '-') {
      length--;
    }
    words.setLength(length);
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static void append(String segment, StringBuilder words) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '-' || c == '/' || Character.isWhitespace(c)) {
        part(words);
      } else {
        if (Character.isUpperCase(c) && i > 0 && beginsWord(segment, i)) {
          part(words);
        }
        words.append(c);
      }
    }
  }

  /// Whether a capital begins a word: behind a small letter or digit, or before a small letter
  /// where capitals end (`XMLFile` is `xml-file`).
  private static boolean beginsWord(String segment, int at) {
    char before = segment.charAt(at - 1);
    boolean isBeforeSmall =
        at + 1 < segment.length() && Character.isLowerCase(segment.charAt(at + 1));
    return Character.isLowerCase(before)
        || Character.isDigit(before)
        || (Character.isUpperCase(before) && isBeforeSmall);
  }

  private static void part(StringBuilder words) {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '-') {
      words.append('-');
    }
  }

  /// Takes a name for a token.
  ///
  /// @return the token that has the name already, or null when it is this token's now
  @Nullable String claim(String property, String token) {
    String owner = owners.putIfAbsent(property, token);
    return owner == null || owner.equals(token) ? null : owner;
  }
}
