package sluice.resolve.penpot;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// A number with the unit it is written with (`parse-token-value` of
/// `common/src/app/common/files/tokens.cljc`).
///
/// @param value infinite for more digits than a double has room for
/// @param unit `px`, `%` or null
public record PenpotQuantity(double value, @Nullable String unit) {
  private static final double MAX = 2147483647;
  private static final double MIN = -2147483648;

  /// A number, or a text that is blanks, perhaps `-`, digits, perhaps a dot and digits, perhaps
  /// `px` or `%`, blanks; null for everything else, such as `.5`, `+5`, `1e3`, `16 px`, `1rem`.
  public static @Nullable PenpotQuantity parse(TokenValue value) {
    return switch (value) {
      case TokenValue.Num(double number) ->
          Double.isNaN(number) ? null : new PenpotQuantity(number, null);
      case TokenValue.Text(String text) -> parse(text);
      case TokenValue.Bool _, TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> null;
    };
  }

  private static @Nullable PenpotQuantity parse(String written) {
    String text = NumberText.trim(written);
    int digits = text.startsWith("-") ? 1 : 0;
    int at = digitsEnd(text, digits);
    if (at == digits) {
      return null;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at = digitsEnd(text, at + 1);
    }
    String unit = text.substring(at);
    if (!unit.isEmpty() && !unit.equals("px") && !unit.equals("%")) {
      return null;
    }
    return new PenpotQuantity(
        NumberText.parseFloat(text.substring(0, at)), unit.isEmpty() ? null : unit);
  }

  /// Whether it is beyond what Penpot has room for.
  boolean isOutOfBounds() {
    return value >= MAX || value <= MIN;
  }

  /// Whether a text is a number without unit, dot at the end or blanks.
  static boolean isNumber(String text) {
    int digits = text.startsWith("-") ? 1 : 0;
    int at = digitsEnd(text, digits);
    if (at == digits) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digitsEnd(text, at + 1);
      return fraction > at + 1 && fraction == text.length();
    }
    return at == text.length();
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
