package sluice.resolve.color;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.SpaceColor.Form;
import sluice.token.NumberText;

/// Reads CSS Color 4 text the way the plugin's colour library does (npm `colorjs.io` 0.4.5): hex of
/// 3, 4, 6 or 8 digits, names, `rgb`, `hsl`, `hwb`, `lab`, `lch`, `oklab`, `oklch` and `color()`.
///
/// Commas are ignored, so old syntax works where its function has an `a` at the end; `none`,
/// exponents and angle units other than `deg` don't.
final class CssColorSyntax {
  private CssColorSyntax() {}

  /// What one argument of a function is.
  private enum Kind {
    NUMBER,
    PERCENT,
    ANGLE,
    WORD
  }

  /// One argument.
  ///
  /// @param value percents divided by 100; NaN for most words
  /// @param alpha whether it follows a slash
  private record Argument(Kind kind, String text, double value, boolean alpha) {}

  /// The colour a text stands for, or null; white space around it is ignored.
  static @Nullable SpaceColor parse(String text) {
    String trimmed = NumberText.trim(text);
    int open = functionNameEnd(trimmed);
    if (open > 0) {
      String name = trimmed.substring(0, open).toLowerCase(Locale.ROOT);
      String inner = trimmed.substring(open + 1, trimmed.length() - 1);
      return name.equals("color") ? colorFunction(inner) : spaceFunction(name, arguments(inner));
    }
    if (trimmed.startsWith("#")) {
      return hex(trimmed);
    }
    if (trimmed.equalsIgnoreCase("transparent")) {
      return new SpaceColor(ColorSpace.SRGB, new Triple(0, 0, 0), 0);
    }
    int rgb = CssColorNames.exactly(trimmed);
    return rgb < 0 ? null : srgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, 1);
  }

  private static SpaceColor srgb(double red, double green, double blue, double alpha) {
    return new SpaceColor(
        ColorSpace.SRGB, new Triple(red / 255, green / 255, blue / 255), Math.min(alpha, 1));
  }

  /// Seven digits count as the first six.
  private static @Nullable SpaceColor hex(String text) {
    int end = text.length();
    if (end == 8 && EightBitColor.hexDigit(text.charAt(7)) >= 0) {
      end = 7;
    }
    EightBitColor color = EightBitColor.hex(text, 1, end);
    return color == null ? null : srgb(color.red(), color.green(), color.blue(), color.alpha());
  }

  /// Index of the parenthesis when the text is `name(…)` on one line, else -1.
  private static int functionNameEnd(String text) {
    int open = text.indexOf('(');
    if (open < 1 || open + 2 >= text.length() || text.charAt(text.length() - 1) != ')') {
      return -1;
    }
    for (int i = 0; i < open; i++) {
      int lower = text.charAt(i) | 0x20;
      if (lower < 'a' || lower > 'z') {
        return -1;
      }
    }
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        return -1;
      }
    }
    return open;
  }

  private static List<Argument> arguments(String inner) {
    List<Argument> arguments = new ArrayList<>();
    boolean slash = false;
    int at = 0;
    while (at < inner.length()) {
      char c = inner.charAt(at);
      if (!isWordPart(c)) {
        slash = c == '/' || (slash && NumberText.isSpace(c));
        at++;
        continue;
      }
      int start = at;
      while (at < inner.length() && isWordPart(inner.charAt(at))) {
        at++;
      }
      if (at < inner.length() && inner.charAt(at) == '%') {
        at++;
      }
      arguments.add(argument(inner.substring(start, at), slash));
      slash = false;
    }
    return arguments;
  }

  private static Argument argument(String text, boolean alpha) {
    int length = text.length();
    if (text.endsWith("%")) {
      double value = NumberText.toNumber(text.substring(0, length - 1)) / 100;
      return new Argument(Kind.PERCENT, text, value, alpha);
    }
    if (text.endsWith("deg")) {
      double value = NumberText.toNumber(text.substring(0, length - 3));
      return new Argument(Kind.ANGLE, text, value, alpha);
    }
    return new Argument(
        isPlainNumber(text) ? Kind.NUMBER : Kind.WORD, text, NumberText.toNumber(text), alpha);
  }

  private static boolean isWordPart(char c) {
    return c == '-'
        || c == '.'
        || c == '_'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
  }

  private static boolean isPlainNumber(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return start < text.length();
  }

  private static @Nullable SpaceColor colorFunction(String inner) {
    List<Argument> arguments = arguments(inner);
    if (arguments.isEmpty()) {
      return null;
    }
    ColorSpace space = ColorSpace.byFunctionId(arguments.removeFirst().text);
    if (space == null) {
      return null;
    }
    double alpha = 1;
    if (inner.indexOf('/') > 0) {
      alpha = arguments.isEmpty() ? 1 : arguments.removeLast().value;
    }
    double[] parts = {0, 0, 0};
    for (int i = 0; i < Math.min(parts.length, arguments.size()); i++) {
      parts[i] = arguments.get(i).value;
    }
    Triple coordinates = new Triple(parts[0], parts[1], parts[2]);
    Form form = space == ColorSpace.SRGB ? Form.HUELESS : Form.NORMAL;
    return new SpaceColor(
        space, coordinates, alpha < 1 ? alpha : 1, coordinates.hasNaN() ? Form.SPOILT : form);
  }

  private static @Nullable SpaceColor spaceFunction(String name, List<Argument> arguments) {
    ColorSpace space = spaceOf(name);
    if (space == null || arguments.isEmpty()) {
      return null;
    }
    double alpha = 1;
    boolean lastIsAlpha = name.equals("rgba") || name.equals("hsla");
    if (lastIsAlpha || arguments.getLast().alpha) {
      alpha = arguments.removeLast().value;
    }
    if (arguments.size() < 3) {
      return null;
    }
    double[] parts = new double[3];
    boolean spoilt = false;
    for (int i = 0; i < parts.length; i++) {
      Argument argument = arguments.get(i);
      if (!isAllowed(space, i, argument.kind)) {
        return null;
      }
      parts[i] = coordinate(space, i, argument);
      spoilt |= Double.isNaN(parts[i]) && !isScaled(space, argument.kind);
    }
    Triple coordinates = new Triple(parts[0], parts[1], parts[2]);
    double allowed = alpha < 1 ? alpha : 1;
    return arguments.size() > 3
        ? new SpaceColor(space, coordinates, allowed, Form.SURPLUS, arguments.get(3).value)
        : new SpaceColor(space, coordinates, allowed, spoilt ? Form.SPOILT : Form.NORMAL);
  }

  private static @Nullable ColorSpace spaceOf(String name) {
    return switch (name) {
      case "rgb", "rgba" -> ColorSpace.SRGB;
      case "hsl", "hsla" -> ColorSpace.HSL;
      case "hwb" -> ColorSpace.HWB;
      case "lab" -> ColorSpace.LAB;
      case "lch" -> ColorSpace.LCH;
      case "oklab" -> ColorSpace.OKLAB;
      case "oklch" -> ColorSpace.OKLCH;
      default -> null;
    };
  }

  private static boolean isAllowed(ColorSpace space, int index, Kind kind) {
    boolean hue = index == space.hueIndex();
    return switch (kind) {
      case NUMBER -> hue || space.axes() != ColorSpace.Axes.HUE_AND_PERCENTS;
      case PERCENT -> !hue;
      case ANGLE -> hue;
      case WORD -> false;
    };
  }

  /// Whether the library computes the coordinate from the argument instead of taking it over; only
  /// what it takes over is spoilt when it is no number (`0.5.1`).
  private static boolean isScaled(ColorSpace space, Kind kind) {
    return kind == Kind.PERCENT || space == ColorSpace.SRGB;
  }

  private static double coordinate(ColorSpace space, int index, Argument argument) {
    if (argument.kind == Kind.PERCENT) {
      return switch (space.axes()) {
        case PLAIN, CHANNELS -> argument.value;
        case HUE_AND_PERCENTS -> 100 * argument.value;
        case LAB -> index == 0 ? 100 * argument.value : signed(125, argument.value);
        case LCH -> (index == 0 ? 100 : 150) * argument.value;
        case OKLAB -> index == 0 ? argument.value : signed(0.4, argument.value);
        case OKLCH -> index == 0 ? argument.value : 0.4 * argument.value;
      };
    }
    return space == ColorSpace.SRGB ? argument.value / 255 : argument.value;
  }

  /// The library maps -100 % to 100 % onto the axis, which costs the last bits of a plain product.
  private static double signed(double bound, double share) {
    return -bound + 2 * bound * ((share + 1) / 2);
  }
}
