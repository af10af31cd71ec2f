package sluice.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.emit.TemporaryFiles;

/// Temporary files of one fetch, in a folder of the caller's. Only their owner can read them.
final class Spool {
  private final Path folder;

  Spool(Path folder) {
    this.folder = folder;
  }

  /// A file that goes when it is closed.
  SpoolFile file() {
    try {
      Path path = Files.createTempFile(folder, ".sluice-fetch-", ".tmp");
      TemporaryFiles.add(path);
      return new SpoolFile(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A temporary file.
  record SpoolFile(Path path) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(path);
        TemporaryFiles.remove(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
