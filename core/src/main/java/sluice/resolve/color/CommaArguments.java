package sluice.resolve.color;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// The parts of an `rgb(…)`, `rgba(…)`, `hsl(…)` or `hsla(…)` text in comma syntax.
///
/// @param hsl whether the three parts are hue, saturation and lightness
/// @param first red 0 to 255, or hue in degrees
/// @param second green, or saturation in percent
/// @param third blue, or lightness in percent
/// @param alpha 0 and more; 1 when absent
record CommaArguments(boolean hsl, double first, double second, double third, double alpha) {
  private static final double PERCENT_MAX = 100;

  /// Reads the text, all of it, or returns null.
  static @Nullable CommaArguments parse(String text) {
    boolean hsl = text.regionMatches(true, 0, "hsl", 0, 3);
    if (!hsl && !text.regionMatches(true, 0, "rgb", 0, 3)) {
      return null;
    }
    Reader in = new Reader(text, 3);
    if (in.at < text.length() && (text.charAt(in.at) | 0x20) == 'a') {
      in.at++;
    }
    if (!in.take('(')) {
      return null;
    }
    double[] parts = {0, 0, 0, 1};
    for (int i = 0; i < 3; i++) {
      if (i > 0 && !in.take(',')) {
        return null;
      }
      in.skipSpaces();
      String number = in.digits(hsl);
      if (number.isEmpty() || (hsl && i > 0 && !in.take('%'))) {
        return null;
      }
      in.skipSpaces();
      parts[i] = NumberText.parseFloat(number);
    }
    if (in.take(',')) {
      in.skipSpaces();
      String number = in.digits(true);
      if (number.isEmpty()) {
        return null;
      }
      double alpha = NumberText.parseFloat(number);
      parts[3] = Double.isNaN(alpha) ? 1 : alpha;
      in.skipSpaces();
    }
    if (!in.take(')') || in.at != text.length()) {
      return null;
    }
    return new CommaArguments(hsl, parts[0], parts[1], parts[2], parts[3]);
  }

  /// The colour, or null when saturation or lightness is above 100 %.
  @Nullable EightBitColor toColor() {
    if (!hsl) {
      return new EightBitColor(first, second, third, alpha);
    }
    if (!(second <= PERCENT_MAX && third <= PERCENT_MAX)) {
      return null;
    }
    double hue = (first % 360 + 360) % 360;
    HslChannels channels = HslChannels.of(hue, second / PERCENT_MAX, third / PERCENT_MAX);
    return new EightBitColor(channels.red(), channels.green(), channels.blue(), alpha);
  }

  /// Reads forward through one text.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text, int at) {
      this.text = text;
      this.at = at;
    }

    boolean take(char wanted) {
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    void skipSpaces() {
      while (at < text.length() && NumberText.isSpace(text.charAt(at))) {
        at++;
      }
    }

    String digits(boolean dots) {
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at), dots)) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isDigit(char c, boolean dots) {
      return (c >= '0' && c <= '9') || (dots && c == '.');
    }
  }
}
