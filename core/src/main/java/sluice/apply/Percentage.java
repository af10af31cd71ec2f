package sluice.apply;

import java.math.BigDecimal;
import sluice.token.NumberText;

/// Shares of one and per cent, to the digit: 1.1 is 110 %, not a little more.
public final class Percentage {
  private Percentage() {}

  /// A share in per cent.
  public static double ofShare(double share) {
    return new BigDecimal(NumberText.of(share)).movePointRight(2).doubleValue();
  }

  /// Per cent as a share.
  public static double toShare(double percent) {
    return new BigDecimal(NumberText.of(percent)).movePointLeft(2).doubleValue();
  }

  /// Per cent as a text: `150%`.
  public static String text(double percent) {
    return NumberText.of(percent) + "%";
  }
}
