package sluice.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.Sluice;
import sluice.document.Scope;
import sluice.format.figma.FigmaFormat;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.stream.FailingInputStream;

/// The disk a document is on fails to read.
final class ReadErrorTest {
  private static final int NODES = 40;

  @TempDir private Path folder;

  @Test
  void atAnyByteOfADocument_isFileUnreadable() throws Exception {
    byte[] bytes = Files.readAllBytes(FaultDocuments.JSON.write(folder, NODES));
    for (int at = 0; at < bytes.length; at += 97) {
      InputStream in = new FailingInputStream(new ByteArrayInputStream(bytes), at);

      SluiceException e =
          assertThrows(
              SluiceException.class,
              () ->
                  FigmaFormat.locate(
                      in, "document.json", new Scope.Pages(List.of("x")), (_, _) -> {}));

      assertEquals(ProblemCode.FILE_UNREADABLE, e.problem().code(), "at byte " + at);
    }
  }

  @Test
  void ofTheSystemItself_isFileUnreadable() throws Exception {
    Path memory = Path.of("/proc/self/mem");
    Assumptions.assumeTrue(Files.isRegularFile(memory), "skipped: no /proc here");
    Path output = folder.resolve("out.json");

    SluiceException e =
        assertThrows(
            SluiceException.class, () -> Sluice.apply(memory).output(output).start().await());

    assertEquals(ProblemCode.FILE_UNREADABLE, e.problem().code());
    assertTrue(e.problem().render().contains("rror"), e.problem().render());
    assertEquals(List.of(), FaultDocuments.names(folder));
  }
}
