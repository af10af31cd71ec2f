package sluice.revert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An entry of an archive as it was before the run.
public final class EntryUndo {
  private EntryUndo() {}

  /// Puts back what a line says the run left out.
  ///
  /// @param content the entry now, in its first `size` bytes
  /// @return null when the line does not fit these bytes
  public static byte @Nullable [] restore(byte[] content, int size, ChangeRecord line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    long shift = 0;
    int from = 0;
    for (ChangeRecord.Undo undo : line.undo()) {
      long offset = undo.offset() + shift;
      if (offset < from || offset + undo.size() > size) {
        return null;
      }
      out.write(content, from, (int) offset - from);
      byte[] old = undo.old().getBytes(StandardCharsets.UTF_8);
      out.write(old, 0, old.length);
      from = (int) offset + undo.size();
      shift += undo.size() - old.length;
    }
    out.write(content, from, size - from);
    return out.toByteArray();
  }
}
