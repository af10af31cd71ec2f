package sluice.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sluice.report.Box;
import sluice.report.Layer;
import sluice.report.Look;

/// The words of a text layer. Where lines break is not in a document, so it is estimated.
final class TextDrawing {
  /// Width of a letter in sizes of its font, over many fonts and languages.
  private static final double LETTER_WIDTH = 0.52;

  private static final double SIZE_DEFAULT = 14;
  private static final double LINE_HEIGHT = 1.2;

  /// Where letters stand in their line: below its middle, in sizes of the font.
  private static final double BASELINE = 0.35;

  private static final int LINES_MAX = 40;
  private static final int CHARS_MAX = 600;

  private TextDrawing() {}

  static void draw(Svg svg, Paints paints, Layer layer, Layer.Text text) {
    Look.Type type = text.type();
    Box box = layer.box();
    double size = type.sizePixels() > 0 ? type.sizePixels() : SIZE_DEFAULT;
    double height = type.lineHeightPixels() > 0 ? type.lineHeightPixels() : size * LINE_HEIGHT;
    String anchor =
        switch (text.align()) {
          case LEFT -> "start";
          case CENTER -> "middle";
          case RIGHT -> "end";
        };
    double x =
        switch (text.align()) {
          case LEFT -> box.x();
          case CENTER -> box.x() + box.width() / 2;
          case RIGHT -> box.x() + box.width();
        };
    List<String> lines = lines(text.characters(), box, size, height, type.letterSpacingPixels());
    for (Look fill : LayerDrawing.first(layer.fills())) {
      List<Object> attributes = new ArrayList<>(set(type, size));
      Collections.addAll(attributes, "text-anchor", anchor, "fill", paints.of(fill));
      Collections.addAll(attributes, "fill-opacity", Paints.opacity(fill));
      svg.open("text", attributes.toArray());
      for (int i = 0; i < lines.size(); i++) {
        double y = box.y() + height * (i + 0.5) + size * BASELINE;
        svg.words("tspan", lines.get(i), "x", x, "y", y);
      }
      svg.close();
    }
  }

  /// Attributes that say how letters are set, as far as they are not the usual.
  private static List<Object> set(Look.Type type, double size) {
    List<Object> attributes = new ArrayList<>();
    Collections.addAll(attributes, "font-family", Fonts.family(type.family()), "font-size", size);
    if (type.weight() > 0 && type.weight() != 400) {
      Collections.addAll(attributes, "font-weight", Math.min(type.weight(), 1000));
    }
    if (type.italic()) {
      Collections.addAll(attributes, "font-style", "italic");
    }
    if (type.letterSpacingPixels() != 0) {
      Collections.addAll(attributes, "letter-spacing", type.letterSpacingPixels());
    }
    return attributes;
  }

  private static List<String> lines(
      String characters, Box box, double size, double height, double spacing) {
    int linesMax = Math.clamp(Math.round(box.height() / height), 1, LINES_MAX);
    // A box as high as one line was made for its words, however wide a font makes them here.
    int letters =
        linesMax == 1
            ? CHARS_MAX
            : (int) Math.clamp(box.width() / (size * LETTER_WIDTH + spacing), 1, CHARS_MAX);
    List<String> lines = new ArrayList<>();
    String text = characters.substring(0, Math.min(CHARS_MAX, characters.length()));
    for (String paragraph : text.split("[\n\r\u2028\u2029]", LINES_MAX)) {
      String rest = Shown.of(paragraph, CHARS_MAX);
      while (rest.length() > letters && lines.size() < linesMax) {
        int at = rest.lastIndexOf(' ', letters);
        at = at <= 0 ? rest.offsetByCodePoints(0, rest.codePointCount(0, letters)) : at;
        lines.add(Shown.of(rest.substring(0, at), CHARS_MAX));
        rest = rest.substring(at).stripLeading();
      }
      lines.add(Shown.of(rest, CHARS_MAX));
    }
    return lines.subList(0, Math.min(linesMax, lines.size()));
  }
}
