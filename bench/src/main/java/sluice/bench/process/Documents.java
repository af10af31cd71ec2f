package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;

/// Generated documents, one file at a time.
final class Documents implements AutoCloseable {
  /// The theme that is applied; documents show the light one.
  static final String THEME = "mode/Dark";

  private static final long SEED = 1;

  private final Path folder;

  /// @param parent where the folder of the documents is made
  Documents(Path parent) throws IOException {
    Files.createDirectories(parent);
    folder = Files.createTempDirectory(parent, "sluice-bench-");
    new FigmaDocumentGenerator(FigmaDocumentOptions.of(1, SEED)).library().write(tokens());
  }

  /// Where files may go that belong to the run.
  Path folder() {
    return folder;
  }

  /// The token library of all documents.
  Path tokens() {
    return folder.resolve("tokens.json");
  }

  /// Where an output may go.
  Path output(String contender) {
    return folder.resolve("out-" + contender + ".json");
  }

  /// A document of that many nodes, made if it is not there; any other is deleted.
  Path document(long nodes) throws IOException {
    Path file = folder.resolve("document-" + nodes + ".json");
    if (!Files.exists(file)) {
      clear("document-");
      new FigmaDocumentGenerator(FigmaDocumentOptions.of(nodes, SEED)).write(file);
    }
    return file;
  }

  private void clear(String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(prefix)) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    clear("");
    Files.delete(folder);
  }
}
