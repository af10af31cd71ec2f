package sluice.format.figma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Type, box and layout of every node that has children, in the order in which the nodes begin, in
/// a temporary file.
///
/// Needed only where a token asks for its parent (100 % of its size, limits that depend on its
/// type) and the parent's own fields come after its children. Then a first pass notes the facts and
/// the second reads them back in the same order. One row of [#ROW_SIZE_BYTES] bytes per parent.
public final class ParentNotes implements NodeVisitor, AutoCloseable {
  private static final int TYPE_SIZE_BYTES = 32;

  /// Bytes of one row: the type's name, its length before it, the layout, and the box.
  static final int ROW_SIZE_BYTES = 2 + TYPE_SIZE_BYTES + 4 * Double.BYTES;

  /// What is known of one parent.
  ///
  /// @param type its type as written, cut at 32 bytes
  /// @param autoLayout whether it lays out its children
  /// @param box where it is, NaN where it does not say
  record Facts(String type, boolean autoLayout, NodeBox box) {}

  private final FileChannel file;
  private final ByteBuffer row = ByteBuffer.allocate(ROW_SIZE_BYTES);
  private final ByteBuffer window = ByteBuffer.allocate(ROW_SIZE_BYTES * 1024).limit(0);
  private long windowStart;

  ParentNotes(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, ".sluice-parents-", ".tmp");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void ended(OpenNode node, byte[] captured, long end) {
    if (node.containerIndex >= 0) {
      byte[] type = Arrays.copyOfRange(captured, node.typeFrom, node.typeTo);
      note(node.containerIndex, type, node.autoLayoutIn(captured), node.boxIn(captured));
    }
  }

  private void note(long index, byte[] type, boolean autoLayout, NodeBox box) {
    int typeSize = Math.min(type.length, TYPE_SIZE_BYTES);
    row.clear();
    row.put((byte) typeSize).put(type, 0, typeSize);
    row.position(1 + TYPE_SIZE_BYTES);
    row.put((byte) (autoLayout ? 1 : 0));
    row.putDouble(box.x()).putDouble(box.y()).putDouble(box.width()).putDouble(box.height());
    row.flip();
    try {
      long position = index * ROW_SIZE_BYTES;
      while (row.hasRemaining()) {
        position += file.write(row, position);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Facts read(long index) {
    long position = index * ROW_SIZE_BYTES;
    if (position < windowStart || position + ROW_SIZE_BYTES > windowStart + window.limit()) {
      refill(position);
    }
    int at = (int) (position - windowStart);
    if (at + ROW_SIZE_BYTES > window.limit()) {
      return new Facts("", false, NodeBox.UNKNOWN);
    }
    byte[] bytes = window.array();
    String type = new String(bytes, at + 1, bytes[at], StandardCharsets.UTF_8);
    boolean autoLayout = bytes[at + 1 + TYPE_SIZE_BYTES] != 0;
    int box = at + 2 + TYPE_SIZE_BYTES;
    double x = window.getDouble(box);
    double y = window.getDouble(box + Double.BYTES);
    double width = window.getDouble(box + 2 * Double.BYTES);
    double height = window.getDouble(box + 3 * Double.BYTES);
    return new Facts(type, autoLayout, new NodeBox(x, y, width, height));
  }

  private void refill(long position) {
    try {
      window.clear();
      windowStart = position;
      while (window.hasRemaining() && file.read(window, position + window.position()) > 0) {
        // A read may give less than asked for.
      }
      window.flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
