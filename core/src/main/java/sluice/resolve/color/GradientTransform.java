package sluice.resolve.color;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.Gradient.Transform;
import sluice.token.NumberText;

/// The matrix that the first argument of a gradient asks for (Tokens Studio, gradients).
///
/// The keyword angles are the plugin's, not those of CSS.
final class GradientTransform {
  private static final double DEFAULT_ANGLE = 180;
  private static final double DECIMALS = 1e10;
  private static final Transform IDENTITY = new Transform(1, 0, 0, 0, 1, 0);

  private GradientTransform() {}

  /// Whether the first argument of a linear gradient is its direction.
  static boolean isDirection(String first) {
    return first.contains("deg") || first.contains("turn") || first.startsWith("to ");
  }

  /// The matrix of a linear gradient; without a direction it runs at 180°.
  static Transform linear(String first) {
    double radians = -(angle(first) - 90) * (Math.PI / 180);
    double fold = Math.abs(radians) % (Math.PI / 2);
    if (fold > Math.PI / 4) {
      fold = Math.PI / 2 - fold;
    }
    double scale = StrictMath.cos(fold);
    double cos = StrictMath.cos(radians) * scale;
    double sin = StrictMath.sin(radians) * scale;
    return new Transform(
        rounded(cos),
        rounded(-sin),
        rounded(0.5 - 0.5 * cos + 0.5 * sin),
        rounded(sin),
        rounded(cos),
        rounded(0.5 - 0.5 * sin - 0.5 * cos));
  }

  private static double angle(String first) {
    if (first.contains("deg")) {
      return NumberText.parseFloat(without(first, "deg"));
    }
    if (first.contains("turn")) {
      return NumberText.parseFloat(without(first, "turn")) * 360;
    }
    return switch (first) {
      case "to right" -> 270;
      case "to bottom" -> 0;
      case "to left" -> 90;
      case "to top right" -> 225;
      case "to top left" -> 135;
      case "to bottom right" -> 315;
      case "to bottom left" -> 45;
      default -> DEFAULT_ANGLE;
    };
  }

  private static String without(String text, String word) {
    int at = text.indexOf(word);
    return text.substring(0, at) + text.substring(at + word.length());
  }

  /// Whether the first argument of a radial gradient is its shape and position.
  static boolean isRadialPosition(String first) {
    String lower = first.toLowerCase(Locale.ROOT);
    return lower.contains("at ")
        || lower.contains("circle")
        || lower.contains("ellipse")
        || lower.contains("closest-")
        || lower.contains("farthest-");
  }

  /// The matrix of a radial gradient; an edge named alone has a fixed one.
  static Transform radial(String first) {
    String lower = first.toLowerCase(Locale.ROOT);
    Transform edge = edge(lower);
    if (edge != null) {
      return edge;
    }
    if (!isRadialPosition(first)) {
      return IDENTITY;
    }
    double[] center = center(lower);
    double x = center[0];
    double y = 1 - center[1];
    double scaleX = 2 * Math.max(x, 1 - x);
    double scaleY = 2 * Math.max(y, 1 - y);
    return new Transform(
        rounded(scaleX),
        0,
        rounded(x - 0.5 * scaleX),
        0,
        rounded(scaleY),
        rounded(y - 0.5 * scaleY));
  }

  private static @Nullable Transform edge(String lower) {
    boolean sideways = lower.contains("left") || lower.contains("right");
    boolean upright = lower.contains("top") || lower.contains("bottom");
    if (lower.contains("at top") && !sideways) {
      return new Transform(1, 0, 0, 0, 1, 0.5);
    }
    if (lower.contains("at bottom") && !sideways) {
      return new Transform(1, 0, 0, 0, 1, -0.5);
    }
    if (lower.contains("at left") && !upright) {
      return new Transform(1, 0, -0.5, 0, 1, 0);
    }
    if (lower.contains("at right") && !upright) {
      return new Transform(1, 0, 0.5, 0, 1, 0);
    }
    return null;
  }

  /// The centre as written, x and y from the top left.
  private static double[] center(String lower) {
    String position = "";
    int at = lower.indexOf(" at ");
    if (at >= 0) {
      int next = lower.indexOf(" at ", at + 4);
      position = lower.substring(at + 4, next < 0 ? lower.length() : next);
    } else if (lower.startsWith("at ")) {
      position = lower.substring(3);
    }
    String[] parts = NumberText.trim(position).split("\\s+", -1);
    double first = coordinate(parts[0]);
    if (parts.length == 1) {
      boolean isY = parts[0].equals("top") || parts[0].equals("bottom");
      return isY ? new double[] {0.5, first} : new double[] {first, 0.5};
    }
    double second = coordinate(parts[1]);
    boolean yFirst =
        parts[0].equals("top")
            || parts[0].equals("bottom")
            || parts[1].equals("left")
            || parts[1].equals("right");
    return yFirst ? new double[] {second, first} : new double[] {first, second};
  }

  private static double coordinate(String word) {
    return switch (word) {
      case "left", "top" -> 0;
      case "right", "bottom" -> 1;
      default -> word.endsWith("%") ? NumberText.parseFloat(word) / 100 : 0.5;
    };
  }

  /// Whether the first argument of a conic gradient is its angle or position; a colour name with
  /// `at` in it is taken for one too.
  static boolean isConicPosition(String first) {
    return first.contains("from") || first.contains("at");
  }

  /// The matrix of a conic gradient, not rounded; only `from <number>deg` counts.
  static Transform conic(String first) {
    double radians = startAngle(first) * Math.PI / 180;
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    return new Transform(
        cos, -sin, 0.5 - 0.5 * cos + 0.5 * sin, sin, cos, 0.5 - 0.5 * sin - 0.5 * cos);
  }

  private static double startAngle(String first) {
    for (int from = first.indexOf("from"); from >= 0; from = first.indexOf("from", from + 1)) {
      int at = from + 4;
      while (at < first.length() && NumberText.isSpace(first.charAt(at))) {
        at++;
      }
      int start = at;
      at = digitsEnd(first, at);
      if (start == from + 4 || at == start) {
        continue;
      }
      if (at < first.length() && first.charAt(at) == '.' && digitsEnd(first, at + 1) > at + 1) {
        at = digitsEnd(first, at + 1);
      }
      if (first.startsWith("deg", at)) {
        return NumberText.parseFloat(first.substring(start, at));
      }
    }
    return 0;
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static double rounded(double value) {
    return Math.floor((value + Math.ulp(1.0)) * DECIMALS + 0.5) / DECIMALS;
  }
}
