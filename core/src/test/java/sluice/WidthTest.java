package sluice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.pipeline.Mode;
import sluice.pipeline.PipelineSettings;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;

/// How wide a pipeline is: chosen by the exact number of nodes, within its memory, and never to be
/// seen in the result.
final class WidthTest {
  private static final int NODES = 3_000;

  @TempDir private Path folder;
  private Path document;
  private Path tokens;

  @BeforeEach
  void generate() throws IOException {
    generate(NODES);
  }

  private void generate(int nodes) throws IOException {
    document = folder.resolve("document.json");
    tokens = folder.resolve("tokens.json");
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(nodes, 11));
    generator.write(document);
    generator.library().write(tokens);
  }

  private ApplyRequest request() {
    return Sluice.apply(document).tokens(tokens).theme("Dark").dryRun();
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1_000, 10_000, 10_001})
  void modeIsChosenByTheExactNumberOfNodes(int nodes) throws Exception {
    generate(nodes);

    RunReport report = request().start().await();

    assertEquals(nodes, report.counts().nodes());
    switch (nodes) {
      case 999 -> assertMode(report, Mode.DIRECT, "999 nodes < 1000");
      case 1_000 -> assertMode(report, Mode.BATCHING, "1000 <= 1000 nodes <= 10000");
      case 10_000 -> assertMode(report, Mode.BATCHING, "1000 <= 10000 nodes <= 10000");
      default -> assertMode(report, Mode.STREAMING, "10001 nodes > 10000");
    }
  }

  private static void assertMode(RunReport report, Mode mode, String reason) {
    assertEquals(mode, report.mode());
    assertEquals(reason, report.modeReason());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void modeCanBeAskedFor_andSaysSo(Mode mode) throws Exception {
    assertMode(request().mode(mode).start().await(), mode, "asked for, with 3000 nodes");
  }

  @Test
  void result_dependsOnNoSetting() throws Exception {
    Path out = folder.resolve("out.json");
    Path changes = folder.resolve("changes.ndjson");
    request().output(out).changes(changes).workers(1).start().await();
    byte[] expected = Files.readAllBytes(out);
    byte[] expectedChanges = Files.readAllBytes(changes);
    long seed = System.nanoTime();
    Random random = new Random(seed);

    for (int workers : new int[] {1, 2, 3, 8}) {
      for (int chunkSize : new int[] {1, 7, 1_000, 100_000}) {
        int queueLimit = 1 + random.nextInt(random.nextBoolean() ? 20 : 5_000);
        Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
        String what =
            "seed %d: %d workers, chunks of %d, queue of %d, %s"
                .formatted(seed, workers, chunkSize, queueLimit, mode);
        ApplyRequest request =
            request()
                .output(out)
                .changes(changes)
                .workers(workers)
                .chunkSize(chunkSize)
                .queueLimit(queueLimit)
                .rememberCombinations(random.nextBoolean());
        if (random.nextBoolean()) {
          request.mode(mode);
        }

        RunReport report = request.start().await();

        assertArrayEquals(expected, Files.readAllBytes(out), what);
        assertArrayEquals(expectedChanges, Files.readAllBytes(changes), what);
        assertEquals(NODES, report.counts().nodes(), what);
        assertTrue(report.queuePeak() <= queueLimit, what + ": " + report.queuePeak());
        assertTrue(report.chunks() >= NODES / Math.min(chunkSize, queueLimit), what);
      }
    }
  }

  @Test
  void everyNodeWithUsableTokens_isACacheHitOrAMiss() throws Exception {
    RunReport remembering = request().start().await();
    RunReport forgetful = request().rememberCombinations(false).start().await();

    assertTrue(remembering.counts().combinations() > 10);
    assertEquals(remembering.counts().combinations(), remembering.counts().cacheMisses());
    assertTrue(remembering.counts().cacheHits() > remembering.counts().cacheMisses());
    assertEquals(0, forgetful.counts().cacheHits());
    assertEquals(
        remembering.counts().cacheHits() + remembering.counts().cacheMisses(),
        forgetful.counts().cacheMisses());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 100_001})
  void numbersOutOfRange_areRefused(int number) {
    SluiceException thrown = assertThrows(SluiceException.class, () -> request().chunkSize(number));
    assertEquals(ProblemCode.OPTION_INVALID, thrown.problem().code());
    assertThrows(SluiceException.class, () -> request().queueLimit(number));
  }

  /// Whatever is asked for, buffers and tables stay within what the mode may take.
  @ParameterizedTest
  @EnumSource(Mode.class)
  void budgetOfAMode_isKeptForAnySettings(Mode mode) {
    for (int workers : new int[] {1, 2, 64, 1_000}) {
      for (int chunkSize : new int[] {1, 1_000, 100_000}) {
        for (int queueLimit : new int[] {1, 1_000, 100_000}) {
          Width width = new Width(mode, workers, chunkSize, queueLimit);
          PipelineSettings settings = width.settings(0);

          long total =
              MemoryBudget.totalBytes(settings, width.combinationsMax(), width.remembersOutcomes());

          assertTrue(
              total <= MemoryBudget.workingSetBytesMax(mode), width + " takes " + total + " bytes");
        }
      }
    }
  }
}
