package sluice.resolve.color;

import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// A colour of eight bits per channel, read strictly: hex, a CSS name, `rgb`/`rgba` with whole
/// numbers and commas, `hsl`/`hsla` with plain numbers, percents and commas; any case.
///
/// These are the colours npm `color2k` 2.0.2 knows, which the plugin uses to normalise and to
/// paint.
///
/// @param red 0 or more; above 255 means 255
/// @param green 0 or more; above 255 means 255
/// @param blue 0 or more; above 255 means 255
/// @param alpha 0 or more; 1 and above is opaque
record EightBitColor(double red, double green, double blue, double alpha) {
  private static final int CHANNEL_MAX = 255;

  /// The colour a text stands for, or null. White space around it is allowed for `transparent`
  /// only.
  static @Nullable EightBitColor parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.charAt(0) == '#') {
      return hex(text, 1, text.length());
    }
    if (NumberText.trim(text).equalsIgnoreCase("transparent")) {
      return new EightBitColor(0, 0, 0, 0);
    }
    if (isWord(text)) {
      int rgb = CssColorNames.bySlot(text);
      return rgb < 0 ? null : new EightBitColor(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }
    CommaArguments arguments = CommaArguments.parse(text);
    return arguments == null ? null : arguments.toColor();
  }

  /// The colour of 3, 4, 6 or 8 hex digits between two indexes, or null.
  static @Nullable EightBitColor hex(String text, int start, int end) {
    int count = end - start;
    if (count != 3 && count != 4 && count != 6 && count != 8) {
      return null;
    }
    int width = count < 6 ? 1 : 2;
    int[] channels = {0, 0, 0, CHANNEL_MAX};
    for (int i = 0; i < count / width; i++) {
      int channel = 0;
      for (int j = 0; j < 2; j++) {
        int digit = hexDigit(text.charAt(start + i * width + (width == 1 ? 0 : j)));
        if (digit < 0) {
          return null;
        }
        channel = channel * 16 + digit;
      }
      channels[i] = channel;
    }
    return new EightBitColor(
        channels[0], channels[1], channels[2], (double) channels[3] / CHANNEL_MAX);
  }

  /// The value of a hex digit, or -1.
  static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /// Writes `#rrggbb`, or `#rrggbbaa` when not opaque; lower case.
  String toHex() {
    StringBuilder text = new StringBuilder(9).append('#');
    append(text, red);
    append(text, green);
    append(text, blue);
    if (alpha < 1) {
      append(text, Math.floor(alpha * CHANNEL_MAX + 0.5));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, double channel) {
    int value = (int) Math.clamp(channel, 0.0, CHANNEL_MAX);
    text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xf, 16));
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char lower = (char) (text.charAt(i) | 0x20);
      if (lower < 'a' || lower > 'z') {
        return false;
      }
    }
    return true;
  }
}
