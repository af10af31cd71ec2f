package sluice.format.penpot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.DirectoryReader;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Writes every shape of an archive as one line of JSON: the file and page it is on, the entry, and
/// the shape itself with its numbers and texts as they are spelt.
final class ShapeExport {
  private ShapeExport() {}

  /// Writes the lines in the archive's order.
  ///
  /// @param check called for each entry; ends the work by throwing
  /// @return how many there are
  static long write(
      Archive archive, ArchiveContents contents, String document, OutputStream out, Runnable check)
      throws IOException {
    long count = 0;
    try (EntryText text = new EntryText(document, archive)) {
      DirectoryReader directory = archive.directory();
      for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
        check.run();
        EntryName name = EntryName.of(entry.name());
        if (name.kind() == EntryName.Kind.SHAPE) {
          out.write(line(entry, name, contents, text).getBytes(StandardCharsets.UTF_8));
          count++;
        }
      }
    }
    return count;
  }

  private static String line(
      ArchiveEntry entry, EntryName name, ArchiveContents contents, EntryText text)
      throws IOException {
    if (!EntryText.isReadable(entry)) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "a shape is too large")
              .at(new Location.InWhole(text.where(entry)))
              .because(
                  "%,d bytes, at most %,d"
                      .formatted(entry.size(), PenpotLimits.SHAPE_SIZE_BYTES_MAX))
              .advising("take the shape apart in Penpot, or take it out"));
    }
    int size = text.read(entry);
    byte[] content = text.codec().content();
    EntryText.check(content, size, text.where(entry));
    StringBuilder out = new StringBuilder(size);
    JsonText.quote(name.file(), out.append("{\"file\":"));
    JsonText.quote(name.page(), out.append(",\"page\":"));
    JsonText.quote(contents.pageName(name.page()), out.append(",\"pageName\":"));
    JsonText.quote(entry.name(), out.append(",\"entry\":"));
    out.append(",\"shape\":");
    out.append(JsonSpans.compact(new String(content, 0, size, StandardCharsets.UTF_8)));
    return out.append("}\n").toString();
  }
}
