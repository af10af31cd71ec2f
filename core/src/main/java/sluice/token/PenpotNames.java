package sluice.token;

import java.util.ArrayList;
import java.util.List;

/// How Penpot spells the names of tokens, sets and themes.
public final class PenpotNames {
  private PenpotNames() {}

  /// Whether Penpot takes a token's name: letters, digits, `_`, `-` and `$` in segments joined by
  /// single dots, with no `$` in front (`token-name-validation-regex` of
  /// `common/src/app/common/types/token.cljc`).
  public static boolean isTokenName(String name) {
    boolean isSegmentOpen = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (!isSegmentOpen) {
          return false;
        }
        isSegmentOpen = false;
      } else if (isPlain(c) || (c == '$' && i > 0)) {
        isSegmentOpen = true;
      } else {
        return false;
      }
    }
    return isSegmentOpen;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /// A set's name as Penpot keeps it: parts joined by `/`, each without blanks around it, empty
  /// ones left out (`normalize-set-name` of `tokens_lib.cljc`).
  public static String setName(String written) {
    return String.join("/", path(written));
  }

  /// The parts of a name with slashes, trimmed, empty ones left out.
  public static List<String> path(String written) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= written.length()) {
      int slash = written.indexOf('/', start);
      int end = slash < 0 ? written.length() : slash;
      String part = NumberText.trim(written.substring(start, end));
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }
}
