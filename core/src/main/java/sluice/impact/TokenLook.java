package sluice.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;
import sluice.report.ValueChange;
import sluice.report.gather.ReportLimits;
import sluice.resolve.color.DtcgColorSpace;
import sluice.resolve.color.Gradient;
import sluice.resolve.color.GradientText;
import sluice.resolve.color.PaintColor;
import sluice.token.NumberText;

/// What the two values of a token look like, whichever dialect they are written in. What has no
/// look of its own, or would look the same, is told in words.
final class TokenLook {
  private static final double PERCENT = 100;

  /// Types whose numbers are pixels, in lower case without `-`.
  private static final Set<String> LENGTHS =
      Set.of(
          "borderradius",
          "borderwidth",
          "dimension",
          "dimensions",
          "fontsize",
          "fontsizes",
          "letterspacing",
          "paragraphspacing",
          "sizing",
          "spacing",
          "strokewidth");

  private TokenLook() {}

  /// The pair of values.
  ///
  /// @param nodes nodes that the token touches
  static ValueChange of(TokenDelta delta, long nodes) {
    Look before = look(delta.type(), delta.before());
    Look after = look(delta.type(), delta.after());
    if (before.equals(after)) {
      before = words(delta.before());
      after = words(delta.after());
    }
    return new ValueChange(delta.type() == null ? "" : delta.type(), before, after, nodes);
  }

  private static Look words(TokenDelta.@Nullable Value value) {
    if (value == null) {
      return new Look.Absent();
    }
    JsonValue read = value(value);
    String text = read instanceof JsonValue.Str(String plain) ? plain : value.json();
    return new Look.Words(
        ReportLimits.cut(
            value.resolved() ? text : text + " (no value)", ReportLimits.WORDS_CHARS_MAX));
  }

  private static @Nullable JsonValue value(TokenDelta.Value value) {
    try {
      return JsonTree.read(value.json());
    } catch (JsonTree.TooDeepException _) {
      return null;
    }
  }

  private static Look look(@Nullable String type, TokenDelta.@Nullable Value value) {
    JsonValue read = value == null || !value.resolved() ? null : value(value);
    Look look =
        type == null || read == null
            ? null
            : look(type.toLowerCase(Locale.ROOT).replace("-", ""), read);
    return look == null ? words(value) : look;
  }

  private static @Nullable Look look(String type, JsonValue value) {
    return switch (type) {
      case "color" -> color(value);
      case "opacity" -> share(value);
      case "boxshadow", "shadow" -> shadows(value);
      case "typography" -> type(value);
      default -> {
        double pixels = LENGTHS.contains(type) ? pixels(value) : Double.NaN;
        yield Double.isFinite(pixels) ? new Look.Length(pixels) : null;
      }
    };
  }

  private static @Nullable Look color(@Nullable JsonValue value) {
    if (value instanceof JsonValue.Str(String text) && GradientText.isGradient(text)) {
      return gradient(GradientText.parse(text));
    }
    Rgba color = rgba(value);
    return color == null ? null : new Look.Solid(color);
  }

  private static @Nullable Rgba rgba(@Nullable JsonValue value) {
    if (value instanceof JsonValue.Obj parts) {
      return dtcg(parts);
    }
    sluice.resolve.color.Rgba color =
        value instanceof JsonValue.Str(String text) ? PaintColor.parse(text) : null;
    return color == null ? null : rgba(color);
  }

  /// A colour of DTCG; a component that is `none` counts as 0, as in CSS.
  private static @Nullable Rgba dtcg(JsonValue.Obj color) {
    DtcgColorSpace space =
        color.member("colorSpace") instanceof JsonValue.Str(String key)
            ? DtcgColorSpace.of(key)
            : null;
    if (space == null
        || !(color.member("components") instanceof JsonValue.Arr(List<JsonValue> items))
        || items.size() != DtcgColorSpace.COMPONENTS) {
      return null;
    }
    DtcgColorSpace.Srgb srgb = space.toSrgb(items.stream().mapToDouble(TokenLook::known).toArray());
    double alpha = color.find("alpha") < 0 ? 1 : known(color.member("alpha"));
    return new Rgba(
        Math.clamp(srgb.red(), 0.0, 1.0),
        Math.clamp(srgb.green(), 0.0, 1.0),
        Math.clamp(srgb.blue(), 0.0, 1.0),
        Math.clamp(alpha, 0.0, 1.0));
  }

  private static Rgba rgba(sluice.resolve.color.Rgba color) {
    return new Rgba(color.red(), color.green(), color.blue(), color.opacity());
  }

  private static @Nullable Look gradient(@Nullable Gradient gradient) {
    if (gradient == null || gradient.stops().size() > ReportLimits.LOOK_PARTS_MAX) {
      return null;
    }
    Gradient.Handles handles = gradient.handles();
    return new Look.Gradient(
        switch (gradient.kind()) {
          case LINEAR -> Look.Gradient.Form.LINEAR;
          case RADIAL -> Look.Gradient.Form.RADIAL;
          case ANGULAR -> Look.Gradient.Form.CONIC;
        },
        Look.Gradient.angle(
            handles.end().x() - handles.start().x(), handles.end().y() - handles.start().y()),
        gradient.stops().stream()
            .map(stop ->
                new Look.Gradient.Stop(Math.clamp(stop.position(), 0.0, 1.0), rgba(stop.color())))
            .toList());
  }

  private static @Nullable Look share(JsonValue value) {
    double share =
        value instanceof JsonValue.Str(String text) && text.endsWith("%")
            ? number(text.substring(0, text.length() - 1)) / PERCENT
            : pixels(value);
    return share >= 0 && share <= 1 ? new Look.Share(share) : null;
  }

  /// One shadow or a list of them; null where a part cannot be told.
  private static @Nullable Look shadows(JsonValue value) {
    List<JsonValue> items =
        value instanceof JsonValue.Arr(List<JsonValue> several) ? several : List.of(value);
    if (items.isEmpty() || items.size() > ReportLimits.LOOK_PARTS_MAX) {
      return null;
    }
    List<Shadow> shadows = new ArrayList<>();
    for (JsonValue item : items) {
      Shadow shadow = item instanceof JsonValue.Obj parts ? shadow(parts) : null;
      if (shadow == null) {
        return null;
      }
      shadows.add(shadow);
    }
    return new Look.Shadows(shadows);
  }

  /// Tokens Studio says `x`, DTCG and Penpot say `offsetX`.
  private static @Nullable Shadow shadow(JsonValue.Obj parts) {
    Rgba color = rgba(parts.member("color"));
    double x = pixels(parts.member(parts.find("x") < 0 ? "offsetX" : "x"));
    double y = pixels(parts.member(parts.find("y") < 0 ? "offsetY" : "y"));
    double blur = pixels(parts.member("blur"));
    double spread = parts.find("spread") < 0 ? 0 : pixels(parts.member("spread"));
    boolean inner =
        parts.member("inset") instanceof JsonValue.Bool(boolean inset)
            ? inset
            : parts.member("type") instanceof JsonValue.Str(String kind)
                && kind.startsWith("inner");
    return color == null || !Double.isFinite(x + y + blur + spread)
        ? null
        : new Shadow(inner, x, y, blur, spread, color);
  }

  private static @Nullable Look type(JsonValue value) {
    return value instanceof JsonValue.Obj parts
        ? new Look.Type(
            family(parts.member("fontFamily")),
            false,
            Math.clamp(Math.round(known(parts.member("fontWeight"))), 0, 1000),
            known(parts.member("fontSize")),
            lineHeight(parts),
            known(parts.member("letterSpacing")))
        : null;
  }

  /// DTCG counts in font sizes, the others in pixels.
  private static double lineHeight(JsonValue.Obj parts) {
    double height = known(parts.member("lineHeight"));
    return parts.member("fontSize") instanceof JsonValue.Obj size
            && parts.member("lineHeight") instanceof JsonValue.Num
        ? height * known(size)
        : height;
  }

  private static String family(@Nullable JsonValue value) {
    return switch (value) {
      case JsonValue.Str(String text) -> ReportLimits.cut(text, ReportLimits.NAME_CHARS_MAX);
      case JsonValue.Arr(List<JsonValue> names) when !names.isEmpty() -> family(names.getFirst());
      case null, default -> "";
    };
  }

  /// A number of pixels, 0 where there is none.
  private static double known(@Nullable JsonValue value) {
    double pixels = pixels(value);
    return Double.isFinite(pixels) ? pixels : 0;
  }

  /// A number, with or without `px`, or as DTCG writes it; NaN for anything else.
  private static double pixels(@Nullable JsonValue value) {
    return switch (value) {
      case JsonValue.Num(double number, String _) -> number;
      case JsonValue.Str(String text) when text.endsWith("px") ->
          number(text.substring(0, text.length() - 2));
      case JsonValue.Str(String text) -> number(text);
      case JsonValue.Obj dimension
          when dimension.member("unit") instanceof JsonValue.Str(String unit)
              && unit.equals("px") ->
          pixels(dimension.member("value"));
      case null, default -> Double.NaN;
    };
  }

  private static double number(String text) {
    return text.isBlank() ? Double.NaN : NumberText.toNumber(text);
  }
}
