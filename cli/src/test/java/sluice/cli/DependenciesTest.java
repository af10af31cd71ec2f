package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.ProjectFiles;

/// The jars that the build takes are those of `dependencies.md`, bit for bit.
final class DependenciesTest {
  private static final Pattern SHIPPED =
      Pattern.compile(
          "^\\| `([^`]+\\.jar)` \\| `[^`]+` \\| [^|]+ \\| `([0-9a-f]{64})` \\|$",
          Pattern.MULTILINE);
  private static final Pattern OTHER =
      Pattern.compile("^\\| `([^`]+\\.jar)` \\| [^|]+ \\|$", Pattern.MULTILINE);
  private static final String OWN = "sluice-";

  @Test
  void classPath_hasTheJarsOfTheList_andNoOthers() throws Exception {
    String page =
        Files.readString(
            ProjectFiles.root().resolve("docs").resolve("reference").resolve("dependencies.md"));
    Map<String, String> listed = new TreeMap<>();
    SHIPPED.matcher(page).results().forEach(row -> listed.put(row.group(1), row.group(2)));
    assertTrue(listed.containsKey("jackson-core-3.2.4.jar"), page);
    OTHER.matcher(page).results().forEach(row -> listed.put(row.group(1), "not shipped"));

    Map<String, String> taken = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      String name = file.getFileName().toString();
      if (name.endsWith(".jar") && !name.startsWith(OWN)) {
        String shipped = listed.getOrDefault(name, "");
        taken.put(name, shipped.equals("not shipped") ? shipped : digest(file));
      }
    }

    assertEquals(listed, taken);
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
