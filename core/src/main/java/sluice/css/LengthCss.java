package sluice.css;

import java.util.ArrayList;
import java.util.List;
import sluice.token.Quantity;
import sluice.token.TokenValue;

/// Lengths, durations, angles, and numbers that stand for a share.
final class LengthCss {
  private LengthCss() {}

  /// A length, or several separated by blanks: a bare number is of pixels, and 0 needs no unit
  /// (sd-transforms does the same).
  static String length(TokenValue value) throws Unsayable {
    if (value instanceof TokenValue.Text(String text)) {
      List<String> lengths = new ArrayList<>();
      for (String part : parts(text)) {
        lengths.add(one(new TokenValue.Text(part), value));
      }
      return String.join(" ", lengths);
    }
    return one(value, value);
  }

  private static String one(TokenValue value, TokenValue whole) throws Unsayable {
    Quantity length = Quantity.of(value);
    if (length != null) {
      boolean isBare = length.unit().isEmpty();
      return isBare && length.number() != 0
          ? new Quantity(length.number(), "px").text()
          : length.text();
    }
    if (value instanceof TokenValue.Text(String text)
        && (Numbers.isFunction(text) || text.equals("auto"))) {
      return text;
    }
    throw new Unsayable("it is %s; CSS needs a length".formatted(Numbers.shown(whole)));
  }

  /// The parts of a text between blanks; what is in parentheses stays together.
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (Character.isWhitespace(c) && depth <= 0) {
        if (i > start) {
          parts.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    if (start < text.length() || parts.isEmpty()) {
      parts.add(text.substring(Math.min(start, text.length())));
    }
    return parts;
  }

  /// One length, where CSS takes no more.
  static String single(TokenValue value) throws Unsayable {
    String length = length(value);
    if (value instanceof TokenValue.Text(String text) && parts(text).size() > 1) {
      throw new Unsayable("\"%s\" is several lengths; CSS takes one there".formatted(length));
    }
    return length;
  }

  /// The same, where a negative one means nothing to CSS.
  static String notNegative(TokenValue value, String what) throws Unsayable {
    Quantity length = Quantity.of(value);
    if (length != null && length.number() < 0) {
      throw new Unsayable("%s of %s is negative".formatted(what, length.text()));
    }
    return single(value);
  }

  /// A quantity of one of some units; a bare number is of the first one.
  static String quantity(TokenValue value, String what, String... units) throws Unsayable {
    Quantity quantity = Quantity.of(value);
    if (quantity != null && quantity.unit().isEmpty()) {
      return new Quantity(quantity.number(), units[0]).text();
    }
    if (quantity != null && List.of(units).contains(quantity.unit())) {
      return quantity.text();
    }
    throw new Unsayable("it is %s; CSS needs %s".formatted(Numbers.shown(value), what));
  }

  /// A number; a percentage becomes a share of 1.
  static String share(TokenValue value, String what) throws Unsayable {
    Quantity number = Quantity.of(value);
    if (number != null && number.unit().equals("%")) {
      return new Quantity(hundredth(number.number()), "").text();
    }
    if (number != null && number.unit().isEmpty()) {
      return number.text();
    }
    throw new Unsayable("it is %s; CSS needs %s".formatted(Numbers.shown(value), what));
  }

  /// A number with or without a unit, or a function that gives one.
  static String number(TokenValue value) throws Unsayable {
    Quantity number = Quantity.of(value);
    if (number != null) {
      return number.text();
    }
    if (value instanceof TokenValue.Text(String text) && Numbers.isFunction(text)) {
      return text;
    }
    throw new Unsayable("it is %s; CSS needs a number".formatted(Numbers.shown(value)));
  }

  /// A hundredth, without what binary fractions leave behind: 7 is 0.07.
  static double hundredth(double number) {
    return java.math.BigDecimal.valueOf(number).movePointLeft(2).doubleValue();
  }
}
