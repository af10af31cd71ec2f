package sluice.report.page;

import java.util.List;
import java.util.stream.Collectors;
import sluice.report.Look;
import sluice.report.Rgba;
import sluice.report.Shadow;

/// A value in words.
final class Words {
  /// Parts of one value that are spelled out.
  private static final int PARTS_MAX = 6;

  private Words() {}

  /// What a value is, in one line.
  static String of(Look look) {
    return switch (look) {
      case Look.Absent() -> "nothing";
      case Look.Solid(Rgba color) -> ColorText.hex(color);
      case Look.Gradient gradient -> gradient(gradient);
      case Look.Length(double pixels) -> Figures.pixels(pixels);
      case Look.Lengths(List<Double> pixels) ->
          some(pixels.stream().map(one -> Figures.decimal(one, 2)).toList(), " ") + " px";
      case Look.Share(double share) -> Figures.decimal(share * 100, 1) + " %";
      case Look.Shadows(List<Shadow> shadows) ->
          shadows.isEmpty()
              ? "no shadow"
              : some(shadows.stream().map(Words::shadow).toList(), "; ");
      case Look.Type type -> type(type);
      case Look.Words(String text) -> Shown.name(text);
    };
  }

  private static String gradient(Look.Gradient gradient) {
    String form =
        switch (gradient.form()) {
          case LINEAR -> "linear " + Figures.decimal(gradient.angleDegrees(), 0) + "°";
          case RADIAL -> "radial";
          case CONIC -> "conic";
        };
    List<String> stops =
        gradient.stops().stream()
            .map(stop ->
                ColorText.hex(stop.color()) + " at " + Figures.decimal(stop.at() * 100, 0) + " %")
            .toList();
    return form + ": " + some(stops, ", ");
  }

  private static String shadow(Shadow shadow) {
    return (shadow.inner() ? "inner " : "")
        + Figures.decimal(shadow.x(), 1)
        + " "
        + Figures.decimal(shadow.y(), 1)
        + ", blur "
        + Figures.decimal(shadow.blur(), 1)
        + (shadow.spread() == 0 ? "" : ", spread " + Figures.decimal(shadow.spread(), 1))
        + ", "
        + ColorText.hex(shadow.color());
  }

  private static String type(Look.Type type) {
    StringBuilder text = new StringBuilder();
    add(text, Shown.shortName(type.family()));
    add(text, type.weight() == 0 ? "" : Integer.toString(type.weight()));
    add(text, type.italic() ? "italic" : "");
    add(text, type.sizePixels() == 0 ? "" : Figures.pixels(type.sizePixels()));
    add(
        text,
        type.lineHeightPixels() == 0
            ? ""
            : "lines " + Figures.decimal(type.lineHeightPixels(), 2) + " px apart");
    add(
        text,
        type.letterSpacingPixels() == 0
            ? ""
            : "letters " + Figures.decimal(type.letterSpacingPixels(), 2) + " px apart");
    return text.isEmpty() ? "text style" : text.toString();
  }

  private static void add(StringBuilder text, String part) {
    if (!part.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(part);
    }
  }

  private static String some(List<String> parts, String between) {
    String text = parts.stream().limit(PARTS_MAX).collect(Collectors.joining(between));
    return parts.size() <= PARTS_MAX ? text : text + between + (parts.size() - PARTS_MAX) + " more";
  }
}
