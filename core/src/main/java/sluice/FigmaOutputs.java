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
import sluice.finding.NodeLines;
import sluice.format.DocumentInput;
import sluice.format.figma.FigmaPass;
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
      this.plain = input.compressed() ? unnamedFile(spillFolder) : null;
      this.copy = new SplicedCopy(source, plain == null ? document : plain);
      this.splices = new OrderedSplices(copy, spillFolder);
    }
    FileChannel changes = files.changes();
    this.changeLines =
        changes == null ? null : new OrderedSplices(new LineFile(changes), spillFolder);
  }

  private static FileChannel unnamedFile(Path folder) throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-plain-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  FigmaPass.Target target() {
    return new FigmaPass.Target(splices, changeLines, lines, files::failed);
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
    return files.commit(changed, updated -> compress(updated, changed, cancel), cancel);
  }

  private void compress(OutputFile updated, boolean changed, CancelToken cancel)
      throws IOException {
    if (plain == null) {
      return;
    }
    if (!changed) {
      try (FileChannel original = FileChannel.open(input.file(), StandardOpenOption.READ)) {
        transfer(original, updated.channel());
      }
      return;
    }
    OutputStream out = new GZIPOutputStream(Channels.newOutputStream(updated.channel()), 64 * 1024);
    plain.position(0);
    InputStream in = Channels.newInputStream(plain);
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
    files.close();
  }
}
