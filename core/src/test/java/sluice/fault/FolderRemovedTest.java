package sluice.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.ApplyRequest;
import sluice.Progress;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The folder of the output is removed during the run, with the unfinished output in it.
final class FolderRemovedTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void isOutputUnwritable(FaultDocuments kind) throws Exception {
    Path document = kind.write(folder, 100);
    byte[] before = Files.readAllBytes(document);
    Path outputs = Files.createDirectory(folder.resolve("outputs"));
    AtomicInteger tells = new AtomicInteger();
    ApplyRequest request =
        kind.apply(document, folder)
            .output(outputs.resolve("out"))
            .onProgress(progress -> {
              if (progress.phase() == Progress.Phase.APPLY && tells.incrementAndGet() == 3) {
                remove(outputs);
              }
            });

    SluiceException e = assertThrows(SluiceException.class, () -> request.start().await());

    assertEquals(ProblemCode.OUTPUT_UNWRITABLE, e.problem().code(), e.getMessage());
    assertTrue(e.getMessage().contains("folder was removed"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(document));
    assertFalse(Files.exists(outputs));
  }

  private static void remove(Path outputs) {
    try (Stream<Path> files = Files.walk(outputs)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
