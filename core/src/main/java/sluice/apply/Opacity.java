package sluice.apply;

import sluice.token.NumberText;

/// How opaque something is, 0 to 1 (Tokens Studio, numbers and units).
public final class Opacity {
  private Opacity() {}

  /// The opacity a text stands for; NaN when it is no number, and not clipped to 0..1.
  ///
  /// Of a percentage only the digits right before the sign count, so `12.5%` is 0.05; that is what
  /// the plugin does.
  public static double of(String text) {
    for (int sign = text.indexOf('%'); sign >= 0; sign = text.indexOf('%', sign + 1)) {
      int start = sign;
      while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
        start--;
      }
      if (start < sign) {
        return NumberText.toNumber(text.substring(start, sign)) / 100;
      }
    }
    return NumberText.toNumber(text);
  }
}
