package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import sluice.emit.LineFile;
import sluice.emit.OrderedSplices;
import sluice.emit.OutputFile;
import sluice.emit.SplicedCopy;
import sluice.format.DocumentInput;
import sluice.format.figma.FigmaPass;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The files a run writes. All of them are temporary until [#commit]; without it none appears.
final class RunOutputs implements AutoCloseable {
  private final DocumentInput input;
  private final boolean inPlace;
  private final @Nullable OutputFile document;
  private final @Nullable OutputFile changes;
  private final @Nullable FileChannel source;
  private final @Nullable FileChannel plain;
  private final @Nullable OrderedSplices splices;
  private final @Nullable SplicedCopy copy;
  private final @Nullable OrderedSplices changeLines;

  private RunOutputs(ApplyRequest request, DocumentInput input, Path spillFolder)
      throws IOException {
    this.input = input;
    this.inPlace = request.destination instanceof ApplyRequest.Destination.InPlace;
    Path place =
        switch (request.destination) {
          case ApplyRequest.Destination.To(Path file) -> file;
          case ApplyRequest.Destination.InPlace() -> request.document;
          case ApplyRequest.Destination.Nowhere() -> null;
        };
    Path changesPlace = request.changes;
    if (place != null && !inPlace) {
      refuseSame(place, request.document, "the output is the input", "--in-place replaces it");
    }
    if (changesPlace != null) {
      refuseSame(changesPlace, request.document, "the change set is the input", "name another");
      if (place != null) {
        refuseSame(changesPlace, place, "the change set is the output", "name another");
      }
    }
    this.document = place == null ? null : OutputFile.at(place);
    this.changes = changesPlace == null ? null : openAfter(changesPlace, document);
    if (document == null) {
      this.source = null;
      this.plain = null;
      this.copy = null;
      this.splices = null;
    } else {
      this.source = input.channel();
      this.plain = input.compressed() ? unnamedFile(spillFolder) : null;
      this.copy = new SplicedCopy(source, plain == null ? document.channel() : plain);
      this.splices = new OrderedSplices(copy, spillFolder);
    }
    this.changeLines =
        changes == null ? null : new OrderedSplices(new LineFile(changes.channel()), spillFolder);
  }

  static RunOutputs open(ApplyRequest request, DocumentInput input, Path spillFolder)
      throws IOException {
    return new RunOutputs(request, input, spillFolder);
  }

  private static void refuseSame(Path one, Path other, String what, String help)
      throws IOException {
    boolean same =
        one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
            || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    if (same) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, what)
              .at(new Location.InWhole(one.toString()))
              .advising(help));
    }
  }

  private static OutputFile openAfter(Path place, @Nullable OutputFile opened) {
    try {
      return OutputFile.at(place);
    } catch (RuntimeException e) {
      if (opened != null) {
        opened.close();
      }
      throw e;
    }
  }

  private static FileChannel unnamedFile(Path folder) throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-plain-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  FigmaPass.Target target() {
    return new FigmaPass.Target(splices, changeLines, e -> OutputFile.unwritable(somePlace(), e));
  }

  private Path somePlace() {
    if (document != null) {
      return document.place();
    }
    return changes == null ? input.file() : changes.place();
  }

  long bytesWritten() {
    return copy == null ? 0 : copy.bytesWritten();
  }

  long spilledBytes() {
    return (splices == null ? 0 : splices.spilledBytes())
        + (changeLines == null ? 0 : changeLines.spilledBytes());
  }

  /// Lets the files appear: first whatever may take long or fail, then, when the run can no longer
  /// be cancelled, the names.
  ///
  /// @param changed whether the document has any change; one without comes out as the very file
  ///   that went in, compressed in the same way
  /// @return where the document is, empty for a dry run
  Optional<Path> commit(boolean changed, CancelToken cancel) {
    OutputFile updated = inPlace && !changed ? null : document;
    if (updated != null) {
      if (plain != null) {
        try {
          compress(plain, updated.channel(), changed, cancel);
        } catch (IOException e) {
          throw OutputFile.unwritable(updated.place(), e);
        }
      }
      updated.finish();
    }
    if (changes != null) {
      changes.finish();
    }
    cancel.end();
    if (changes != null) {
      changes.commit();
    }
    if (updated != null) {
      updated.commit();
    }
    return document == null ? Optional.empty() : Optional.of(document.place());
  }

  private void compress(FileChannel from, FileChannel to, boolean changed, CancelToken cancel)
      throws IOException {
    if (!changed) {
      try (FileChannel original = FileChannel.open(input.file(), StandardOpenOption.READ)) {
        transfer(original, to);
      }
      return;
    }
    OutputStream out = new GZIPOutputStream(Channels.newOutputStream(to), 64 * 1024);
    from.position(0);
    InputStream in = Channels.newInputStream(from);
    byte[] piece = new byte[64 * 1024];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      out.write(piece, 0, count);
      cancel.check();
    }
    ((GZIPOutputStream) out).finish();
  }

  private static void transfer(FileChannel from, FileChannel to) throws IOException {
    long at = 0;
    long size = from.size();
    while (at < size) {
      at += from.transferTo(at, size - at, to);
    }
  }

  @Override
  public void close() throws IOException {
    if (splices != null) {
      splices.close();
    }
    if (changeLines != null) {
      changeLines.close();
    }
    if (source != null) {
      source.close();
    }
    if (plain != null) {
      plain.close();
    }
    if (document != null) {
      document.close();
    }
    if (changes != null) {
      changes.close();
    }
  }
}
