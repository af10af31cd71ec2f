package sluice.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node as it is painted.
///
/// @param id its id
/// @param name its name
/// @param depth 0 for the frame itself, 1 for what it holds, and so on
/// @param form its outline
/// @param box its place on the page, before rotation
/// @param rotationDegrees clockwise, about the middle of the box
/// @param radii of the four corners from the top left clockwise, pixels; empty where square
/// @param opacity from 0 to 1, for it and all it holds; 0 where it is hidden
/// @param clips whether what it holds is cut at its outline
/// @param fills the lowest first
/// @param strokes the lowest first
/// @param strokePixels width of its outline
/// @param shadows the topmost first
/// @param text what it says, null unless it is text
/// @param changed whether anything of it changed
public record Layer(
    String id,
    String name,
    int depth,
    Form form,
    Box box,
    double rotationDegrees,
    List<Double> radii,
    double opacity,
    boolean clips,
    List<Look> fills,
    List<Look> strokes,
    double strokePixels,
    List<Shadow> shadows,
    @Nullable Text text,
    boolean changed) {
  public Layer {
    radii = List.copyOf(radii);
    fills = List.copyOf(fills);
    strokes = List.copyOf(strokes);
    shadows = List.copyOf(shadows);
  }

  /// The same layer, so deep inside its frame.
  public Layer at(int newDepth) {
    return new Layer(
        id,
        name,
        newDepth,
        form,
        box,
        rotationDegrees,
        radii,
        opacity,
        clips,
        fills,
        strokes,
        strokePixels,
        shadows,
        text,
        changed);
  }

  /// Has layers that stayed as they were be the same in both lists, which take half the room then.
  ///
  /// @param after the same layers as `before`, afterwards
  public static void share(List<Layer> before, List<Layer> after) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).equals(after.get(i))) {
        after.set(i, before.get(i));
      }
    }
  }

  /// Leaves out layers that are seen neither before nor after, with all they hold.
  ///
  /// @param before layers in order of painting
  /// @param after the same layers, afterwards
  public static void dropUnseen(List<Layer> before, List<Layer> after) {
    int kept = 0;
    int hidden = Integer.MAX_VALUE;
    for (int i = 0; i < before.size(); i++) {
      Layer layer = before.get(i);
      if (layer.depth > hidden) {
        continue;
      }
      hidden = layer.opacity == 0 && after.get(i).opacity == 0 ? layer.depth : Integer.MAX_VALUE;
      if (hidden == Integer.MAX_VALUE) {
        before.set(kept, layer);
        after.set(kept, after.get(i));
        kept++;
      }
    }
    before.subList(kept, before.size()).clear();
    after.subList(kept, after.size()).clear();
  }

  /// Outlines that are drawn; a shape whose outline is not in the document is drawn as its box.
  public enum Form {
    BOX,
    ELLIPSE,
    LINE,
    /// Has an outline that is not drawn; its box stands for it.
    OTHER,
    TEXT
  }

  /// Words of a text.
  ///
  /// @param characters what is drawn, cut at a length
  /// @param type how it is set, with the first letter's looks
  /// @param align where its lines stand
  public record Text(String characters, Look.Type type, Align align) {}

  /// Where lines stand.
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }
}
