package sluice.resolve;

import org.jspecify.annotations.Nullable;
import sluice.resolve.color.ColorModification;
import sluice.resolve.color.ColorText;
import sluice.resolve.math.MathEvaluator;
import sluice.resolve.math.MathResult;
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
    String calculated = text.text();
    if (!MathEvaluator.isLeftAsText(calculated)) {
      switch (MathEvaluator.evaluate(calculated)) {
        case MathResult.Number(double number) -> {
          return Outcome.plain(new TokenValue.Num(number));
        }
        case MathResult.WithUnit(String quantity) -> calculated = quantity;
        case MathResult.NotMath _ -> {}
        case MathResult.Undefined(String why) -> {
          return Outcome.spoilt(text, new Failure.Undefined(calculated, why));
        }
      }
    }
    String colored = ColorText.normalize(calculated);
    return Outcome.text(colored.equals(text.text()) ? text : new TokenValue.Text(colored));
  }

  /// The text with the modifier applied, or unchanged when it is no colour.
  ///
  /// @param amount the modifier's value, resolved
  /// @param color the colour to mix with, resolved; null when the modifier does not mix
  static TokenValue.Text modify(
      String text, ColorModifier modifier, String amount, @Nullable String color) {
    return new TokenValue.Text(
        ColorModification.modify(
            text, modifier.type(), NumberText.toNumber(amount), modifier.space(), color));
  }
}
