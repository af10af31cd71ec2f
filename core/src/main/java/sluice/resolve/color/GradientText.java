package sluice.resolve.color;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.Gradient.Kind;
import sluice.token.NumberText;

/// Reads a CSS gradient text into a gradient paint (Tokens Studio, gradients).
public final class GradientText {
  private GradientText() {}

  /// Whether a resolved value is applied as a gradient: the plugin looks at the lower-case prefix
  /// only.
  public static boolean isGradient(String text) {
    return text.startsWith("linear-gradient")
        || text.startsWith("radial-gradient")
        || text.startsWith("conic-gradient");
  }

  /// The gradient a text stands for; null where the plugin throws (a stop that is no colour, no
  /// arguments) or would write NaN (a single stop without a position). An unknown function name is
  /// a linear gradient.
  public static @Nullable Gradient parse(String text) {
    int open = text.indexOf('(');
    String name = NumberText.trim(text.substring(0, Math.max(open, 0))).toLowerCase(Locale.ROOT);
    List<String> parts = topLevelParts(between(text, open + 1, text.lastIndexOf(')')));
    return switch (name) {
      case "radial-gradient" ->
          gradient(
              Kind.RADIAL,
              parts,
              !parts.isEmpty() && GradientTransform.isRadialPosition(parts.getFirst()),
              GradientTransform.radial(parts.isEmpty() ? "" : parts.getFirst()));
      case "conic-gradient" ->
          gradient(
              Kind.ANGULAR,
              parts,
              !parts.isEmpty() && GradientTransform.isConicPosition(parts.getFirst()),
              GradientTransform.conic(parts.isEmpty() ? "" : parts.getFirst()));
      default ->
          parts.isEmpty()
              ? null
              : gradient(
                  Kind.LINEAR,
                  parts,
                  GradientTransform.isDirection(parts.getFirst()),
                  GradientTransform.linear(parts.getFirst()));
    };
  }

  /// For each colour stop of an unresolved gradient text the token it refers to, or empty text.
  /// Parts without `#` and `{` are left out, as the plugin does.
  public static List<String> stopReferences(String text) {
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    if (open < 0 || close < 0) {
      return List.of();
    }
    List<String> references = new ArrayList<>();
    String inner = between(text, open + 1, close);
    int start = 0;
    while (start <= inner.length()) {
      int comma = inner.indexOf(',', start);
      int end = comma < 0 ? inner.length() : comma;
      String part = inner.substring(start, end);
      if (part.indexOf('#') >= 0 || part.indexOf('{') >= 0) {
        references.add(reference(part));
      }
      start = end + 1;
    }
    return List.copyOf(references);
  }

  private static String reference(String part) {
    int open = part.indexOf('{');
    int close = part.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return "";
    }
    return part.substring(open, close).replace("{", "");
  }

  /// Like a substring, with the bounds swapped when they are in the wrong order.
  private static String between(String text, int start, int end) {
    int low = Math.max(0, Math.min(start, end));
    int high = Math.max(0, Math.max(start, end));
    return text.substring(low, high);
  }

  private static List<String> topLevelParts(String inner) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inner.length(); i++) {
      switch (inner.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(NumberText.trim(inner.substring(start, i)));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    String last = NumberText.trim(inner.substring(start));
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  private static @Nullable Gradient gradient(
      Kind kind, List<String> parts, boolean positionFirst, Gradient.Transform transform) {
    if (!transform.isFinite()) {
      return null;
    }
    List<String> written = positionFirst ? parts.subList(1, parts.size()) : parts;
    List<Gradient.Stop> stops = new ArrayList<>(written.size());
    for (int i = 0; i < written.size(); i++) {
      Gradient.Stop stop = stop(written.get(i), (double) i / (written.size() - 1));
      if (stop == null) {
        return null;
      }
      stops.add(stop);
    }
    return new Gradient(kind, stops, transform);
  }

  private static Gradient.@Nullable Stop stop(String part, double evenPosition) {
    int space = lastTopLevelSpace(part);
    String color = part;
    double position = evenPosition;
    if (space >= 0 && isPosition(part, space + 1)) {
      color = part.substring(0, space);
      position = NumberText.parseFloat(part.substring(space + 1)) / 100;
    }
    Rgba rgba = PaintColor.parse(NumberText.trim(color));
    return rgba == null || !Double.isFinite(position) ? null : new Gradient.Stop(rgba, position);
  }

  private static int lastTopLevelSpace(String part) {
    int last = -1;
    int depth = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ' ' && depth == 0) {
        last = i;
      }
    }
    return last;
  }

  /// A percent sign anywhere, or digits with at most one inner dot.
  private static boolean isPosition(String part, int start) {
    if (part.indexOf('%', start) >= 0) {
      return true;
    }
    int dot = -1;
    for (int i = start; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '.' && dot < 0 && i > start && i < part.length() - 1) {
        dot = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return start < part.length();
  }
}
