package sluice.resolve.math;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// Works out plain arithmetic with units, the way npm `postcss-calc-ast-parser` 0.1.4 reads it:
/// numbers with units, `+ - * /`, parentheses and `calc()`.
///
/// `+` and `-` need the same unit on both sides, `*` a plain number on one side, `/` a plain number
/// on the right. A sign with space before it and none after begins a new value. Parentheses are
/// kept on an explicit stack; those left open at the end count as closed, as long as nothing stands
/// before them.
final class UnitReduction {
  /// Stands for a plain number among units.
  private static final String NONE = "";

  private static final String[] UNITS = {
    "px", "%", "rem", "em", "ex", "ch", "vw", "vh", "vmin", "vmax", "mm", "cm", "in", "pt", "pc",
    "Q", "vm", "deg", "grad", "turn", "rad", "s", "ms", "Hz", "kHz", "dpi", "dpcm", "dppm", "fr"
  };

  private static final int UNIT_LENGTH_MAX = 4;
  private static final String CALC = "calc";

  /// A number with its unit, which is empty for a plain number.
  record Quantity(double value, String unit) {
    private Quantity scaled(double factor) {
      return new Quantity(value * factor, unit);
    }
  }

  private final String text;
  private int at;
  private boolean afterWord;

  private UnitReduction(String text) {
    this.text = text;
  }

  /// The unit of the whole text, spelled as CSS spells it; null when it has none: a plain number,
  /// mixed units, or anything that isn't such arithmetic.
  static @Nullable String unitOf(String text) {
    if (!mentionsUnit(text)) {
      return null;
    }
    Quantity quantity = new UnitReduction(text).reduce();
    return quantity == null || quantity.unit().equals(NONE) ? null : quantity.unit();
  }

  /// What the whole text comes to, or null when it isn't such arithmetic. Not rounded; may be
  /// infinite or NaN.
  static @Nullable Quantity quantityOf(String text) {
    return new UnitReduction(text).reduce();
  }

  /// The unit that fills the text between two indexes, in any case, or null.
  static @Nullable String unitAt(String text, int start, int end) {
    int length = end - start;
    if (length > UNIT_LENGTH_MAX) {
      return null;
    }
    for (String unit : UNITS) {
      if (unit.length() == length && text.regionMatches(true, start, unit, 0, length)) {
        return unit;
      }
    }
    return null;
  }

  /// Cheap: a digit or a dot, and later a letter or a percent sign.
  private static boolean mentionsUnit(String text) {
    boolean number = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isNumberStart(c)) {
        number = true;
      } else if (number && (c == '%' || isLetter(c))) {
        return true;
      }
    }
    return false;
  }

  /// One level of parentheses: the sum so far and the product being built.
  private static final class Level {
    private @Nullable Quantity sum;
    private @Nullable Quantity product;
    private char sumOperator;
    private char operator;

    /// Takes the next value; false when the units don't fit.
    boolean take(Quantity value) {
      if (product == null) {
        product = value;
        return true;
      }
      boolean isPlain = value.unit().equals(NONE);
      switch (operator) {
        case '*' -> {
          if (!isPlain && !product.unit().equals(NONE)) {
            return false;
          }
          product = isPlain ? product.scaled(value.value()) : value.scaled(product.value());
          return true;
        }
        case '/' -> {
          product = new Quantity(product.value() / value.value(), product.unit());
          return isPlain;
        }
        case '+', '-' -> {
          boolean fits = closeProduct();
          sumOperator = operator;
          product = value;
          return fits;
        }
        default -> {
          return false;
        }
      }
    }

    /// Moves the product into the sum; false when their units differ.
    private boolean closeProduct() {
      if (product == null) {
        return false;
      }
      if (sum == null) {
        sum = product;
        return true;
      }
      boolean fits = sum.unit().equals(product.unit());
      double term = sumOperator == '-' ? -product.value() : product.value();
      sum = new Quantity(sum.value() + term, sum.unit());
      return fits;
    }

    /// What the level comes to, or null when it isn't complete.
    @Nullable Quantity close(boolean afterOperator) {
      return product != null && !afterOperator && closeProduct() ? sum : null;
    }

    /// Whether nothing stands in it.
    boolean isEmpty() {
      return product == null;
    }
  }

  private @Nullable Quantity reduce() {
    ArrayDeque<Level> outer = new ArrayDeque<>();
    Level level = new Level();
    boolean needsValue = true;
    while (true) {
      skipSpaces();
      if (at == text.length()) {
        return outer.stream().allMatch(Level::isEmpty) ? level.close(needsValue) : null;
      }
      char c = text.charAt(at);
      Quantity value = null;
      if (needsValue && opensLevel(c)) {
        outer.push(level);
        level = new Level();
        afterWord = false;
        continue;
      } else if (c == ')') {
        value = level.close(needsValue);
        if (value == null || outer.isEmpty()) {
          return null;
        }
        level = outer.pop();
        needsValue = true;
        afterWord = false;
        at++;
      } else if (isOperatorHere(c)) {
        if (needsValue) {
          return null;
        }
        level.operator = c;
        needsValue = true;
        afterWord = false;
        at++;
        continue;
      } else {
        value = literal();
      }
      if (value == null || !needsValue || !level.take(value)) {
        return null;
      }
      needsValue = false;
    }
  }

  /// Steps over an opening parenthesis, with `calc` or a word that begins so before it.
  private boolean opensLevel(char c) {
    if (c == '(') {
      at++;
      return true;
    }
    int word = text.startsWith("-webkit-", at) ? at + "-webkit-".length() : at;
    if (!text.regionMatches(true, word, CALC, 0, CALC.length())) {
      return false;
    }
    int end = word + CALC.length();
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    if (end == text.length() || text.charAt(end) != '(') {
      return false;
    }
    at = end + 1;
    return true;
  }

  /// Skips white space and comments; an unclosed comment takes the rest.
  private void skipSpaces() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
      afterWord = false;
    }
  }

  /// A sign is an operator right after a value, or when no value follows it directly.
  private boolean isOperatorHere(char c) {
    if (c == '*' || c == '/') {
      return true;
    }
    if (c != '+' && c != '-') {
      return false;
    }
    if (afterWord || at + 1 == text.length()) {
      return true;
    }
    char next = text.charAt(at + 1);
    return !(isNumberStart(next) || (c == '-' && (next == '-' || isLetter(next))));
  }

  /// Reads a number with or without a unit; null when there is none.
  private @Nullable Quantity literal() {
    int start = at;
    int end = start + 1;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    int number = numberEnd(start, end);
    if (number < 0) {
      return null;
    }
    at = end;
    afterWord = true;
    String unit = number == end ? NONE : unitAt(text, number, end);
    return unit == null
        ? null
        : new Quantity(NumberText.parseFloat(text.substring(start, number)), unit);
  }

  private static boolean endsWord(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\f', '(', ')', ',', '+', '-', '*', '/', '"', '\'' -> true;
      default -> false;
    };
  }

  /// Where the number at the start of a word ends, or -1. An `e` counts as part of it unless it is
  /// the last character before the unit, so `2em` is 2 and `1e5px` is 1e5.
  private int numberEnd(int start, int end) {
    int exponent = -1;
    boolean dot = false;
    boolean digit = false;
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if ((c == 'e' || c == 'E') && exponent < 0) {
        exponent = i;
      } else if (c == '.' && !dot) {
        dot = true;
      } else if (i != start || (c != '+' && c != '-')) {
        break;
      }
      i++;
    }
    if (exponent >= 0 && exponent + 1 == i) {
      i--;
    }
    return digit ? i : -1;
  }

  private static boolean isNumberStart(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
