package sluice.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import sluice.report.Box;
import sluice.report.Layer;

/// One side of a picture: its layers as SVG. Text is set in what fonts the reader has and broken by
/// estimate; layout is the document's own and never computed.
final class PictureDrawing {
  /// Markup of one side; layers that come later in painting than that are left out.
  static final int SIDE_CHARS_MAX = 90_000;

  private final Paints paints;
  private final Svg svg;
  private final Deque<Open> open = new ArrayDeque<>();
  private int drawn;

  /// Something that holds layers.
  ///
  /// @param depth its depth
  /// @param groups elements to close after it
  private record Open(int depth, int groups) {}

  private PictureDrawing(Box box, String label, String prefix) {
    this.paints = new Paints(prefix);
    this.svg = Svg.scaledDown(label, box);
  }

  /// A finished side.
  ///
  /// @param drawn how many of its layers are in it
  record Side(Markup markup, int drawn) {}

  /// Draws layers.
  ///
  /// @param box the part of the page that is seen
  /// @param label what it shows, for those who do not see it
  /// @param prefix what ids in it begin with
  /// @param marks whether layers that changed are outlined
  static Side draw(Box box, List<Layer> layers, String label, String prefix, boolean marks) {
    PictureDrawing drawing = new PictureDrawing(box, label, prefix);
    drawing.layers(layers);
    if (marks) {
      drawing.marks(layers);
    }
    drawing.paints.write(drawing.svg);
    return new Side(drawing.svg.done(), drawing.drawn);
  }

  private void layers(List<Layer> layers) {
    for (int i = 0; i < layers.size() && svg.length() < SIDE_CHARS_MAX; i++) {
      Layer layer = layers.get(i);
      closeDownTo(layer.depth());
      boolean holds = i + 1 < layers.size() && layers.get(i + 1).depth() > layer.depth();
      int groups = 0;
      if (layer.opacity() < 1) {
        svg.open("g", "opacity", Math.clamp(layer.opacity(), 0.0, 1.0));
        groups++;
      }
      LayerDrawing.draw(svg, paints, layer);
      if (holds && layer.clips()) {
        svg.open("g", "clip-path", paints.clip(LayerDrawing.outline(layer), turn(layer)));
        groups++;
      }
      if (groups > 0) {
        open.push(new Open(layer.depth(), groups));
      }
      drawn++;
    }
    closeDownTo(0);
  }

  private void closeDownTo(int depth) {
    while (!open.isEmpty() && open.peek().depth() >= depth) {
      for (int i = open.pop().groups(); i > 0; i--) {
        svg.close();
      }
    }
  }

  private void marks(List<Layer> layers) {
    for (Layer layer : layers.subList(0, drawn)) {
      if (layer.changed()) {
        mark(layer, "halo");
        mark(layer, "mark");
      }
    }
  }

  private void mark(Layer layer, String css) {
    Box box = layer.box();
    svg.leaf(
        "rect",
        "class",
        css,
        "x",
        box.x(),
        "y",
        box.y(),
        "width",
        Math.max(1, box.width()),
        "height",
        Math.max(1, box.height()),
        "transform",
        turn(layer));
  }

  /// The rotation as a `transform`, empty for none.
  static String turn(Layer layer) {
    if (layer.rotationDegrees() == 0) {
      return "";
    }
    Box box = layer.box();
    StringBuilder text = new StringBuilder("rotate(");
    Svg.number(layer.rotationDegrees(), text);
    Svg.number(box.x() + box.width() / 2, text.append(' '));
    Svg.number(box.y() + box.height() / 2, text.append(' '));
    return text.append(')').toString();
  }
}
