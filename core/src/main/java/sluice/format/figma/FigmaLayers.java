package sluice.format.figma;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.CaptureBuffer;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.KeySet;
import sluice.report.Layer;
import sluice.report.gather.ReportLimits;

/// Reads the layers of one node and all it holds, in order of painting, from its REST JSON with
/// keys in any order.
///
/// Holds the layers, at most [ReportLimits#LAYERS_MAX], and the fields of the nodes that are open.
/// Where a layer stands before it is turned is worked out at the end, when the turns of all nodes
/// around it are known.
final class FigmaLayers {
  /// Bytes of one field; a longer one is left out.
  static final int FIELD_SIZE_BYTES_MAX = 256 * 1024;

  private static final List<String> NAMES =
      List.of(
          "children",
          "id",
          "name",
          "type",
          "visible",
          "opacity",
          "absoluteBoundingBox",
          "size",
          "relativeTransform",
          "rotation",
          "fills",
          "strokes",
          "strokeWeight",
          "effects",
          "cornerRadius",
          "rectangleCornerRadii",
          "clipsContent",
          "characters",
          "style");

  private static final KeySet KEYS = new KeySet(NAMES);
  private static final int CHILDREN = 0;

  private final JsonScanner scanner;
  private final CaptureBuffer capture = new CaptureBuffer(FIELD_SIZE_BYTES_MAX);
  private final List<@Nullable FigmaLayer> layers = new ArrayList<>();
  private final List<Open> stack = new ArrayList<>();
  private int depth = -1;

  /// A node that has begun; one for each level, reused.
  private static final class Open {
    final @Nullable JsonValue[] fields = new JsonValue[NAMES.size()];

    /// Where its layer goes, negative when it is not drawn.
    int place;

    long offset;
    boolean more;
    boolean inChildren;
  }

  private FigmaLayers(InputStream in, String document) {
    this.scanner = new JsonScanner(in, document, JsonLimits.defaults());
  }

  /// The layers of a document that is one node.
  ///
  /// @param outermost whether the outermost node is drawn, or only what it holds
  /// @param document what the person calls the document
  static List<FigmaLayer> read(InputStream in, boolean outermost, String document) {
    FigmaLayers reader = new FigmaLayers(in, document);
    reader.run(outermost);
    List<FigmaLayer> read = new ArrayList<>();
    for (FigmaLayer layer : reader.layers) {
      if (layer != null) {
        read.add(layer);
      }
    }
    return read;
  }

  private void run(boolean outermost) {
    scanner.begin();
    open(outermost);
    while (depth >= 0) {
      Open node = stack.get(depth);
      if (!node.inChildren) {
        members(node);
      } else if (scanner.nextElement()) {
        child();
      } else {
        node.inChildren = false;
        node.more = scanner.nextMember();
      }
    }
  }

  private void open(boolean isDrawn) {
    if (++depth == stack.size()) {
      stack.add(new Open());
    }
    Open node = stack.get(depth);
    Arrays.fill(node.fields, null);
    node.inChildren = false;
    node.offset = scanner.offset();
    node.place = -1;
    if (isDrawn) {
      node.place = layers.size();
      layers.add(null);
    }
    node.more = scanner.enterObject();
  }

  private void child() {
    if (scanner.peek() == '{' && layers.size() < ReportLimits.LAYERS_MAX) {
      open(true);
    } else {
      scanner.skipValue();
    }
  }

  /// Reads members until a child opens or the node ends.
  private void members(Open node) {
    while (node.more) {
      scanner.key();
      int key = scanner.keyIn(KEYS);
      if (key == CHILDREN && scanner.peek() == '[') {
        if (scanner.enterArray()) {
          node.inChildren = true;
          child();
          return;
        }
      } else if (key > CHILDREN && node.place >= 0) {
        node.fields[key] = value();
      } else {
        scanner.skipValue();
      }
      node.more = scanner.nextMember();
    }
    if (node.place >= 0) {
      layers.set(node.place, layer(node));
    }
    depth--;
  }

  private @Nullable JsonValue value() {
    capture.truncate(0);
    scanner.captureValue(capture);
    if (capture.overflowed()) {
      capture.clearOverflow();
      return null;
    }
    // A number ends where something else begins.
    capture.append((byte) ' ');
    try {
      return JsonTree.read(capture.bytes(), 0);
    } catch (JsonTree.TooDeepException _) {
      return null;
    }
  }

  private FigmaLayer layer(Open node) {
    int level = 0;
    for (int i = 0; i < depth; i++) {
      level += stack.get(i).place >= 0 ? 1 : 0;
    }
    return FigmaLayer.of(node.offset, level, name -> node.fields[NAMES.indexOf(name)]);
  }

  /// The layers as they are painted.
  ///
  /// @param read in order of painting
  /// @param changed which of them changed
  static List<Layer> painted(List<FigmaLayer> read, boolean[] changed) {
    List<Layer> painted = new ArrayList<>();
    double[] turns = new double[read.size() + 1];
    for (int i = 0; i < read.size(); i++) {
      FigmaLayer layer = read.get(i);
      double around = layer.depth() == 0 ? 0 : turns[layer.depth() - 1];
      turns[layer.depth()] = around + layer.turnRadians();
      painted.add(layer.painted(turns[layer.depth()], changed[i]));
    }
    return painted;
  }
}
