package sluice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.emit.LineFile;
import sluice.emit.OrderedSplices;
import sluice.emit.OutputFile;
import sluice.emit.SplicedCopy;
import sluice.finding.NodeLines;
import sluice.format.DocumentInput;
import sluice.format.figma.ChunkNotes;
import sluice.format.figma.FigmaPass;
import sluice.format.figma.SourceBytes;
import sluice.pipeline.CancelToken;

/// What a run writes of a Figma document: a copy with splices, compressed again where the input
/// was, and the change set.
final class FigmaOutputs implements AutoCloseable {
  private final DocumentInput input;
  private final RunFiles files;
  private final @Nullable FileChannel source;
  private final @Nullable FileChannel plain;
  private final @Nullable OrderedSplices splices;
  private final @Nullable SplicedCopy copy;
  private final @Nullable OrderedSplices changeLines;
  private final NodeLines lines;
  private final @Nullable FileChannel raw;

  /// @param files closed with this
  /// @param lines what is told of nodes
  FigmaOutputs(RunFiles files, DocumentInput input, NodeLines lines, Path spillFolder)
      throws IOException {
    this.input = input;
    this.lines = lines;
    this.files = files;
    FileChannel document = files.document();
    if (document == null) {
      this.source = null;
      this.plain = null;
      this.copy = null;
      this.splices = null;
    } else {
      this.source = input.channel();
      this.plain = input.compressed() ? Gzip.unnamedFile(spillFolder) : null;
      this.copy = new SplicedCopy(source, plain == null ? document : plain);
      this.splices = new OrderedSplices(copy, spillFolder);
    }
    FileChannel changes = files.changes();
    this.changeLines =
        changes == null ? null : new OrderedSplices(new LineFile(changes), spillFolder);
    this.raw = changes == null ? null : input.channel();
  }

  /// @param notes is shown what is decided, for a report; or null
  FigmaPass.Target target(@Nullable ChunkNotes notes) {
    return new FigmaPass.Target(
        splices,
        changeLines,
        lines,
        raw == null ? null : SourceBytes.of(raw),
        notes,
        files::failed);
  }

  long bytesWritten() {
    return copy == null ? 0 : copy.bytesWritten();
  }

  long spilledBytes() {
    return (splices == null ? 0 : splices.spilledBytes())
        + (changeLines == null ? 0 : changeLines.spilledBytes());
  }

  /// Lets the files appear.
  ///
  /// @param changed whether the document has any change; one without comes out as the very file
  ///   that went in, compressed in the same way
  /// @return where the document is, empty for a dry run
  Optional<Path> commit(boolean changed, CancelToken cancel) {
    return files.commit(changed, updated -> compress(updated, changed, cancel), input, cancel);
  }

  private void compress(OutputFile updated, boolean changed, CancelToken cancel)
      throws IOException {
    if (plain == null) {
      return;
    }
    if (!changed) {
      try (FileChannel original = FileChannel.open(input.file(), StandardOpenOption.READ)) {
        Gzip.copy(original, updated.channel(), cancel);
      }
      return;
    }
    Gzip.compress(plain, updated.channel(), cancel);
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
    if (raw != null) {
      raw.close();
    }
    if (plain != null) {
      plain.close();
    }
    files.close();
  }
}
