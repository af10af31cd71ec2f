package sluice.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The last look at a document that is replaced in place.
final class ReplaceLockTest {
  @TempDir private Path folder;
  private Path document;

  @BeforeEach
  void document() throws IOException {
    document = Files.writeString(folder.resolve("document.json"), "{}");
  }

  private DocumentInput open() {
    return DocumentInput.open(document, "document.json", folder, () -> {});
  }

  private static void isRefused(DocumentInput input) {
    SluiceException e = assertThrows(SluiceException.class, () -> ReplaceLock.of(input));
    assertEquals(ProblemCode.INPUT_CHANGED, e.problem().code());
  }

  @Test
  void onlyOneRunHasIt() {
    try (DocumentInput one = open();
        DocumentInput other = open()) {
      try (ReplaceLock _ = ReplaceLock.of(one)) {
        isRefused(other);
      }
      ReplaceLock.of(other).close();
    }
  }

  @Test
  void whoeverComesAfterTheNewName_isRefused() throws IOException {
    try (DocumentInput one = open();
        DocumentInput other = open()) {
      try (ReplaceLock _ = ReplaceLock.of(one)) {
        Path updated = Files.writeString(folder.resolve("updated"), "[]");
        Files.move(updated, document, StandardCopyOption.ATOMIC_MOVE);
      }

      isRefused(other);
    }
  }

  @Test
  void afterARefusal_theNextOneHasIt() throws IOException {
    try (DocumentInput before = open()) {
      Files.writeString(document, "{ }");
      isRefused(before);
    }
    try (DocumentInput after = open()) {
      ReplaceLock.of(after).close();
    }
  }
}
