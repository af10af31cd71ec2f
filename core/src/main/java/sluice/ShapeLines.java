package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sluice.archive.Archive;
import sluice.document.Scope;
import sluice.emit.ScratchFolder;
import sluice.format.DocumentInput;
import sluice.format.DocumentKind;
import sluice.format.penpot.ArchiveContents;
import sluice.format.penpot.PenpotFormat;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The shapes of a Penpot archive for other tools, one JSON line each.
final class ShapeLines {
  private ShapeLines() {}

  /// Writes the lines.
  ///
  /// @param name what the person calls the archive
  /// @return how many there are
  static long write(Path file, String name, OutputStream out) throws IOException {
    Runnable check = ShapeLines::checkInterrupted;
    try (ScratchFolder scratch = ScratchFolder.ofSystem();
        DocumentInput input = DocumentInput.open(file, name, scratch.path(), check)) {
      if (input.kind() != DocumentKind.ARCHIVE) {
        throw new SluiceException(
            Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "only Penpot archives have shapes to list")
                .at(new Location.InWhole(name))
                .because("it is no ZIP archive")
                .advising("give a .penpot file"));
      }
      try (FileChannel channel = input.channel();
          Archive archive = Archive.open(channel, name, scratch.path(), check)) {
        ArchiveContents contents =
            PenpotFormat.contents(archive, name, new Scope.WholeDocument(), check);
        return PenpotFormat.export(archive, contents, name, out, check);
      }
    }
  }

  private static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new SluiceException(Problem.of(ProblemCode.CANCELLED, "the export was cancelled"));
    }
  }
}
