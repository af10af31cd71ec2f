package sluice.resolve.color;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;

/// A colour text as npm `tinycolor2` 1.6.0 reads it, which is how Penpot and Style Dictionary do.
///
/// Names, hex of 3, 4, 6 or 8 digits with or without `#`, and `rgb`, `hsl`, `hsv` with or without
/// `a`, parentheses and commas. Kept oddities: a function may stand anywhere in the text, so that a
/// gradient with `rgb(…)` in it is that colour; a percentage of a channel loses what is behind the
/// second decimal.
///
/// @param red 0 to 255, not rounded
/// @param green 0 to 255, not rounded
/// @param blue 0 to 255, not rounded
/// @param alpha 0 to 1, not rounded
/// @param isHex whether the text is written as hex digits
public record TinyColor(double red, double green, double blue, double alpha, boolean isHex) {
  /// Longer texts are no colours.
  static final int TEXT_MAX_CHARS = 1_000;

  private static final double CHANNEL_MAX = 255;
  private static final int HUE_MAX = 360;
  private static final int PERCENT_MAX = 100;

  /// As near as this to the most counts as the most.
  private static final double NEAR = 0.000001;

  private static final String UNIT = "((?:[-+]?\\d*\\.\\d+%?)|(?:[-+]?\\d+%?))";
  private static final String BETWEEN = "[,|\\s]+";
  private static final String THREE = "[\\s|(]+" + UNIT + BETWEEN + UNIT + BETWEEN + UNIT;

  /// In the order they are tried; the second of a pair is never reached by a text that the first
  /// matches, so that `rgba` needs its own letters.
  private static final Pattern RGB = Pattern.compile("rgb" + THREE);

  private static final Pattern RGBA = Pattern.compile("rgba" + THREE + BETWEEN + UNIT);
  private static final Pattern HSL = Pattern.compile("hsl" + THREE);
  private static final Pattern HSLA = Pattern.compile("hsla" + THREE + BETWEEN + UNIT);
  private static final Pattern HSV = Pattern.compile("hsv" + THREE);
  private static final Pattern HSVA = Pattern.compile("hsva" + THREE + BETWEEN + UNIT);

  private static final String EXTRA_NAME = "burntsienna";
  private static final int EXTRA_RGB = 0xEA7E5D;

  /// The colour of a text, or null when it is none.
  public static @Nullable TinyColor parse(String written) {
    if (written.length() > TEXT_MAX_CHARS) {
      return null;
    }
    String text = NumberText.trim(written).toLowerCase(Locale.ROOT);
    int named = text.equals(EXTRA_NAME) ? EXTRA_RGB : CssColorNames.exactly(text);
    if (named >= 0) {
      return new TinyColor(named >> 16, named >> 8 & 0xFF, named & 0xFF, 1, false);
    }
    if (text.equals("transparent")) {
      return new TinyColor(0, 0, 0, 0, false);
    }
    Matcher match = find(text, RGB, RGBA);
    if (match != null) {
      return of(
          channel(match.group(1)), channel(match.group(2)), channel(match.group(3)), alpha(match));
    }
    match = find(text, HSL, HSLA);
    if (match != null) {
      return hsl(match);
    }
    match = find(text, HSV, HSVA);
    return match == null ? hex(text) : hsv(match);
  }

  /// Six hex digits in lower case behind `#`; alpha is left out.
  public String hex() {
    return "#" + twoDigits(red) + twoDigits(green) + twoDigits(blue);
  }

  /// The text Style Dictionary writes: [#hex], or `rgba(r, g, b, a)` with whole channels and at
  /// most two decimals of alpha.
  public String css() {
    return alpha == 1
        ? hex()
        : "rgba(%d, %d, %d, %s)"
            .formatted(
                Math.round(red),
                Math.round(green),
                Math.round(blue),
                NumberText.of(Math.round(100 * alpha) / 100.0));
  }

  private static String twoDigits(double channel) {
    String digits = Long.toString(Math.round(channel), 16);
    return digits.length() == 1 ? "0" + digits : digits;
  }

  private static @Nullable Matcher find(String text, Pattern plain, Pattern withAlpha) {
    Matcher matcher = plain.matcher(text);
    if (matcher.find()) {
      return matcher;
    }
    matcher = withAlpha.matcher(text);
    return matcher.find() ? matcher : null;
  }

  /// What is below 1 is rounded, so that it is not taken for a share later.
  private static TinyColor of(double red, double green, double blue, double alpha) {
    return new TinyColor(whole(red), whole(green), whole(blue), alpha, false);
  }

  private static double whole(double channel) {
    double bounded = Math.clamp(channel, 0, CHANNEL_MAX);
    return bounded < 1 ? Math.round(bounded) : bounded;
  }

  private static double alpha(Matcher match) {
    if (match.groupCount() < 4) {
      return 1;
    }
    double alpha = NumberText.parseFloat(match.group(4));
    return alpha >= 0 && alpha <= 1 ? alpha : 1;
  }

  private static double channel(String text) {
    return share(text, CHANNEL_MAX) * CHANNEL_MAX;
  }

  /// The share of the most a number or a percentage is; `1.0` is all of it.
  private static double share(String text, double max) {
    boolean isAll = text.indexOf('.') >= 0 && NumberText.parseFloat(text) == 1;
    boolean isPercentage = isAll || text.indexOf('%') >= 0;
    double number = isAll ? PERCENT_MAX : NumberText.parseFloat(text);
    double bounded = Math.clamp(number, 0, max);
    if (isPercentage) {
      bounded = (double) (long) (bounded * max) / PERCENT_MAX;
    }
    return Math.abs(bounded - max) < NEAR ? 1 : bounded % max / max;
  }

  /// Saturation, lightness and value: numbers up to 1 are shares already.
  private static double percentage(String text) {
    double number = NumberText.toNumber(text);
    return share(number <= 1 ? NumberText.of(number * PERCENT_MAX) + "%" : text, PERCENT_MAX);
  }

  private static TinyColor hsl(Matcher match) {
    double hue = share(match.group(1), HUE_MAX);
    double saturation = percentage(match.group(2));
    double lightness = percentage(match.group(3));
    if (saturation == 0) {
      double grey = lightness * CHANNEL_MAX;
      return of(grey, grey, grey, alpha(match));
    }
    double q =
        lightness < 0.5
            ? lightness * (1 + saturation)
            : lightness + saturation - lightness * saturation;
    double p = 2 * lightness - q;
    return of(
        ofHue(p, q, hue + 1.0 / 3) * CHANNEL_MAX,
        ofHue(p, q, hue) * CHANNEL_MAX,
        ofHue(p, q, hue - 1.0 / 3) * CHANNEL_MAX,
        alpha(match));
  }

  private static double ofHue(double p, double q, double turn) {
    double t = turn < 0 ? turn + 1 : turn > 1 ? turn - 1 : turn;
    if (t < 1.0 / 6) {
      return p + (q - p) * 6 * t;
    }
    if (t < 0.5) {
      return q;
    }
    return t < 2.0 / 3 ? p + (q - p) * (2.0 / 3 - t) * 6 : p;
  }

  private static TinyColor hsv(Matcher match) {
    double hue = share(match.group(1), HUE_MAX) * 6;
    double saturation = percentage(match.group(2));
    double value = percentage(match.group(3));
    int sector = (int) Math.floor(hue);
    double fraction = hue - sector;
    double p = value * (1 - saturation);
    double q = value * (1 - fraction * saturation);
    double t = value * (1 - (1 - fraction) * saturation);
    double[] red = {value, q, p, p, t, value};
    double[] green = {t, value, value, q, p, p};
    double[] blue = {p, p, t, value, value, q};
    int mod = sector % 6;
    return of(
        red[mod] * CHANNEL_MAX, green[mod] * CHANNEL_MAX, blue[mod] * CHANNEL_MAX, alpha(match));
  }

  private static @Nullable TinyColor hex(String text) {
    String digits = text.startsWith("#") ? text.substring(1) : text;
    int perChannel = digits.length() <= 4 ? 1 : 2;
    int channels = digits.length() / perChannel;
    if ((channels != 3 && channels != 4) || channels * perChannel != digits.length()) {
      return null;
    }
    double[] parts = {0, 0, 0, CHANNEL_MAX};
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0 || digits.charAt(i) > 'f') {
        return null;
      }
      int channel = i / perChannel;
      boolean isFirst = i % perChannel == 0;
      parts[channel] = perChannel == 1 ? digit * 17 : isFirst ? digit : parts[channel] * 16 + digit;
    }
    return new TinyColor(parts[0], parts[1], parts[2], parts[3] / CHANNEL_MAX, true);
  }
}
