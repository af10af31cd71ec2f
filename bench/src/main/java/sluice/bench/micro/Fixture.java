package sluice.bench.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;

/// What the benchmarks work on: a generated document of [#NODES] nodes, about 11 MB, and its tokens
/// under the dark theme.
final class Fixture {
  /// Nodes of the document.
  static final int NODES = 10_000;

  private static final long SEED = 1;
  private static final FigmaDocumentGenerator GENERATOR =
      new FigmaDocumentGenerator(FigmaDocumentOptions.of(NODES, SEED));

  private Fixture() {}

  /// The document.
  static byte[] document() {
    return GENERATOR.bytes();
  }

  /// Calls a function with a file of the token library, which is deleted afterwards.
  static <T> T withTokens(Function<Path, T> function) {
    try {
      Path file = Files.createTempFile("sluice-bench-", ".json");
      try {
        GENERATOR.library().write(file);
        return function.apply(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file cannot be used", e);
    }
  }

  /// The tokens with their values.
  static TokenValues values() {
    return withTokens(file ->
        Sluice.resolve(
            new TokenChoice(
                List.of(file), List.of("mode/Dark"), List.of(), TokenChoice.BASE_FONT_SIZE)));
  }
}
