package sluice.format.figma;

import java.util.Arrays;
import java.util.zip.CRC32;
import sluice.format.figma.property.Bindings;
import sluice.format.figma.property.FigmaField;
import sluice.json.JsonSpans;

/// What decides the outcome of one family of properties on one node, as bytes: number, size and
/// bytes of each field it reads, in the order in which they lie. One for each thread, reused.
///
/// Of `boundVariables` and `styles` a family only takes members off. If none of its own is there,
/// the field does not count. If one is, where the members lie decides, not what they say: ids
/// differ from node to node, so the content of strings is blanked. A change set shows the old
/// values, so for one the bytes count as they are.
final class MemoKey {
  /// An outcome that depends on more is not kept; it rarely comes again.
  static final int SIZE_BYTES_MAX = 4 * 1024;

  private static final long BINDING_FIELDS =
      FigmaField.BOUND_VARIABLES.bit() | FigmaField.STYLES.bit();

  private static final int HEAD_SIZE_BYTES = 3;
  private static final byte BLANK = '.';

  private final CRC32 sum = new CRC32();
  private final byte[] key = new byte[SIZE_BYTES_MAX];
  private final boolean asWritten;
  private int size;
  private int hash;

  /// @param asWritten whether the old values of bindings count
  MemoKey(boolean asWritten) {
    this.asWritten = asWritten;
  }

  /// Becomes the key of a family on a node; returns whether there is one that is short enough.
  ///
  /// @param bytes what the fields' ranges point into
  boolean turnTo(MemoFamily family, FieldTable fields, byte[] bytes) {
    long reads = family.reads();
    size = 0;
    for (int row = 0; row < fields.count(); row++) {
      long bit = 1L << fields.field(row);
      if ((reads & bit) == 0) {
        continue;
      }
      int from = fields.textFrom(row);
      int length = fields.textSize(row);
      if (length > SIZE_BYTES_MAX - HEAD_SIZE_BYTES - size) {
        return false;
      }
      boolean isBinding = (bit & BINDING_FIELDS) != 0;
      if (isBinding && (names(bytes, from) & family.bindings()) == 0) {
        continue;
      }
      head(fields.field(row), length);
      System.arraycopy(bytes, from, key, size, length);
      if (isBinding && !asWritten) {
        blankStrings(size, size + length);
      }
      size += length;
    }
    sum.reset();
    sum.update(key, 0, size);
    hash = family.seed() ^ (int) sum.getValue();
    return true;
  }

  private void head(int field, int length) {
    key[size++] = (byte) field;
    key[size++] = (byte) length;
    key[size++] = (byte) (length >>> Byte.SIZE);
  }

  /// The names of an object's members, as bits; a name written with escapes may be any.
  private static long names(byte[] bytes, int from) {
    if (bytes[from] != '{') {
      return 0;
    }
    long names = 0;
    int at = JsonSpans.skipWhite(bytes, from + 1);
    while (bytes[at] != '}') {
      if (bytes[at] == ',') {
        at = JsonSpans.skipWhite(bytes, at + 1);
      }
      int end = JsonSpans.endOfValue(bytes, at);
      names |= bit(bytes, at + 1, end - 1);
      at = JsonSpans.skipWhite(bytes, JsonSpans.skipWhite(bytes, end) + 1);
      at = JsonSpans.skipWhite(bytes, JsonSpans.endOfValue(bytes, at));
    }
    return names;
  }

  private static long bit(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return Bindings.ALL;
      }
    }
    return Bindings.bit(bytes, from, to);
  }

  /// Blanks the content of strings that are no keys.
  private void blankStrings(int from, int to) {
    int at = from;
    while (at < to) {
      if (key[at] != '"') {
        at++;
        continue;
      }
      int end = JsonSpans.endOfValue(key, at);
      int next = JsonSpans.skipWhite(key, end);
      if (key[next] != ':') {
        Arrays.fill(key, at + 1, end - 1, BLANK);
      }
      at = end;
    }
  }

  int hash() {
    return hash;
  }

  boolean equalTo(byte[] other) {
    return Arrays.equals(other, 0, other.length, key, 0, size);
  }

  byte[] copy() {
    return Arrays.copyOf(key, size);
  }
}
