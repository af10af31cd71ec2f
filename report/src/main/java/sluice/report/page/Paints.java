package sluice.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.report.Look;
import sluice.report.Rgba;

/// Paints of one drawing: what `fill` and `stroke` say, and the definitions they refer to. Ids
/// begin with the drawing's own prefix, so that drawings do not take each other's.
final class Paints {
  /// Colours of a gradient that are drawn.
  static final int STOPS_MAX = 16;

  /// Beyond this a browser only gets slower.
  private static final double BLUR_MAX = 200;

  private final String prefix;
  private final Map<Look.Gradient, String> gradients = new LinkedHashMap<>();
  private final Map<Double, String> blurs = new LinkedHashMap<>();
  private final Map<Clip, String> clips = new LinkedHashMap<>();

  private record Clip(String outline, String turn) {}

  Paints(String prefix) {
    this.prefix = prefix;
  }

  /// A paint as an attribute's value; `none` for what is no paint.
  String of(Look look) {
    return switch (look) {
      case Look.Solid(Rgba color) -> ColorText.opaqueHex(color);
      case Look.Gradient gradient ->
          "url(#" + gradients.computeIfAbsent(gradient, _ -> prefix + "g" + gradients.size()) + ")";
      case Look.Absent(),
          Look.Length(_),
          Look.Lengths(_),
          Look.Share(_),
          Look.Shadows(_),
          Look.Type(_, _, _, _, _, _),
          Look.Words(_) ->
          "none";
    };
  }

  /// How much of a paint is seen.
  static double opacity(Look look) {
    return look instanceof Look.Solid(Rgba color) ? color.alpha() : 1;
  }

  /// A blur as the value of `filter`.
  ///
  /// @param blur as design tools count it: twice the deviation
  String blur(double blur) {
    double deviation = Math.round(Math.clamp(blur, 0.0, BLUR_MAX) * 5) / 10.0;
    return "url(#" + blurs.computeIfAbsent(deviation, _ -> prefix + "b" + blurs.size()) + ")";
  }

  /// A cut at an outline as the value of `clip-path`.
  ///
  /// @param outline `d` of a path
  /// @param turn its `transform`, empty for none
  String clip(String outline, String turn) {
    Clip clip = new Clip(outline, turn);
    return "url(#" + clips.computeIfAbsent(clip, _ -> prefix + "c" + clips.size()) + ")";
  }

  /// Writes all definitions that were referred to; comes last in a drawing.
  void write(Svg svg) {
    if (gradients.isEmpty() && blurs.isEmpty() && clips.isEmpty()) {
      return;
    }
    svg.open("defs");
    gradients.forEach((gradient, id) -> gradient(svg, gradient, id));
    blurs.forEach((deviation, id) -> {
      svg.open("filter", "id", id, "x", "-100%", "y", "-100%", "width", "300%", "height", "300%");
      svg.leaf("feGaussianBlur", "stdDeviation", deviation).close();
    });
    clips.forEach((clip, id) -> {
      svg.open("clipPath", "id", id);
      path(svg, clip);
      svg.close();
    });
    svg.close();
  }

  private static void path(Svg svg, Clip clip) {
    if (clip.turn().isEmpty()) {
      svg.leaf("path", "d", clip.outline());
    } else {
      svg.leaf("path", "d", clip.outline(), "transform", clip.turn());
    }
  }

  private static void gradient(Svg svg, Look.Gradient gradient, String id) {
    if (gradient.form() == Look.Gradient.Form.RADIAL) {
      svg.open("radialGradient", "id", id);
    } else {
      // The angle is that of CSS: 0 runs upwards, 90 to the right.
      double angle = Math.toRadians(gradient.angleDegrees());
      double x = Math.sin(angle) / 2;
      double y = -Math.cos(angle) / 2;
      // As far as the corners of a square, as CSS has it.
      double reach = Math.abs(Math.sin(angle)) + Math.abs(Math.cos(angle));
      svg.open(
          "linearGradient",
          "id",
          id,
          "x1",
          0.5 - x * reach,
          "y1",
          0.5 - y * reach,
          "x2",
          0.5 + x * reach,
          "y2",
          0.5 + y * reach);
    }
    for (Look.Gradient.Stop stop : first(gradient.stops())) {
      svg.leaf(
          "stop",
          "offset",
          Math.clamp(stop.at(), 0.0, 1.0),
          "stop-color",
          ColorText.opaqueHex(stop.color()),
          "stop-opacity",
          stop.color().alpha());
    }
    svg.close();
  }

  static List<Look.Gradient.Stop> first(List<Look.Gradient.Stop> stops) {
    return stops.subList(0, Math.min(STOPS_MAX, stops.size()));
  }
}
