package sluice.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Penpot archive of one page with one shape, whose every byte is in the test.
final class SmallArchive {
  private static final String FILE = id("f");
  private static final String PAGE = id("a");
  private static final String SHAPE = id("b");

  private SmallArchive() {}

  private static String id(String digit) {
    return "11111111-1111-4111-8111-" + digit.repeat(12);
  }

  /// Writes one with a shape of 9 by 9.
  ///
  /// @param type of the shape
  /// @param members further members of the shape, as JSON
  /// @param tokens the sets of the library, as members of a JSON object; all are active
  static Path write(Path archive, String type, String members, String tokens) {
    String folder = "files/" + FILE;
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      add(
          zip,
          "manifest.json",
          """
          {"type": "penpot/export-files", "version": 1,
           "files": [{"id": "%s", "name": "F", "features": []}]}
          """
              .formatted(FILE));
      add(zip, folder + ".json", "{\"id\": \"%s\"}".formatted(FILE));
      add(
          zip,
          folder + "/pages/" + PAGE + ".json",
          "{\"id\": \"%s\", \"name\": \"Page\", \"index\": 0}".formatted(PAGE));
      add(zip, folder + "/pages/" + PAGE + "/" + SHAPE + ".json", shape(type, members));
      add(
          zip,
          folder + "/tokens.json",
          """
          {%s, "$themes": [], "$metadata": {"tokenSetOrder": ["s"], "activeThemes": [],
           "activeSets": ["s"]}}
          """
              .formatted(tokens));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive;
  }

  private static String shape(String type, String members) {
    return """
    {"id": "%s", "name": "Box", "type": "%s", "parentId": "%s",
     "x": 0, "y": 0, "width": 9, "height": 9,
     "selrect": {"x": 0, "y": 0, "width": 9, "height": 9, "x1": 0, "y1": 0, "x2": 9, "y2": 9},
     "points": [{"x": 0, "y": 0}, {"x": 9, "y": 0}, {"x": 9, "y": 9}, {"x": 0, "y": 9}],
     %s}
    """
        .formatted(SHAPE, type, "00000000-0000-0000-0000-000000000000", members);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
