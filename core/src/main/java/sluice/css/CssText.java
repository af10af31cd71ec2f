package sluice.css;

import java.util.ArrayDeque;
import java.util.Deque;

/// The pieces CSS text is made of (CSS Syntax Module Level 3): identifiers, strings, and what may
/// stand behind the colon of a custom property.
final class CssText {
  private static final char DELETE = 0x7F;

  private CssText() {}

  /// Whether a character stands in an identifier without an escape.
  static boolean isPlain(char c) {
    return c >= 0x80 || isLetter(c) || isDigit(c) || c == '-' || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Appends what goes on inside an identifier, such as behind `--`, with escapes where needed.
  static void identifierPart(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        out.append(c);
      } else if (c < ' ' || c == DELETE) {
        out.append('\\').append(Integer.toHexString(c)).append(' ');
      } else {
        out.append('\\').append(c);
      }
    }
  }

  /// Whether a text is an identifier as it stands, without an escape.
  static boolean isIdentifier(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (start == text.length()
        || isDigit(text.charAt(start))
        || (start == 1 && text.charAt(1) == '-')) {
      return false;
    }
    return text.chars().allMatch(c -> isPlain((char) c));
  }

  /// A text in double quotes.
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == DELETE) {
        out.append('\\').append(Integer.toHexString(c)).append(' ');
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /// Whether a text can stand behind the colon of a custom property as it is: on one line, every
  /// bracket and string closed, and no `;`, `!` or comment that would end or change the declaration
  /// (CSS Custom Properties, syntax; here a little narrower, since comments are refused).
  static boolean isDeclarationValue(String text) {
    if (text.isBlank() || !text.strip().equals(text)) {
      return false;
    }
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '(' -> open.push(')');
        case '[' -> open.push(']');
        case '{' -> open.push('}');
        case ')', ']', '}' -> {
          if (open.isEmpty() || open.pop() != c) {
            return false;
          }
        }
        case '"', '\'' -> {
          i = stringEnd(text, i);
          if (i < 0) {
            return false;
          }
        }
        case '/' -> {
          if (text.startsWith("/*", i)) {
            return false;
          }
        }
        case ';', '!', '\\' -> {
          return false;
        }
        default -> {
          if (c < ' ' || c == DELETE) {
            return false;
          }
        }
      }
    }
    return open.isEmpty();
  }

  private static int stringEnd(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == text.charAt(start)) {
        return i;
      }
      if (c < ' ') {
        return -1;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }
}
