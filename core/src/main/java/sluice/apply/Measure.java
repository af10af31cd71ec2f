package sluice.apply;

import sluice.token.NumberText;

/// Lengths as tokens write them, in pixels (Tokens Studio, numbers and units).
public final class Measure {
  /// What a size of nothing becomes, because the design tool has no empty boxes.
  public static final double SMALLEST_SIZE_PX = 0.001;

  private Measure() {}

  /// The leading number of a text, whatever follows it; `em` and `rem` count in base font sizes.
  ///
  /// @param basePx what one `em` is worth
  /// @return pixels, or NaN when the text begins with no number
  public static double number(String text, double basePx) {
    double number = NumberText.parseFloat(text);
    return text.endsWith("em") ? number * basePx : number;
  }

  /// The same for a width or a height: exactly 0 becomes [#SMALLEST_SIZE_PX].
  public static double size(String text, double basePx) {
    double size = number(text, basePx);
    return size == 0 ? SMALLEST_SIZE_PX : size;
  }

  /// Whether a whole text is `12`, `-1.5` and the like: digits, at most one dot between digits.
  static boolean isPlainNumber(String text, int end) {
    int at = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    int whole = digitsEnd(text, at, end);
    if (whole == at) {
      return false;
    }
    if (whole < end && text.charAt(whole) == '.') {
      int fraction = digitsEnd(text, whole + 1, end);
      return fraction == end && fraction > whole + 1;
    }
    return whole == end;
  }

  /// Whether a text ends with a unit that measures length.
  static boolean hasLengthUnit(String text) {
    return text.endsWith("px") || text.endsWith("em");
  }

  private static int digitsEnd(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
