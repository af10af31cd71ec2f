package sluice.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A run cancelled at each of its chunks in turn.
final class CancelEverywhereTest {
  private static final int NODES = 80;

  @TempDir private Path folder;
  @TempDir private Path outputs;
  @TempDir private Path temporary;
  private final String systemFolder = System.getProperty("java.io.tmpdir");

  @BeforeEach
  void ownTemporaryFiles() {
    System.setProperty("java.io.tmpdir", temporary.toString());
  }

  @AfterEach
  void temporaryFilesOfTheSystem() {
    System.setProperty("java.io.tmpdir", systemFolder);
  }

  @ParameterizedTest
  @EnumSource
  void cancelledAtAnyChunk_leavesNothingBehind(FaultDocuments kind) throws Exception {
    Path document = kind.write(folder, NODES);
    byte[] before = Files.readAllBytes(document);
    List<String> names = FaultDocuments.names(folder);
    int tells = tellsOfAWholeRun(kind, document);
    assertTrue(tells > NODES / 20, "only " + tells);

    for (int at = 1; at <= tells; at++) {
      cancelled(kind, document, at);

      String moment = kind + " cancelled at tell " + at + " of " + tells;
      assertEquals(List.of(), FaultDocuments.names(outputs), moment);
      assertEquals(names, FaultDocuments.names(folder), moment);
      assertArrayEquals(before, Files.readAllBytes(document), moment);
      assertEquals(List.of(), FaultDocuments.names(temporary), moment);
    }
  }

  private int tellsOfAWholeRun(FaultDocuments kind, Path document) throws Exception {
    AtomicInteger tells = new AtomicInteger();
    kind.apply(document, folder).dryRun().onProgress(_ -> tells.incrementAndGet()).start().await();
    return tells.get();
  }

  private void cancelled(FaultDocuments kind, Path document, int at) throws Exception {
    AtomicInteger tells = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    Run[] run = new Run[1];
    ApplyRequest request =
        kind.apply(document, folder)
            .output(outputs.resolve("out"))
            .changes(outputs.resolve("changes"))
            .onProgress(_ -> {
              if (tells.incrementAndGet() == at) {
                await(started);
                assertTrue(run[0].cancel(), "the run can't be cancelled at " + at);
              }
            });
    run[0] = request.start();
    started.countDown();

    SluiceException e = assertThrows(SluiceException.class, run[0]::await);

    assertEquals(ProblemCode.CANCELLED, e.problem().code(), "at " + at + ": " + e.getMessage());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
