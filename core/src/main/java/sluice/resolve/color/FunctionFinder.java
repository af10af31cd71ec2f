package sluice.resolve.color;

/// Finds `name(…)` and `namea(…)` in a text, up to the first closing parenthesis on the same line,
/// from left to right without overlaps. Linear in the text, whatever it holds.
final class FunctionFinder {
  private final String text;
  private final String name;
  private int start;
  private int end;
  private int close = -1;
  private int lineEnd = -1;

  FunctionFinder(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /// Index of the first character of the name.
  int start() {
    return start;
  }

  /// Index behind the closing parenthesis.
  int end() {
    return end;
  }

  /// The function with its name and parentheses.
  String match() {
    return text.substring(start, end);
  }

  /// Moves to the next one; false when there is none.
  boolean next() {
    int from = end;
    while (true) {
      from = text.indexOf(name, from);
      if (from < 0) {
        return false;
      }
      int open = from + name.length();
      if (open < text.length() && text.charAt(open) == 'a') {
        open++;
      }
      if (open < text.length() && text.charAt(open) == '(') {
        if (close <= open) {
          close = text.indexOf(')', open);
        }
        if (close < 0) {
          return false;
        }
        if (lineEnd <= open) {
          lineEnd = lineEnd(open);
        }
        if (close < lineEnd) {
          start = from;
          end = close + 1;
          return true;
        }
      }
      from++;
    }
  }

  private int lineEnd(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        return i;
      }
    }
    return text.length();
  }
}
