package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.ProjectFiles;

/// The tests that `security.md` names as showing something are there.
final class SecurityPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyTestThatIsNamed_exists() throws IOException {
    Path root = ProjectFiles.root();
    Set<String> named = new TreeSet<>();
    TEST.matcher(Files.readString(root.resolve("docs").resolve("design").resolve("security.md")))
        .results()
        .forEach(found -> named.add(found.group(1)));
    assertTrue(named.size() > 20, named.toString());

    Set<String> known = new TreeSet<>();
    for (String module : List.of("core", "report", "server", "cli")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src").resolve("test"))) {
        files.forEach(file -> known.add(file.getFileName().toString().replace(".java", "")));
      }
    }
    named.removeAll(known);

    assertEquals(Set.of(), named);
  }
}
