package sluice.apply;

import sluice.token.NumberText;

/// The height of a line of text (Tokens Studio, numbers and units).
public sealed interface LineHeight {

  /// A fixed height.
  ///
  /// @param value pixels; NaN when the text had a unit but no number
  record Pixels(double value) implements LineHeight {}

  /// A share of the font size.
  ///
  /// @param value per cent
  record Percent(double value) implements LineHeight {}

  /// Whatever the font says.
  record Auto() implements LineHeight {}

  /// The line height a text stands for. A number without a unit is pixels, never a ratio, and
  /// whatever can't be read is automatic.
  static LineHeight of(String text, double basePx) {
    if (Measure.isPlainNumber(text, text.length()) || Measure.hasLengthUnit(text)) {
      return new Pixels(Measure.number(text, basePx));
    }
    String trimmed = NumberText.trim(text);
    if (trimmed.endsWith("%") && Measure.isPlainNumber(trimmed, trimmed.length() - 1)) {
      return new Percent(NumberText.parseFloat(trimmed));
    }
    return new Auto();
  }
}
