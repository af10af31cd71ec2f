package sluice.report.page;

import java.util.List;
import sluice.report.Box;
import sluice.report.Layer;
import sluice.report.Look;

/// One layer without what it holds: shadows, paints, outline, words.
final class LayerDrawing {
  /// Paints of one layer that are drawn.
  private static final int PAINTS_MAX = 6;

  private LayerDrawing() {}

  /// Draws a layer.
  static void draw(Svg svg, Paints paints, Layer layer) {
    if (isBare(layer)) {
      return;
    }
    String turn = PictureDrawing.turn(layer);
    if (!turn.isEmpty()) {
      svg.open("g", "transform", turn);
    }
    boolean ellipse = layer.form() == Layer.Form.ELLIPSE;
    boolean shaped = layer.form() != Layer.Form.TEXT && layer.form() != Layer.Form.LINE;
    if (shaped) {
      Shadows.outer(svg, paints, layer.shadows(), layer.box(), layer.radii(), ellipse);
    }
    Layer.Text text = layer.text();
    if (text != null) {
      TextDrawing.draw(svg, paints, layer, text);
    } else {
      shape(svg, paints, layer);
    }
    if (shaped) {
      Shadows.inner(svg, paints, layer.shadows(), layer.box(), layer.radii(), ellipse);
    }
    if (!turn.isEmpty()) {
      svg.close();
    }
  }

  /// Its outline as the `d` of a path.
  static String outline(Layer layer) {
    return layer.form() == Layer.Form.ELLIPSE
        ? Outline.ellipse(layer.box())
        : Outline.box(layer.box(), layer.radii());
  }

  private static boolean isBare(Layer layer) {
    return layer.fills().isEmpty()
        && layer.strokes().isEmpty()
        && layer.shadows().isEmpty()
        && layer.text() == null;
  }

  private static void shape(Svg svg, Paints paints, Layer layer) {
    if (layer.form() != Layer.Form.LINE) {
      for (Look fill : first(layer.fills())) {
        element(svg, layer, "fill", paints.of(fill), "fill-opacity", Paints.opacity(fill));
      }
    }
    for (Look stroke : first(layer.strokes())) {
      element(
          svg,
          layer,
          "fill",
          "none",
          "stroke",
          paints.of(stroke),
          "stroke-opacity",
          Paints.opacity(stroke),
          "stroke-width",
          layer.strokePixels());
    }
  }

  /// The shortest element for an outline: a picture has hundreds.
  private static void element(Svg svg, Layer layer, Object... paint) {
    Box box = layer.box();
    boolean even = layer.radii().stream().distinct().count() <= 1;
    if (layer.form() == Layer.Form.LINE) {
      svg.leaf(
          "line",
          with(
              paint,
              "x1",
              box.x(),
              "y1",
              box.y(),
              "x2",
              box.x() + box.width(),
              "y2",
              box.y() + box.height()));
    } else if (layer.form() == Layer.Form.ELLIPSE || !even) {
      svg.leaf("path", with(paint, "d", outline(layer)));
    } else if (layer.radii().isEmpty() || layer.radii().getFirst() <= 0) {
      svg.leaf(
          "rect",
          with(paint, "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height()));
    } else {
      svg.leaf(
          "rect",
          with(
              paint,
              "x",
              box.x(),
              "y",
              box.y(),
              "width",
              box.width(),
              "height",
              box.height(),
              "rx",
              // Without that, a radius larger than the box would make an ellipse of it.
              Math.min(layer.radii().getFirst(), Math.min(box.width(), box.height()) / 2)));
    }
  }

  private static Object[] with(Object[] some, Object... more) {
    Object[] all = new Object[some.length + more.length];
    System.arraycopy(more, 0, all, 0, more.length);
    System.arraycopy(some, 0, all, more.length, some.length);
    return all;
  }

  static List<Look> first(List<Look> paints) {
    return paints.subList(0, Math.min(PAINTS_MAX, paints.size()));
  }
}
