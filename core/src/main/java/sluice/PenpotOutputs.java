package sluice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveWriter;
import sluice.emit.LineFile;
import sluice.emit.OutputFile;
import sluice.finding.NodeLines;
import sluice.format.DocumentInput;
import sluice.format.penpot.PenpotPass;
import sluice.format.penpot.ShapeGather;
import sluice.pipeline.CancelToken;

/// What a run writes of an archive: the archive with replaced entries, and the change set.
final class PenpotOutputs implements AutoCloseable {
  private final DocumentInput input;
  private final RunFiles files;
  private final @Nullable ArchiveWriter archive;
  private final @Nullable LineFile lineFile;
  private final NodeLines lines;

  /// @param files closed with this
  /// @param lines what is told of shapes
  PenpotOutputs(
      RunFiles files, DocumentInput input, NodeLines lines, Archive source, Path spillFolder)
      throws IOException {
    this.input = input;
    this.lines = lines;
    this.files = files;
    FileChannel document = files.document();
    this.archive = document == null ? null : source.writer(document, spillFolder);
    FileChannel changes = files.changes();
    this.lineFile = changes == null ? null : new LineFile(changes);
  }

  /// @param gather what is noted for a report, or null
  PenpotPass.Target target(@Nullable ShapeGather gather) {
    return new PenpotPass.Target(archive, lineFile, lines, gather, files::failed);
  }

  long bytesWritten() {
    return archive == null ? 0 : archive.bytesWritten();
  }

  long spilledBytes() {
    return archive == null ? 0 : archive.spilledBytes();
  }

  /// Lets the files appear.
  ///
  /// @param changed whether the archive has any change; one without comes out as the very file that
  ///   went in
  /// @return where the archive is, empty for a dry run
  Optional<Path> commit(boolean changed, CancelToken cancel) {
    return files.commit(
        changed,
        updated -> {
          if (!changed) {
            copyInput(updated, cancel);
          }
        },
        input,
        cancel);
  }

  private void copyInput(OutputFile updated, CancelToken cancel) throws IOException {
    FileChannel target = updated.channel();
    target.truncate(0);
    target.position(0);
    try (FileChannel source = input.channel()) {
      long at = 0;
      long size = source.size();
      while (at < size) {
        at += source.transferTo(at, size - at, target);
        cancel.check();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (archive != null) {
        archive.close();
      }
    } finally {
      files.close();
    }
  }
}
