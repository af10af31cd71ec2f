package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the cache for faster starts is made from must go through without a word of trouble.
final class TrainingCommandTest {
  @TempDir private Path folder;

  @Test
  void doesALittleOfEverything() {
    // The demo has a name that leads nowhere, on purpose; nothing else is told.
    CliRun.of("training", "--dir", folder)
        .ends(0)
        .says("problems  token-missing 1", "problems none")
        .saysNothingOf("internal");

    String css = Samples.text(folder.resolve("brand.css"));
    assertTrue(css.contains(":root {"), css);
    assertTrue(css.contains("[data-mode=\"dark\"]"), css);
    assertTrue(Samples.text(folder.resolve("brand.json")).contains("\"color.text\""));
  }

  @Test
  void isNotListed() {
    CliRun.of("--help").ends(0);
    assertTrue(!CliRun.of("--help").out().contains("training"));
  }
}
