package sluice.resolve.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Works out the arithmetic in a token's text the way npm `@tokens-studio/sd-transforms` 2.0.3 does
/// (`checkAndEvaluateMath`), which is not the way of Tokens Studio's plugin.
///
/// A text of several values separated by spaces is worked out value by value. The letters `px` are
/// deleted and put behind the result; another unit is looked for by its letters behind a digit, so
/// that the exponent of `2e3 + 1` is one. First the value is an expression, then arithmetic in the
/// manner of CSS `calc`. Results are rounded to four decimals, with a unit too.
public final class SpacedMath {
  /// Longer texts are left as they are.
  static final int TEXT_MAX_CHARS = 10_000;

  private static final int DECIMALS = 4;
  private static final String PX = "px";

  private SpacedMath() {}

  /// What a text comes to: a number, a text such as `24px`, or the same text where there is nothing
  /// to work out. A number that is already one stays as it is written. A result may be infinite or
  /// NaN. Never throws.
  public static TokenValue evaluate(String text) {
    if (text.length() > TEXT_MAX_CHARS || (text.startsWith("#") && text.indexOf(' ') < 0)) {
      return new TokenValue.Text(text);
    }
    List<String> values = values(text);
    if (values.size() == 1) {
      return single(values.getFirst());
    }
    List<String> results = new ArrayList<>(values.size());
    for (String value : values) {
      results.add(
          switch (single(value)) {
            case TokenValue.Num(double number) -> NumberText.of(number);
            case TokenValue.Text(String result) -> result;
            case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ ->
                value;
          });
    }
    return new TokenValue.Text(String.join(" ", results));
  }

  private static TokenValue single(String text) {
    if (!Double.isNaN(NumberText.toNumber(text))) {
      return new TokenValue.Text(text);
    }
    String expression = text.replace(PX, "");
    Set<String> units = units(expression);
    if (units.size() > 1) {
      return new TokenValue.Text(text);
    }
    String unit =
        units.isEmpty() ? expression.length() < text.length() ? PX : "" : units.iterator().next();
    Double result = result(expression, unit);
    if (result == null) {
      return new TokenValue.Text(text);
    }
    double rounded = Double.isNaN(result) ? result : MathEvaluator.rounded(result, DECIMALS);
    return unit.isEmpty()
        ? new TokenValue.Num(rounded)
        : new TokenValue.Text(NumberText.of(rounded) + unit);
  }

  private static @Nullable Double result(String expression, String unit) {
    double number = NumberText.toNumber(expression);
    if (!Double.isNaN(number)) {
      return number;
    }
    try {
      if (Evaluation.run(ExpressionParser.parse(expression)) instanceof Value.Num(double value)) {
        return value;
      }
    } catch (MathFailure _) {
      // Not an expression, which the other reading may still make sense of.
    }
    String arithmetic =
        unit.isEmpty() || hasOperatorBesideTimes(expression)
            ? expression
            : expression.replace(unit, "");
    UnitReduction.Quantity quantity = UnitReduction.quantityOf(arithmetic);
    return quantity == null || Double.isNaN(quantity.value()) ? null : quantity.value();
  }

  private static boolean hasOperatorBesideTimes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("/+%-".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The runs of letters and percent signs right behind a number.
  private static Set<String> units(String text) {
    Set<String> units = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int whole = digitsEnd(text, at);
      int number =
          whole < text.length() && text.charAt(whole) == '.' ? digitsEnd(text, whole + 1) : whole;
      int end = number;
      while (end < text.length() && isUnitLetter(text.charAt(end))) {
        end++;
      }
      if (end > number) {
        units.add(text.substring(number, end));
        at = end;
      } else {
        at = whole;
      }
    }
    return units;
  }

  /// Splits at the spaces that have no operator on either side and no parentheses around them.
  private static List<String> values(String text) {
    if (text.indexOf(' ') < 0) {
      return List.of(text);
    }
    String[] words = text.split(" ", -1);
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    String inside = open >= 0 && close > open ? text.substring(open + 1, close) : null;
    List<String> values = new ArrayList<>();
    int start = 0;
    boolean skipsNext = false;
    for (int i = 0; i < words.length; i++) {
      if (belongs(words, i, inside)) {
        continue;
      }
      if (skipsNext) {
        skipsNext = false;
      } else {
        add(values, words, start, i + 1);
        start = i + 1;
        skipsNext = !holdsOperator(words[i]);
      }
    }
    if (start == 0) {
      return List.of(text);
    }
    add(values, words, start, words.length);
    return values;
  }

  private static void add(List<String> values, String[] words, int start, int end) {
    String value = String.join(" ", Arrays.asList(words).subList(start, end));
    if (!value.isEmpty()) {
      values.add(value);
    }
  }

  /// Whether a word goes on with what is before and behind it.
  private static boolean belongs(String[] words, int index, @Nullable String inside) {
    String word = words[index];
    String left = index > 0 ? words[index - 1] : "";
    String right = index + 1 < words.length ? words[index + 1] : "";
    return isOperator(word)
        || (isOperator(right) && (isOperator(left) || left.isEmpty() || word.endsWith(")")))
        || (right.isEmpty() && isOperator(left))
        || word.indexOf('(') >= 0
        || (inside != null && inside.contains(word));
  }

  private static boolean isOperator(String word) {
    return word.length() == 1 && "+-*/".indexOf(word.charAt(0)) >= 0;
  }

  private static boolean holdsOperator(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("+-*/".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isUnitLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%';
  }
}
