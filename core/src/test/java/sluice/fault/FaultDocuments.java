package sluice.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import sluice.ApplyRequest;
import sluice.Sluice;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// Small documents of each form, and runs over them in many chunks.
enum FaultDocuments {
  JSON("document.json"),
  /// Parents' own fields come after their children, so that it is read a second time.
  JSON_SHUFFLED("document.json"),
  GZIP("document.json.gz"),
  PENPOT("document.penpot");

  private static final int CHUNK_SIZE_NODES = 10;

  private final String name;

  FaultDocuments(String name) {
    this.name = name;
  }

  /// Writes the document and its tokens to a folder.
  Path write(Path folder, int nodes) throws IOException {
    Path document = folder.resolve(name);
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(
            FigmaDocumentOptions.of(nodes, 3)
                .withKeyOrder(this == JSON_SHUFFLED ? KeyOrder.SHUFFLED : KeyOrder.FIGMA));
    generator.library().write(tokens(folder));
    switch (this) {
      case JSON, JSON_SHUFFLED -> generator.write(document);
      case GZIP -> {
        Path plain = folder.resolve("plain");
        generator.write(plain);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(document))) {
          Files.copy(plain, out);
        }
        Files.delete(plain);
      }
      case PENPOT -> new PenpotArchiveGenerator(PenpotOptions.ofShapes(nodes)).write(document);
    }
    return document;
  }

  private static Path tokens(Path folder) {
    return folder.resolve("tokens.json");
  }

  /// A run over it in small chunks.
  ApplyRequest apply(Path document, Path folder) {
    ApplyRequest request = Sluice.apply(document).chunkSize(CHUNK_SIZE_NODES);
    return this == PENPOT
        ? request.theme("Mode/Dark")
        : request.tokens(tokens(folder)).theme("mode/Dark");
  }

  /// Names of all that is in a folder, hidden things too.
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
