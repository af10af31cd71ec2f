package sluice.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PenpotArchiveGeneratorTest {
  @TempDir private Path folder;

  @Test
  void sameOptions_giveTheSameBytes() throws Exception {
    Path one = folder.resolve("one.penpot");
    Path other = folder.resolve("other.penpot");
    PenpotOptions options = PenpotOptions.ofShapes(77).geometry(true).files(2);

    new PenpotArchiveGenerator(options).write(one);
    new PenpotArchiveGenerator(options).write(other);

    assertEquals(-1, Files.mismatch(one, other));
    new PenpotArchiveGenerator(options.seed(2)).write(other);
    assertTrue(Files.mismatch(one, other) >= 0);
  }

  @Test
  void everyShape_isJson_andKnowsItsParent() throws Exception {
    for (boolean official : new boolean[] {true, false}) {
      Path archive = folder.resolve(official + ".penpot");
      GeneratePenpot.main(
          official
              ? new String[] {"230", archive.toString(), "--official", "--geometry"}
              : new String[] {"230", archive.toString()});

      int shapes = 0;
      try (ZipFile zip = new ZipFile(archive.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          String[] parts = entry.getName().split("/", -1);
          if (parts.length == 5) {
            shapes++;
            JsonNode shape = json(zip, entry);
            assertEquals(parts[4], shape.get("id").asString() + ".json");
            String parent =
                entry.getName().replace(parts[4], shape.get("parentId").asString() + ".json");
            assertTrue(
                String.valueOf(json(zip, zip.getEntry(parent)).get("shapes"))
                        .contains(shape.get("id").asString())
                    || shape.get("id").equals(shape.get("parentId")));
          }
        }
      }
      assertEquals(230, shapes);
    }
  }

  private static JsonNode json(ZipFile zip, ZipEntry entry) throws Exception {
    try (InputStream in = zip.getInputStream(entry)) {
      return JsonMapper.shared().readTree(in.readAllBytes());
    }
  }
}
