package sluice.format.penpot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.DirectoryReader;
import sluice.archive.RowSorter;
import sluice.format.ReadAhead;
import sluice.format.penpot.shape.Attribute;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonValue;

/// What shapes have to know of each other, for every shape, in a temporary file: found by page and
/// id.
///
/// Needed where a token's effect depends on a parent: margins, sizes and places. Then a first
/// reading makes the notes. Rows of [#ROW_SIZE_BYTES] bytes lie in the order of the archive; beside
/// them an index, sorted by a hash of page and id, which is searched by halving. Safe for use by
/// several threads once made.
public final class ShapeNotes implements AutoCloseable {
  private static final int ID_SIZE_BYTES = 36;
  private static final int ENTRY_SIZE_BYTES = 5 * Long.BYTES;

  /// Bytes of one row: page, id, parent, what it is, left and top, where its entry lies.
  static final int ROW_SIZE_BYTES = 3 * ID_SIZE_BYTES + 1 + 2 * Double.BYTES + ENTRY_SIZE_BYTES;

  /// Bytes of one index row: hash, number of the row.
  private static final int INDEX_SIZE_BYTES = 2 * Long.BYTES;

  private static final int ROWS_BUFFERED = 512;
  private static final byte FRAME = 1;
  private static final byte GROUP = 2;
  private static final byte LAYOUT = 4;
  private static final byte MOVES = 8;
  private static final byte BOOL = 16;

  private final FileChannel rows;
  private final FileChannel index;
  private final ByteBuffer buffer = ByteBuffer.allocate(ROWS_BUFFERED * ROW_SIZE_BYTES);
  private long count;
  private boolean moving;
  private boolean carrying;

  /// One shape.
  ///
  /// @param parent id of the shape it is in
  /// @param type `frame`, `group`, `bool` or, for all others, empty
  /// @param hasLayout whether it lays out its children
  /// @param moves whether a token may move it
  /// @param x left of its box before turning
  /// @param y top of it
  /// @param entry what to read it again by
  /// @param dataStart where that entry's data starts
  record Row(
      String parent,
      String type,
      boolean hasLayout,
      boolean moves,
      double x,
      double y,
      ArchiveEntry entry,
      long dataStart) {}

  private ShapeNotes(Path folder) throws IOException {
    rows = temporaryFile(folder);
    index = temporaryFile(folder);
  }

  private static FileChannel temporaryFile(Path folder) throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-shapes-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// Reads an archive through.
  ///
  /// @param passed is told now and then how far it is; ends the reading by throwing
  static ShapeNotes of(Archive archive, String document, Path folder, ReadAhead passed)
      throws IOException {
    ShapeNotes notes = new ShapeNotes(folder);
    boolean done = false;
    try (RowSorter sorter = new RowSorter(folder, archive.entryCount())) {
      notes.readThrough(archive, document, sorter, passed);
      notes.writeIndex(sorter);
      done = true;
      return notes;
    } finally {
      if (!done) {
        notes.close();
      }
    }
  }

  private void readThrough(Archive archive, String document, RowSorter sorter, ReadAhead passed)
      throws IOException {
    long shapes = 0;
    try (EntryText text = new EntryText(document, archive)) {
      DirectoryReader directory = archive.directory();
      for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
        EntryName name = EntryName.of(entry.name());
        if (name.kind() != EntryName.Kind.SHAPE) {
          continue;
        }
        shapes++;
        if (EntryText.isReadable(entry)) {
          note(name, entry, text, sorter);
        }
        if (shapes % ROWS_BUFFERED == 0) {
          passed.passed(entry.recordStart(), shapes);
        }
      }
    }
    flush();
    passed.passed(archive.sizeBytes(), shapes);
  }

  private void note(EntryName name, ArchiveEntry entry, EntryText text, RowSorter sorter)
      throws IOException {
    int size = text.read(entry);
    byte[] content = text.codec().content();
    if (!EntryText.isShallow(content, size, text.where(entry)) || !EntryText.isObject(content)) {
      return;
    }
    Shape shape = new Shape(content, size);
    boolean moves = moves(shape);
    moving |= moves;
    carrying |= moves && shape.hasChildren();
    byte what =
        (byte)
            ((shape.type().equals("frame") ? FRAME : 0)
                | (shape.type().equals("group") ? GROUP : 0)
                | (shape.type().equals("bool") ? BOOL : 0)
                | (shape.hasLayout() ? LAYOUT : 0)
                | (moves ? MOVES : 0));
    if (buffer.remaining() < ROW_SIZE_BYTES) {
      flush();
    }
    putId(name.page());
    putId(name.id());
    putId(shape.text("parentId"));
    buffer.put(what);
    buffer.putDouble(number(shape, "x")).putDouble(number(shape, "y"));
    buffer.putLong(text.dataStart()).putLong(entry.compressedSize()).putLong(entry.size());
    buffer.putLong(entry.crc()).putLong(entry.method());
    sorter.add(hash(name.page(), name.id()), count);
    count++;
  }

  private static boolean moves(Shape shape) {
    if (shape.get("appliedTokens") instanceof JsonValue.Obj applied) {
      for (int i = 0; i < applied.size(); i++) {
        Attribute attribute = Attribute.of(applied.key(i));
        if (attribute != null && attribute.isGeometry()) {
          return true;
        }
      }
    }
    return false;
  }

  private static double number(Shape shape, String key) {
    JsonValue box = shape.get("selrect");
    JsonValue value = box instanceof JsonValue.Obj members ? members.member(key) : shape.get(key);
    return value instanceof JsonValue.Num(double number, _) ? number : 0;
  }

  private void putId(@Nullable String id) {
    byte[] bytes =
        id != null && EntryName.isId(id)
            ? id.getBytes(StandardCharsets.ISO_8859_1)
            : new byte[ID_SIZE_BYTES];
    buffer.put(bytes, 0, ID_SIZE_BYTES);
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      rows.write(buffer);
    }
    buffer.clear();
  }

  private void writeIndex(RowSorter sorter) throws IOException {
    sorter.sort();
    buffer.clear();
    while (sorter.next()) {
      if (buffer.remaining() < INDEX_SIZE_BYTES) {
        flushIndex();
      }
      buffer.putLong(sorter.key()).putLong(sorter.value());
    }
    flushIndex();
  }

  private void flushIndex() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      index.write(buffer);
    }
    buffer.clear();
  }

  /// Whether a token may move some shape.
  boolean anyMoves() {
    return moving;
  }

  /// Whether a token may move some shape that has others inside.
  boolean anyCarries() {
    return carrying;
  }

  /// A shape, or null when there is none of that id.
  @Nullable Row find(String page, String id) {
    if (!EntryName.isId(id) || !EntryName.isId(page)) {
      return null;
    }
    long wanted = hash(page, id);
    ByteBuffer entry = ByteBuffer.allocate(INDEX_SIZE_BYTES);
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Long.compareUnsigned(readIndex(middle, entry), wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // Different shapes with one hash stand beside each other.
    for (long at = low; at < count && readIndex(at, entry) == wanted; at++) {
      Row row = row(entry.getLong(Long.BYTES), page, id);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private long readIndex(long at, ByteBuffer entry) {
    read(index, at * INDEX_SIZE_BYTES, entry);
    return entry.getLong(0);
  }

  private @Nullable Row row(long number, String page, String id) {
    ByteBuffer row = ByteBuffer.allocate(ROW_SIZE_BYTES);
    read(rows, number * ROW_SIZE_BYTES, row);
    row.flip();
    if (!id(row).equals(page) || !id(row).equals(id)) {
      return null;
    }
    String parent = id(row);
    byte what = row.get();
    String type =
        (what & FRAME) != 0
            ? "frame"
            : (what & GROUP) != 0 ? "group" : (what & BOOL) != 0 ? "bool" : "";
    double x = row.getDouble();
    double y = row.getDouble();
    long start = row.getLong();
    long compressedSize = row.getLong();
    long size = row.getLong();
    long crc = row.getLong();
    long method = row.getLong();
    ArchiveEntry entry =
        new ArchiveEntry(
            "pages/" + page + "/" + id + ".json",
            0,
            (int) method,
            crc,
            compressedSize,
            size,
            start,
            start + compressedSize,
            new byte[0]);
    return new Row(parent, type, (what & LAYOUT) != 0, (what & MOVES) != 0, x, y, entry, start);
  }

  private static String id(ByteBuffer row) {
    byte[] bytes = new byte[ID_SIZE_BYTES];
    row.get(bytes);
    return bytes[0] == 0 ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void read(FileChannel file, long position, ByteBuffer target) {
    target.clear();
    try {
      while (target.hasRemaining()) {
        if (file.read(target, position + target.position()) < 0) {
          throw new IllegalStateException("read past the end of the notes");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// FNV-1a, then spread: close ids must not lie close.
  private static long hash(String page, String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < page.length(); i++) {
      hash = (hash ^ page.charAt(i)) * 0x100000001b3L;
    }
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      index.close();
    }
  }
}
