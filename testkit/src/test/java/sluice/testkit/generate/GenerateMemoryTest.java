package sluice.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.memory.ChildJvm;

class GenerateMemoryTest {
  @Test
  void twoHundredThousandNodes_fitIn24Megabytes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("document.json");
    ChildJvm child =
        ChildJvm.of(Generate.class, "--nodes", "200000", "--order", "shuffled", "--out", "" + file)
            .withHeapMegabytes(24);

    ChildJvm.Outcome outcome = child.run();

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(200_000 * 1_070.0, (double) Files.size(file), 200_000 * 40.0);
    outcome
        .peakResidentBytes()
        .ifPresent(peak -> assertTrue(peak < 120L << 20, "peak resident " + peak));
  }

  @Test
  void unknownFlag_endsWith2AndUsage() throws Exception {
    ChildJvm.Outcome outcome = ChildJvm.of(Generate.class, "--colour", "blue").run();

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("unknown flag --colour"), outcome.err());
    assertTrue(outcome.err().contains("usage:"), outcome.err());
  }
}
