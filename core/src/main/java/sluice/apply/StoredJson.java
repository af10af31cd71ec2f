package sluice.apply;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// One stored plugin data value, read as JSON text (RFC 8259).
///
/// Only a string is of interest; of anything else only whether it is JSON, for which one pass with
/// an explicit stack of open brackets is enough. Nesting costs one character per level, so it needs
/// no limit beyond the length of the text.
final class StoredJson {
  /// Lists inside each other in a list that is joined.
  private static final int LISTS_MAX = 64;

  private final String source;
  private final StringBuilder open = new StringBuilder(0);
  private @Nullable String text;
  private boolean valid;
  private int at;

  private StoredJson(String source) {
    this.source = source;
  }

  /// Reads a stored value.
  static StoredJson read(String source) {
    StoredJson json = new StoredJson(source);
    json.skipSpace();
    if (json.at < source.length() && source.charAt(json.at) == '"') {
      json.text = json.string();
      json.valid = json.text != null && json.nothingFollows();
    } else {
      json.valid = json.value() && json.nothingFollows();
    }
    return json;
  }

  /// Whether the value is JSON.
  boolean valid() {
    return valid;
  }

  /// The string the value is, escapes decoded, or null when it is none.
  @Nullable String text() {
    return valid ? text : null;
  }

  /// The items of a JSON array joined by a comma and a space, or null when the text is anything
  /// else. Items that are no strings read as JavaScript writes them, so an object is `[object
  /// Object]`.
  static @Nullable String joinedItems(String source) {
    StoredJson json = new StoredJson(source);
    json.skipSpace();
    if (json.peek() != '[') {
      return null;
    }
    String joined = json.items(", ", "null", 0);
    return joined != null && json.nothingFollows() ? joined : null;
  }

  /// The items from an opening bracket to its closing one, joined.
  private @Nullable String items(String separator, String nothing, int depth) {
    StringBuilder joined = new StringBuilder();
    at++;
    skipSpace();
    boolean first = true;
    while (!first || peek() != ']') {
      String item = item(nothing, depth);
      if (item == null) {
        return null;
      }
      joined.append(first ? "" : separator).append(item);
      first = false;
      skipSpace();
      if (peek() == ']') {
        break;
      }
      if (peek() != ',') {
        return null;
      }
      at++;
      skipSpace();
    }
    at++;
    return joined.toString();
  }

  private @Nullable String item(String nothing, int depth) {
    int start = at;
    return switch (peek()) {
      case '"' -> string();
      case '[' -> depth < LISTS_MAX ? items(",", "", depth + 1) : null;
      case '{' -> value() ? "[object Object]" : null;
      case 'n' -> word("null") ? nothing : null;
      case 't', 'f' -> scalar(peek()) ? source.substring(start, at) : null;
      default -> number() ? NumberText.of(NumberText.toNumber(source.substring(start, at))) : null;
    };
  }

  private boolean nothingFollows() {
    skipSpace();
    return at == source.length();
  }

  /// A value that is no string, with everything inside it.
  private boolean value() {
    boolean expectValue = true;
    while (true) {
      skipSpace();
      if (at == source.length()) {
        return false;
      }
      char c = source.charAt(at);
      if (expectValue) {
        if (c == '[' || c == '{') {
          at++;
          open.append(c);
          skipSpace();
          if (closes()) {
            expectValue = false;
          } else if (c == '{' && !memberName()) {
            return false;
          }
        } else if (scalar(c)) {
          expectValue = false;
        } else {
          return false;
        }
      } else if (c == ',') {
        at++;
        if (open.charAt(open.length() - 1) == '{' && !memberName()) {
          return false;
        }
        expectValue = true;
      } else if (!closes()) {
        return false;
      }
      if (!expectValue && open.isEmpty()) {
        return true;
      }
    }
  }

  /// Steps over the bracket that closes the innermost open one, when it is next.
  private boolean closes() {
    if (at == source.length() || open.isEmpty()) {
      return false;
    }
    char wanted = open.charAt(open.length() - 1) == '[' ? ']' : '}';
    if (source.charAt(at) != wanted) {
      return false;
    }
    at++;
    open.setLength(open.length() - 1);
    return true;
  }

  private boolean memberName() {
    skipSpace();
    if (at == source.length() || source.charAt(at) != '"' || string() == null) {
      return false;
    }
    skipSpace();
    if (at == source.length() || source.charAt(at) != ':') {
      return false;
    }
    at++;
    return true;
  }

  private boolean scalar(char first) {
    return switch (first) {
      case '"' -> string() != null;
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean word(String word) {
    boolean found = source.startsWith(word, at);
    at += word.length();
    return found;
  }

  private boolean number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (peek() == '.') {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > start;
  }

  /// A string from its opening quote on, or null when it isn't one.
  private @Nullable String string() {
    StringBuilder decoded = new StringBuilder(source.length() - at);
    int i = at + 1;
    while (i < source.length()) {
      char c = source.charAt(i++);
      if (c == '"') {
        at = i;
        return decoded.toString();
      }
      if (c < ' ') {
        return null;
      }
      if (c != '\\') {
        decoded.append(c);
        continue;
      }
      int plain = i < source.length() ? "\"\\/bfnrt".indexOf(source.charAt(i)) : -1;
      int unit = plain >= 0 ? "\"\\/\b\f\n\r\t".charAt(plain) : unicodeEscape(i);
      if (unit < 0) {
        return null;
      }
      decoded.append((char) unit);
      i += plain >= 0 ? 1 : 5;
    }
    return null;
  }

  /// The code unit of `uXXXX`, or -1 when that isn't there.
  private int unicodeEscape(int from) {
    return from < source.length() && source.charAt(from) == 'u' ? hex(from + 1) : -1;
  }

  private int hex(int from) {
    if (from + 4 > source.length()) {
      return -1;
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      char c = source.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < source.length() && " \t\n\r".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }
}
