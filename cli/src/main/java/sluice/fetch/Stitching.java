package sluice.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts a file together: the answer with its pages only, and in it the pages' content and what all
/// parts list besides their nodes, where it has less of either.
final class Stitching {
  private interface Content {
    void writeTo(FileChannel out) throws IOException;
  }

  private record Replacement(Span span, Content content) {}

  private Stitching() {}

  /// Writes the document.
  ///
  /// @param file the answer with pages only
  /// @param from the same, on disk
  /// @param pages the pages with everything on them, commas in between
  static void write(
      FileLayout file, FileChannel from, FileChannel pages, FileMaps maps, Path target)
      throws IOException {
    List<Replacement> replacements = new ArrayList<>();
    Span children = file.document().children();
    if (children != null) {
      replacements.add(
          new Replacement(
              children,
              out -> {
                Pieces.write("[", out);
                Pieces.copy(pages, new Span(0, pages.size()), out);
                Pieces.write("]", out);
              }));
    }
    long documentEnd = file.document().span().end();
    for (FileMap map : FileMap.values()) {
      MapUnion union = maps.union(map);
      Span place = file.maps().get(map);
      if (place != null) {
        replacements.add(new Replacement(place, union::writeTo));
      } else if (!union.isEmpty()) {
        replacements.add(
            new Replacement(
                new Span(documentEnd, documentEnd),
                out -> {
                  Pieces.write(",\"" + map.key() + "\":", out);
                  union.writeTo(out);
                }));
      }
    }
    replacements.sort(Comparator.comparingLong(one -> one.span().start()));
    try (FileChannel out = Pieces.writing(target)) {
      long at = 0;
      for (Replacement replacement : replacements) {
        Pieces.copy(from, new Span(at, replacement.span().start()), out);
        replacement.content().writeTo(out);
        at = replacement.span().end();
      }
      Pieces.copy(from, new Span(at, from.size()), out);
    }
  }
}
