package sluice.testkit.vector;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Where the project's own files are, whatever module a test runs in.
public final class ProjectFiles {
  private ProjectFiles() {}

  /// The folder that holds the root `pom.xml` and `vectors/`.
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.isDirectory(folder.resolve("vectors")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("no folder above the working directory holds vectors/");
  }

  /// A file of the shared samples beside the project; skips the calling test, saying so, when the
  /// samples are not there.
  public static Path sample(String relative) {
    Path file = root().resolveSibling("shared").resolve("samples").resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(file),
        () -> "skipped: shared samples are not beside the project: " + relative);
    return file;
  }
}
