package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.discover.ScopeRanges;
import sluice.document.Scope;

/// What can be done with a Figma REST document: the entrance of this package.
///
/// Every function reads the uncompressed document from its first byte; none keeps it.
public final class FigmaFormat {
  private static final int NODES_PER_CHUNK = 1000;

  private FigmaFormat() {}

  /// The entries that a plugin keeps on the document's root, namespace `tokens`.
  public static Map<String, String> rootData(InputStream in, String document) {
    return RootData.read(in, document);
  }

  /// Where the parts lie that a run is limited to; null for the whole document.
  ///
  /// @param check called now and then; ends the reading by throwing
  /// @throws sluice.problem.SluiceException `scope-unknown` when a page or node is not there
  public static @Nullable ScopeRanges locate(
      InputStream in, String document, Scope scope, Runnable check) {
    ScopeSearch search =
        switch (scope) {
          case Scope.WholeDocument() -> null;
          case Scope.Pages pages -> new ScopeSearch(true, pages.pages());
          case Scope.Nodes nodes -> new ScopeSearch(false, nodes.ids());
        };
    if (search == null) {
      return null;
    }
    readThrough(in, document, search, check);
    return search.ranges(document);
  }

  /// Notes the facts of all parents, for documents in which a node needs them before they come.
  ///
  /// @param folder where the temporary file goes
  /// @param check called now and then; ends the reading by throwing
  public static ParentNotes noteParents(
      InputStream in, String document, Path folder, Runnable check) throws IOException {
    ParentNotes notes = new ParentNotes(folder);
    boolean done = false;
    try {
      readThrough(in, document, notes, check);
      done = true;
      return notes;
    } finally {
      if (!done) {
        notes.close();
      }
    }
  }

  /// A pass that applies tokens.
  ///
  /// @param notes facts of parents, or null when there are none; a pass that turns out to need them
  ///   ends with [ParentNeeded]
  public static FigmaPass pass(
      FigmaPass.Settings settings,
      InputStream in,
      @Nullable ParentNotes notes,
      FigmaPass.Target target) {
    return new FigmaPass(settings, in, notes, target);
  }

  private static void readThrough(
      InputStream in, String document, NodeVisitor visitor, Runnable check) {
    FigmaReader reader = new FigmaReader(in, document, null, null, visitor, false);
    FigmaChunk chunk = new FigmaChunk();
    while (reader.read(chunk, NODES_PER_CHUNK)) {
      chunk.clear();
      check.run();
    }
  }
}
