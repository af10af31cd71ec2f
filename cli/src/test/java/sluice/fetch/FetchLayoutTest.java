package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.ProjectFiles;

/// What this room may use, and that the network is nobody else's.
final class FetchLayoutTest {
  private static final Set<String> ALLOWED = Set.of("emit", "json", "pipeline", "problem");

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFiles.root().resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void roomsOfTheEngineThatAreUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path file : sources("cli/src/main/java/sluice/fetch")) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("import sluice.")) {
          used.add(line.substring("import sluice.".length()).replaceFirst("\\..*", ""));
        }
      }
    }

    assertEquals(new TreeSet<>(ALLOWED), used);
  }

  @Test
  void nobodyElse_talksToTheNetwork() throws IOException {
    for (String folder : List.of("core/src/main/java", "cli/src/main/java/sluice/cli")) {
      for (Path file : sources(folder)) {
        assertFalse(Files.readString(file).contains("java.net."), file.toString());
      }
    }
  }
}
