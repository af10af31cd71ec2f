package sluice.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sluice.resolve.color.Rgba;
import sluice.token.NumberText;

/// Values in the words people know them by.
final class ValueWords {
  private static final int CHANNEL_MAX = 255;
  private static final int DECIMALS = 4;

  private ValueWords() {}

  /// `#rrggbb`, or `#rrggbbaa` for what is not opaque; channels beyond 0 to 1 are cut off.
  static String hex(Rgba color) {
    StringBuilder text = new StringBuilder("#");
    channel(color.red(), text);
    channel(color.green(), text);
    channel(color.blue(), text);
    if (color.opacity() < 1) {
      channel(color.opacity(), text);
    }
    return text.toString();
  }

  private static void channel(double value, StringBuilder text) {
    int byteValue = (int) Math.round(Math.clamp(value, 0.0, 1.0) * CHANNEL_MAX);
    text.append(Character.forDigit(byteValue >> 4, 16));
    text.append(Character.forDigit(byteValue & 0xF, 16));
  }

  /// A number with at most four decimals, as JSON has it.
  static String number(double value) {
    double rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    return NumberText.of(rounded);
  }
}
