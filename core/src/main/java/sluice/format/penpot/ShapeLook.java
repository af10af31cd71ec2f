package sluice.format.penpot;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.report.gather.Change;
import sluice.report.gather.ReportLimits;

/// What changes of a shape's fields look like.
final class ShapeLook {
  /// Fields that repeat where a shape is, which its box says too.
  private static final Set<String> REPEATED =
      Set.of("points", "selrect", "transform", "transformInverse", "positionData", "content");

  private static final Set<String> LENGTHS =
      Set.of(
          "r1",
          "r2",
          "r3",
          "r4",
          "x",
          "y",
          "width",
          "height",
          "strokeWidth",
          "rowGap",
          "columnGap",
          "p1",
          "p2",
          "p3",
          "p4",
          "m1",
          "m2",
          "m3",
          "m4",
          "fontSize",
          "letterSpacing",
          "layoutItemMaxH",
          "layoutItemMinH",
          "layoutItemMaxW",
          "layoutItemMinW",
          "offsetX",
          "offsetY",
          "blur",
          "spread");

  private static final Set<String> COLORS =
      Set.of("fillColor", "strokeColor", "color", "fillColorGradient", "strokeColorGradient");

  private static final Set<String> SHARES = Set.of("opacity", "fillOpacity", "strokeOpacity");

  private static final Look STAYED = new Look.Words("as it was");
  private static final Look FOLLOWS = new Look.Words("follows the shape");

  private ShapeLook() {}

  /// The field a change is in, if it is one that repeats where the shape is; else null. The content
  /// of a text does not, that of a path does.
  static @Nullable String repeated(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    return REPEATED.contains(first) && !(first.equals("content") && path.contains("children"))
        ? first
        : null;
  }

  /// A change of a field that repeats where the shape is.
  static Change follows(String field, String token) {
    return Change.unseen(field, token, STAYED, FOLLOWS);
  }

  /// One change of another field.
  ///
  /// @param path keys and item numbers from the shape down, joined by dots
  static Change change(
      String path, String token, @Nullable JsonValue before, @Nullable JsonValue after) {
    String last = lastKey(path);
    return Change.of(
        ReportLimits.cut(path, ReportLimits.NAME_CHARS_MAX),
        token,
        look(last, before),
        look(last, after));
  }

  /// The last part that is no item's number.
  private static String lastKey(String path) {
    int to = path.length();
    while (to > 0) {
      int from = path.lastIndexOf('.', to - 1) + 1;
      if (from == to || !Character.isDigit(path.charAt(from))) {
        return path.substring(from, to);
      }
      to = from - 1;
    }
    return path;
  }

  private static Look look(String key, @Nullable JsonValue value) {
    if (value == null || value instanceof JsonValue.Null) {
      return new Look.Absent();
    }
    if (key.equals("fills") || key.equals("strokes")) {
      return paints(key.equals("fills") ? "fill" : "stroke", value);
    }
    if (key.equals("shadow")) {
      List<Shadow> shadows = ShapePaints.shadows(list(value));
      return shadows.isEmpty() ? new Look.Absent() : new Look.Shadows(shadows);
    }
    if (COLORS.contains(key)) {
      Rgba color = ShapePaints.color(ShapePaints.text(value), 1);
      return color == null ? words(value) : new Look.Solid(color);
    }
    if (SHARES.contains(key)) {
      return value instanceof JsonValue.Num
          ? new Look.Share(ShapePaints.number(value, 1))
          : words(value);
    }
    return LENGTHS.contains(key) ? length(value) : words(value);
  }

  private static JsonValue list(JsonValue value) {
    return value instanceof JsonValue.Arr ? value : new JsonValue.Arr(List.of(value));
  }

  private static Look paints(String kind, JsonValue value) {
    List<Look> looks = ShapePaints.looks(list(value), kind);
    return looks.isEmpty() ? new Look.Absent() : looks.getLast();
  }

  /// Sizes of fonts are numbers in a text.
  private static Look length(JsonValue value) {
    if (value instanceof JsonValue.Str(String text)) {
      try {
        double pixels = Double.parseDouble(text);
        return Double.isFinite(pixels) ? new Look.Length(pixels) : words(value);
      } catch (NumberFormatException _) {
        return words(value);
      }
    }
    return value instanceof JsonValue.Num
        ? new Look.Length(ShapePaints.number(value, 0))
        : words(value);
  }

  private static Look words(JsonValue value) {
    String text = value instanceof JsonValue.Str(String words) ? words : JsonTree.write(value);
    return new Look.Words(ReportLimits.cut(text, ReportLimits.WORDS_CHARS_MAX));
  }
}
