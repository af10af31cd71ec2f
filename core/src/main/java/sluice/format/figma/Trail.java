package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import sluice.json.CaptureBuffer;

/// The way from the root to the node being read, twice: names for people, a JSON pointer (RFC 6901)
/// for programs. Each open node remembers how long both were when its children began.
///
/// Beyond [#SIZE_BYTES_MAX] a way no longer grows: the far end of a very deep one is left out.
final class Trail {
  /// Longest way kept, in bytes.
  static final int SIZE_BYTES_MAX = 4 * 1024;

  private static final byte[] SEPARATOR = " / ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] UNKNOWN = "…".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CHILDREN = "/children/".getBytes(StandardCharsets.UTF_8);

  private final byte[] path = new byte[SIZE_BYTES_MAX];
  private final byte[] pointer = new byte[SIZE_BYTES_MAX];
  private int pathSize;
  private int pointerSize;

  /// Appends a name, as written in JSON, to the first `base` bytes of the path. A name that is not
  /// known yet, because it comes after the children, shows as an ellipsis.
  void pushName(int base, byte[] bytes, int from, int to) {
    pathSize = base;
    int separator = base == 0 ? 0 : SEPARATOR.length;
    int size = to > from ? to - from : UNKNOWN.length;
    if (size + separator > SIZE_BYTES_MAX - base) {
      return;
    }
    System.arraycopy(SEPARATOR, 0, path, pathSize, separator);
    pathSize += separator;
    System.arraycopy(to > from ? bytes : UNKNOWN, to > from ? from : 0, path, pathSize, size);
    pathSize += size;
  }

  /// Appends text to the first `base` bytes of the pointer.
  void push(int base, String text) {
    pointerSize = base;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= SIZE_BYTES_MAX - base) {
      System.arraycopy(bytes, 0, pointer, base, bytes.length);
      pointerSize += bytes.length;
    }
  }

  /// Appends the place of a child to the first `base` bytes of the pointer.
  void pushChild(int base, int index) {
    pointerSize = base;
    if (SIZE_BYTES_MAX - base < CHILDREN.length + 10) {
      return;
    }
    System.arraycopy(CHILDREN, 0, pointer, base, CHILDREN.length);
    int at = base + CHILDREN.length;
    int digits = 1;
    for (int rest = index / 10; rest > 0; rest /= 10) {
      digits++;
    }
    int rest = index;
    for (int i = digits - 1; i >= 0; i--) {
      pointer[at + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    pointerSize = at + digits;
  }

  int pathSize() {
    return pathSize;
  }

  int pointerSize() {
    return pointerSize;
  }

  void appendPath(int size, CaptureBuffer target) {
    target.append(path, 0, size);
  }

  void appendPointer(int size, CaptureBuffer target) {
    target.append(pointer, 0, size);
  }
}
