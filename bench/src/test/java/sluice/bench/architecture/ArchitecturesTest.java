package sluice.bench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.bench.gate.JsonDigest;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;

/// The architectures that hold the document come to what Sluice comes to.
class ArchitecturesTest {
  private static final int NODES = 3_000;

  @TempDir Path folder;

  @Test
  void everyArchitecture_writesWhatSluiceWrites() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      FigmaDocumentGenerator generator =
          new FigmaDocumentGenerator(FigmaDocumentOptions.of(NODES, seed));
      Path document = folder.resolve("document.json");
      Path tokens = folder.resolve("tokens.json");
      Path expected = folder.resolve("expected.json");
      Path output = folder.resolve("output.json");
      generator.write(document);
      generator.library().write(tokens);
      List<String> themes = List.of("mode/Dark");
      TokenValues values =
          Sluice.resolve(
              new TokenChoice(List.of(tokens), themes, List.of(), TokenChoice.BASE_FONT_SIZE));
      long changes =
          Sluice.apply(document)
              .tokens(tokens)
              .theme("mode/Dark")
              .output(expected)
              .start()
              .await()
              .counts()
              .changes();

      for (Architecture architecture :
          List.of(Architecture.CURRENT, Architecture.PHASE_1, Architecture.PHASE_2)) {
        ArchitectureCounts counts = new CollectingRun(architecture, values).run(document, output);

        assertEquals(changes, counts.changes(), architecture + ", seed " + seed);
        assertEquals(
            JsonDigest.ofText(expected),
            JsonDigest.ofText(output),
            architecture + ", seed " + seed);
        assertTrue(counts.workedOut() > 0);
        Files.delete(output);
      }
    }
  }
}
