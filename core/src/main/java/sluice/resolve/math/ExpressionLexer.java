package sluice.resolve.math;

import sluice.token.NumberText;

/// Cuts an expression into parts, one at a time. A cursor: {@link #next()}, then ask.
///
/// Texts that are no maths usually fail at their first or second part, so nothing is read ahead.
final class ExpressionLexer {

  /// What the current part is.
  enum Kind {
    END,
    NUMBER,
    TRUTH,
    TEXT,
    /// A sign such as `+`, or a word that is an operator (`and`, `sqrt`).
    OPERATOR,
    NAME,
    /// One of `( ) [ ] , ;`.
    MARK
  }

  private final String source;
  private int at;
  private int count;
  private Kind kind = Kind.END;
  private String text = "";
  private double number;

  ExpressionLexer(String source) {
    this.source = source;
  }

  /// What the current part is.
  Kind kind() {
    return kind;
  }

  /// The operator, name, mark or text; `true` or `false` for a truth value.
  String text() {
    return text;
  }

  /// The value of a number.
  double number() {
    return number;
  }

  /// Moves to the next part; throws when there is none that the language knows.
  void next() {
    skipSpaces();
    if (++count > MathLimits.PARTS_MAX) {
      throw MathFailure.undefined(
          "the expression has more than " + MathLimits.PARTS_MAX + " parts");
    }
    if (at >= source.length()) {
      kind = Kind.END;
      text = "";
      return;
    }
    char c = source.charAt(at);
    if ((isDigit(c) || c == '.') && number(c)) {
      kind = Kind.NUMBER;
      return;
    }
    if (c == '\'' || c == '"') {
      quoted(c);
      return;
    }
    if (isMark(c)) {
      kind = Kind.MARK;
      text = String.valueOf(c);
      at++;
      return;
    }
    int width = signWidth(c);
    if (width > 0) {
      kind = Kind.OPERATOR;
      text = c == '∙' || c == '•' ? "*" : source.substring(at, at + width);
      at += width;
      return;
    }
    word();
  }

  private void skipSpaces() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (c == '/' && source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at);
        at = end < 0 ? source.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private boolean number(char first) {
    if (first == '0' && radixInteger()) {
      return true;
    }
    int end = digitsEnd(at);
    int digits = end - at;
    if (end < source.length() && source.charAt(end) == '.') {
      int fraction = digitsEnd(end + 1);
      digits += fraction - end - 1;
      end = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (end < source.length() && (source.charAt(end) | 0x20) == 'e') {
      int power = end + 1;
      if (power < source.length() && (source.charAt(power) == '+' || source.charAt(power) == '-')) {
        power++;
      }
      int powerEnd = digitsEnd(power);
      end = powerEnd > power ? powerEnd : end;
    }
    number = NumberText.parseFloat(source.substring(at, end));
    at = end;
    return true;
  }

  /// `0x1F` and `0b101`, the letter in lower case only.
  private boolean radixInteger() {
    if (at + 2 >= source.length()) {
      return false;
    }
    char letter = source.charAt(at + 1);
    int radix = letter == 'x' ? 16 : letter == 'b' ? 2 : 0;
    int end = at + 2;
    while (radix > 0 && end < source.length() && digit(source.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == at + 2) {
      return false;
    }
    number = NumberText.toNumber(source.substring(at, end));
    at = end;
    return true;
  }

  private void quoted(char quote) {
    int start = at + 1;
    int end = source.indexOf(quote, start);
    while (end >= 0 && source.charAt(end - 1) == '\\') {
      end = source.indexOf(quote, end + 1);
    }
    if (end < 0 || end - start > MathLimits.SIZE_MAX) {
      throw MathFailure.notMath();
    }
    kind = Kind.TEXT;
    text = unescaped(source.substring(start, end));
    at = end + 1;
  }

  private static String unescaped(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escape = i < raw.length() ? raw.charAt(i++) : 0;
      switch (escape) {
        case '\'', '"', '\\', '/' -> plain.append(escape);
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append(codeUnit(raw, i));
          i += 4;
        }
        default -> throw MathFailure.notMath();
      }
    }
    return plain.toString();
  }

  private static char codeUnit(String raw, int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = i < raw.length() ? digit(raw.charAt(i), 16) : -1;
      if (digit < 0) {
        throw MathFailure.notMath();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  /// How many characters an operator sign takes, or 0.
  private int signWidth(char c) {
    char next = at + 1 < source.length() ? source.charAt(at + 1) : 0;
    return switch (c) {
      case '+', '-', '*', '/', '%', '^', '?', ':', '.', '∙', '•' -> 1;
      case '<', '>', '=', '!' -> next == '=' ? 2 : 1;
      case '|' -> next == '|' ? 2 : 0;
      default -> 0;
    };
  }

  private void word() {
    int start = at;
    int end = start;
    char first = source.charAt(start);
    boolean letter = isLetter(first) || first == '_';
    if (letter || first == '$') {
      end++;
    }
    while (end < source.length()) {
      char c = source.charAt(end);
      if (isLetter(c)) {
        letter = true;
      } else if (!letter || (c != '_' && !isDigit(c))) {
        break;
      }
      end++;
    }
    if (!letter || end == start) {
      throw MathFailure.notMath();
    }
    text = source.substring(start, end);
    at = end;
    kind = wordKind(end);
  }

  /// A dot right after a constant makes it a name.
  private Kind wordKind(int end) {
    if (Functions.isPrefix(text) || isWordOperator(text)) {
      return Kind.OPERATOR;
    }
    if (end < source.length() && source.charAt(end) == '.') {
      return Kind.NAME;
    }
    switch (text) {
      case "true", "false" -> {
        return Kind.TRUTH;
      }
      case "PI" -> number = Math.PI;
      case "E" -> number = Math.E;
      default -> {
        return Kind.NAME;
      }
    }
    return Kind.NUMBER;
  }

  private static boolean isWordOperator(String word) {
    return switch (word) {
      case "and", "or", "in" -> true;
      default -> false;
    };
  }

  private int digitsEnd(int start) {
    int end = start;
    while (end < source.length() && isDigit(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int digit(char c, int radix) {
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isMark(char c) {
    return c == '(' || c == ')' || c == '[' || c == ']' || c == ',' || c == ';';
  }

  /// Whatever has two cases is a letter.
  private static boolean isLetter(char c) {
    if (c < 0x80) {
      int lower = c | 0x20;
      return lower >= 'a' && lower <= 'z';
    }
    return Character.toUpperCase(c) != Character.toLowerCase(c) || c == 'ß';
  }
}
