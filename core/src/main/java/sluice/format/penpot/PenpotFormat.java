package sluice.format.penpot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.document.Scope;
import sluice.format.ReadAhead;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What can be done with a Penpot archive: the entrance of this package.
public final class PenpotFormat {
  private PenpotFormat() {}

  /// What an archive holds.
  ///
  /// @param document what the person calls it
  /// @param scope the part a run is limited to
  /// @param check called now and then; ends the work by throwing
  /// @throws SluiceException `archive-malformed`; `scope-unknown` when a page or shape is not there
  public static ArchiveContents contents(
      Archive archive, String document, Scope scope, Runnable check) {
    List<String> wanted = wanted(scope);
    ArchiveContents contents;
    try {
      contents = ArchiveContents.of(archive, document, new HashSet<>(wanted), check);
    } catch (IOException e) {
      throw EntryText.unreadable(document, e);
    }
    for (String name : wanted) {
      if (!contents.namesFound().contains(name)) {
        boolean page = scope instanceof Scope.Pages;
        throw new SluiceException(
            Problem.of(
                    ProblemCode.SCOPE_UNKNOWN,
                    "there is no %s \"%s\"".formatted(page ? "page" : "shape", name))
                .at(new Location.InWhole(document))
                .advising(
                    page
                        ? "give a page's name or id as Penpot shows it"
                        : "give a shape's id, the last part of its entry's name"));
      }
    }
    return contents;
  }

  private static List<String> wanted(Scope scope) {
    return switch (scope) {
      case Scope.WholeDocument() -> List.of();
      case Scope.Pages(List<String> pages) -> pages;
      case Scope.Nodes(List<String> ids) -> ids;
    };
  }

  static ShapeScope scope(Scope scope, ArchiveContents contents) {
    return switch (scope) {
      case Scope.WholeDocument() -> ShapeScope.ALL;
      case Scope.Pages _ -> new ShapeScope(ShapeScope.Limit.PAGES, contents.pagesFound(), Set.of());
      case Scope.Nodes(List<String> ids) ->
          new ShapeScope(ShapeScope.Limit.SHAPES, Set.of(), new HashSet<>(ids));
    };
  }

  /// Notes what shapes have to know of those around them, for archives in which one does.
  ///
  /// @param folder where the temporary files go
  /// @param passed is told now and then how far it is; ends the reading by throwing
  public static ShapeNotes noteParents(
      Archive archive, String document, Path folder, ReadAhead passed) throws IOException {
    return ShapeNotes.of(archive, document, folder, passed);
  }

  /// A pass that applies tokens.
  ///
  /// @param notes what was noted, or null when nothing was; a pass that turns out to need it ends
  ///   with [sluice.format.ParentNeeded]
  public static PenpotPass pass(
      Archive archive,
      ArchiveContents contents,
      PenpotPass.Settings settings,
      @Nullable ShapeNotes notes,
      PenpotPass.Target target) {
    return new PenpotPass(archive, contents, settings, notes, target);
  }

  /// Writes every shape of an archive as a line of JSON.
  ///
  /// @param check called for each entry; ends the work by throwing
  /// @return how many there are
  public static long export(
      Archive archive, ArchiveContents contents, String document, OutputStream out, Runnable check)
      throws IOException {
    return ShapeExport.write(archive, contents, document, out, check);
  }
}
