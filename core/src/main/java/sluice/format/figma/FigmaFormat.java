package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.discover.ScopeRanges;
import sluice.document.Scope;
import sluice.format.ParentNeeded;
import sluice.format.ReadAhead;
import sluice.report.gather.Gathered;
import sluice.report.gather.PageTally;

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
  /// @param passed is told now and then how far it is; ends the reading by throwing
  /// @throws sluice.problem.SluiceException `scope-unknown` when a page or node is not there
  public static @Nullable ScopeRanges locate(
      InputStream in, String document, Scope scope, ReadAhead passed) {
    ScopeSearch search =
        switch (scope) {
          case Scope.WholeDocument() -> null;
          case Scope.Pages pages -> new ScopeSearch(true, pages.pages());
          case Scope.Nodes nodes -> new ScopeSearch(false, nodes.ids());
        };
    if (search == null) {
      return null;
    }
    readThrough(in, document, search, passed);
    return search.ranges(document);
  }

  /// Notes the facts of all parents, for documents in which a node needs them before they come.
  ///
  /// @param folder where the temporary file goes
  /// @param passed is told now and then how far it is; ends the reading by throwing
  public static ParentNotes noteParents(
      InputStream in, String document, Path folder, ReadAhead passed) throws IOException {
    ParentNotes notes = new ParentNotes(folder);
    boolean done = false;
    try {
      readThrough(in, document, notes, passed);
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

  /// What was noted of a pass for a report, with pictures of the most affected frames; once, after
  /// the pass.
  ///
  /// @param source the uncompressed document at any place, which stays the caller's
  /// @param folder where temporary files go
  /// @param check called now and then; ends the work by throwing
  public static Gathered gathered(
      FigmaGather gather, FigmaPass pass, FileChannel source, Path folder, Runnable check)
      throws IOException {
    PageTally pages = gather.pages();
    return new Gathered(
        gather.tokens().board(),
        pages.maps(),
        pages.omitted(),
        new FramePictures(pass, source, folder, check).draw(gather.frames()));
  }

  static void readThrough(InputStream in, String document, NodeVisitor visitor, ReadAhead passed) {
    FigmaReader reader = new FigmaReader(in, document, null, null, visitor, false, false, false);
    FigmaChunk chunk = new FigmaChunk();
    long nodes = 0;
    boolean more = true;
    while (more) {
      more = reader.read(chunk, NODES_PER_CHUNK);
      nodes += chunk.nodesRead;
      passed.passed(chunk.readTo, nodes);
      chunk.clear();
    }
  }
}
