package sluice.apply;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// The space between letters (Tokens Studio, numbers and units).
///
/// @param value pixels, or per cent of the font size; NaN when the text had a unit but no number
/// @param percent whether the value is per cent
public record LetterSpacing(double value, boolean percent) {

  /// The spacing a text stands for, or null when it can't be read and nothing is to be changed. An
  /// `em` is a base font size here, not the size of the text.
  public static @Nullable LetterSpacing of(String text, double basePx) {
    String trimmed = NumberText.trim(text);
    if (trimmed.endsWith("%") && Measure.isPlainNumber(trimmed, trimmed.length() - 1)) {
      return new LetterSpacing(NumberText.parseFloat(trimmed), true);
    }
    if (Measure.isPlainNumber(text, text.length()) || Measure.hasLengthUnit(text)) {
      return new LetterSpacing(Measure.number(text, basePx), false);
    }
    return null;
  }
}
