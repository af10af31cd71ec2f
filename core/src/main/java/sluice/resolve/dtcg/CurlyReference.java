package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// References in braces: `{group.token}` (Format module, curly brace syntax).
final class CurlyReference {
  private static final String ROOT = "$root";

  private CurlyReference() {}

  /// Whether a text is meant as one: where a reference may stand, no text begins with a brace.
  static boolean isMeant(String text) {
    return text.startsWith("{");
  }

  /// The names, or null when the text is not exactly one reference.
  static @Nullable List<String> parse(String text) {
    if (!text.startsWith("{") || !text.endsWith("}") || text.length() < 3) {
      return null;
    }
    String path = text.substring(1, text.length() - 1);
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int dot = path.indexOf('.', start);
      int end = dot < 0 ? path.length() : dot;
      String name = path.substring(start, end);
      boolean isRoot = name.equals(ROOT);
      if (name.isEmpty()
          || name.indexOf('{') >= 0
          || name.indexOf('}') >= 0
          || (name.startsWith("$") && !isRoot)) {
        return null;
      }
      names.add(name);
      start = end + 1;
    }
    return names;
  }
}
