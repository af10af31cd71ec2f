package sluice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.archive.Archive;
import sluice.archive.ArchiveWriter;
import sluice.document.Scope;
import sluice.emit.OutputFile;
import sluice.emit.ScratchFolder;
import sluice.emit.SplicedCopy;
import sluice.format.DocumentInput;
import sluice.format.DocumentKind;
import sluice.format.ReplaceLock;
import sluice.format.figma.FigmaRevert;
import sluice.format.penpot.PenpotFormat;
import sluice.format.penpot.PenpotRevert;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.revert.ChangeSet;

/// One run that takes another one back. The document is compared with the change set while it is
/// read; a Figma document is compared a second time when it is as before, since its nodes have no
/// checksums. The output appears only if everything was as the change set says.
final class RevertRun {
  private final RevertRequest request;
  private final CancelToken cancel;

  /// @param lines of the change set
  private record Counts(long lines, long nodes, long changes) {}

  RevertRun(RevertRequest request, CancelToken cancel) {
    this.request = request;
    this.cancel = cancel;
  }

  RevertReport run() {
    refuseSame(request.changes, request.document, "the change set is the document");
    if (!request.inPlace) {
      refuseSame(request.output, request.document, "the output is the input");
    }
    refuseSame(request.output, request.changes, "the output is the change set");
    try (CancelToken.Watch _ = cancel.interruptsThisThread();
        ScratchFolder scratch = ScratchFolder.ofSystem();
        DocumentInput input =
            DocumentInput.open(
                request.document, request.documentName, scratch.path(), cancel::check)) {
      try {
        return run(input, scratch.path());
      } catch (SluiceException e) {
        throw input.explained(e);
      }
    } catch (IOException | UncheckedIOException e) {
      cancel.check();
      throw new SluiceException(
          Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "a file cannot be read or written")
              .at(new Location.InWhole(request.output.toString()))
              .because(String.valueOf(e.getMessage()))
              .advising(
                  "see that there is room there and for temporary files; nothing was written"),
          e);
    }
  }

  private RevertReport run(DocumentInput input, Path spillFolder) throws IOException {
    try (OutputFile output = OutputFile.at(request.output)) {
      Counts counts =
          input.kind() == DocumentKind.ARCHIVE
              ? archive(input, output, spillFolder)
              : json(input, output, spillFolder);
      boolean stays = request.inPlace && counts.lines() == 0;
      if (!stays) {
        output.finish();
      }
      if (request.inPlace && !stays) {
        try (ReplaceLock _ = ReplaceLock.of(input)) {
          cancel.end();
          output.commit();
        }
      } else {
        input.checkUnchanged();
        cancel.end();
        if (!stays) {
          output.commit();
        }
      }
      return new RevertReport(
          request.documentName, output.place(), counts.nodes(), counts.changes());
    }
  }

  private static void refuseSame(Path one, Path other, String what) {
    try {
      if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other))) {
        throw new SluiceException(
            Problem.of(ProblemCode.OPTION_INVALID, what)
                .at(new Location.InWhole(one.toString()))
                .advising("name another file; --in-place replaces the document"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream changes() {
    try {
      return new BufferedInputStream(Files.newInputStream(request.changes));
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(
                  Files.exists(request.changes)
                      ? ProblemCode.FILE_UNREADABLE
                      : ProblemCode.FILE_MISSING,
                  "the change set cannot be read")
              .at(new Location.InWhole(request.changesName))
              .because(String.valueOf(e.getMessage()))
              .advising("give the file that apply --changes wrote"),
          e);
    }
  }

  private Counts json(DocumentInput input, OutputFile output, Path spillFolder) throws IOException {
    FigmaRevert revert = new FigmaRevert(input.name());
    try (FileChannel source = input.channel();
        InputStream in = input.stream();
        InputStream lines = changes();
        FileChannel unnamed = input.compressed() ? Gzip.unnamedFile(spillFolder) : null) {
      FileChannel plain = unnamed == null ? output.channel() : unnamed;
      FigmaRevert.Counts done =
          revert.splices(
              in,
              input.sizeBytes(),
              new ChangeSet(lines, request.changesName),
              new SplicedCopy(source, plain),
              (_, _) -> cancel.check());
      confirm(revert, plain);
      if (unnamed != null) {
        compress(input, unnamed, output.channel(), done.nodes() > 0);
      }
      return new Counts(done.nodes(), done.nodes(), done.changes());
    }
  }

  private void confirm(FigmaRevert revert, FileChannel restored) throws IOException {
    restored.position(0);
    try (InputStream lines = changes()) {
      // Not closed: the channel is still needed.
      InputStream in = Channels.newInputStream(restored);
      revert.confirm(in, new ChangeSet(lines, request.changesName), (_, _) -> cancel.check());
    }
  }

  /// A document without a change comes out as the very same file.
  private void compress(DocumentInput input, FileChannel plain, FileChannel target, boolean changed)
      throws IOException {
    if (changed) {
      Gzip.compress(plain, target, cancel);
      return;
    }
    try (FileChannel original = FileChannel.open(input.file())) {
      Gzip.copy(original, target, cancel);
    }
  }

  private Counts archive(DocumentInput input, OutputFile output, Path spillFolder)
      throws IOException {
    try (FileChannel channel = input.channel();
        Archive archive = Archive.open(channel, input.name(), spillFolder, cancel::check);
        InputStream lines = changes();
        ArchiveWriter writer = archive.writer(output.channel(), spillFolder);
        PenpotRevert revert =
            new PenpotRevert(
                archive,
                input.name(),
                new ChangeSet(lines, request.changesName),
                writer,
                cancel::check)) {
      PenpotFormat.contents(archive, input.name(), new Scope.WholeDocument(), cancel::check);
      revert.run();
      if (revert.lines() == 0) {
        copyInput(input, output);
      }
      return new Counts(revert.lines(), revert.shapes(), revert.changes());
    }
  }

  /// An archive without a change comes out as the very same file.
  private void copyInput(DocumentInput input, OutputFile output) throws IOException {
    FileChannel target = output.channel();
    target.truncate(0);
    target.position(0);
    try (FileChannel source = input.channel()) {
      Gzip.copy(source, target, cancel);
    }
  }
}
