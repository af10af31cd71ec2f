package sluice.format.figma;

import java.util.Arrays;
import java.util.Set;
import sluice.report.gather.Change;

/// What is noted while one unit is drawn: which nodes change, and whether that moves others. Holds
/// eight bytes for each node of a unit, whose size is bounded.
final class FrameNotes implements ChunkNotes {
  /// Fields whose change moves what stands beside a node, once the editor lays it out.
  private static final Set<String> MOVING =
      Set.of(
          "size",
          "absoluteBoundingBox",
          "minWidth",
          "maxWidth",
          "minHeight",
          "maxHeight",
          "paddingLeft",
          "paddingRight",
          "paddingTop",
          "paddingBottom",
          "itemSpacing",
          "counterAxisSpacing",
          "characters",
          "visible",
          "style.fontSize",
          "style.fontFamily",
          "style.fontWeight",
          "style.lineHeightPx",
          "style.letterSpacing");

  private long[] offsets = new long[64];
  private int count;
  private boolean moves;

  @Override
  public void take(FigmaPass.Chunk chunk) {
    FigmaChunk content = chunk.content;
    for (int i = 0; i < content.recordCount(); i++) {
      NodeRecord node = content.record(i);
      if (!node.changes.isEmpty()) {
        if (count == offsets.length) {
          offsets = Arrays.copyOf(offsets, 2 * count);
        }
        offsets[count++] = node.offset;
        for (Change change : node.changes) {
          moves |= moves(change.property());
        }
      }
    }
  }

  private static boolean moves(String property) {
    int dot = property.indexOf('.');
    String field = dot < 0 || property.startsWith("style.") ? property : property.substring(0, dot);
    return MOVING.contains(field);
  }

  /// Where the nodes start that change, ascending.
  long[] changed() {
    long[] sorted = Arrays.copyOf(offsets, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /// Whether a change moves what stands beside its node.
  boolean moves() {
    return moves;
  }
}
