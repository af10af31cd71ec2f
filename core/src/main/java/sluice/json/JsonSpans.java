package sluice.json;

/// Where values end in bytes that are known to be valid JSON.
public final class JsonSpans {
  private JsonSpans() {}

  /// The first byte at or after `from` that is not white space.
  public static int skipWhite(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
    return at;
  }

  /// The byte after the value that starts at `from`.
  public static int endOfValue(byte[] bytes, int from) {
    return switch (bytes[from]) {
      case '"' -> endOfString(bytes, from);
      case '{', '[' -> endOfContainer(bytes, from);
      default -> endOfScalar(bytes, from);
    };
  }

  private static int endOfString(byte[] bytes, int from) {
    int at = from + 1;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int endOfContainer(byte[] bytes, int from) {
    int open = 0;
    int at = from;
    do {
      switch (bytes[at]) {
        case '"' -> at = endOfString(bytes, at);
        case '{', '[' -> {
          open++;
          at++;
        }
        case '}', ']' -> {
          open--;
          at++;
        }
        default -> at++;
      }
    } while (open > 0);
    return at;
  }

  /// How deep the value that starts at `from` is nested; 0 for one that is no container.
  public static int depth(byte[] bytes, int from) {
    if (bytes[from] != '{' && bytes[from] != '[') {
      return 0;
    }
    int open = 0;
    int deepest = 0;
    int at = from;
    do {
      switch (bytes[at]) {
        case '"' -> at = endOfString(bytes, at);
        case '{', '[' -> {
          deepest = Math.max(deepest, ++open);
          at++;
        }
        case '}', ']' -> {
          open--;
          at++;
        }
        default -> at++;
      }
    } while (open > 0);
    return deepest;
  }

  private static int endOfScalar(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && isPartOfScalar(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isPartOfScalar(byte b) {
    return b > ' ' && b != ',' && b != ']' && b != '}';
  }

  /// Valid JSON text without the white space between its parts; spelling is kept.
  public static String compact(String json) {
    StringBuilder out = new StringBuilder(json.length());
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        out.append(c);
        if (c == '\\') {
          out.append(json.charAt(++i));
        }
        inString = c != '"';
      } else if (c > ' ') {
        out.append(c);
        inString = c == '"';
      }
    }
    return out.toString();
  }
}
