package sluice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Archives of one page whose shapes are in the test, and the shapes of any archive.
final class PenpotPage {
  static final String ROOT = "00000000-0000-0000-0000-000000000000";

  private PenpotPage() {}

  /// A text as an id: the right length, readable in messages.
  static String id(String name) {
    return name.equals("root") ? ROOT : name + "0".repeat(36 - name.length());
  }

  /// Writes an archive of one page. Names in quotes become ids.
  static void write(Path archive, Map<String, String> shapes, String tokens) throws IOException {
    String file = id("file");
    String page = id("page");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("files/%s.json".formatted(file), bytes("{\"id\":\"%s\"}".formatted(file)));
    entries.put(
        "files/%s/pages/%s.json".formatted(file, page),
        bytes("{\"id\":\"%s\",\"name\":\"Page\",\"index\":0}".formatted(page)));
    List<String> names = new ArrayList<>(shapes.keySet());
    Collections.sort(names);
    for (String name : names) {
      String json = Objects.requireNonNull(shapes.get(name));
      for (String other : names) {
        json = json.replace("\"%s\"".formatted(other), "\"%s\"".formatted(id(other)));
      }
      json = json.replace("\"root\"", "\"%s\"".formatted(ROOT));
      entries.put("files/%s/pages/%s/%s.json".formatted(file, page, id(name)), bytes(json));
    }
    entries.put("files/%s/tokens.json".formatted(file), bytes(tokens));
    entries.put(
        "manifest.json",
        bytes(
            "{\"type\":\"penpot/export-files\",\"version\":1,\"files\":[{\"id\":\"%s\",\"name\":\"F\",\"features\":[]}]}"
                .formatted(file)));
    Zips.write(archive, entries);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String box(int x, int y, int width, int height) {
    return "\"x\":%1$d,\"y\":%2$d,\"width\":%3$d,\"height\":%4$d,\"selrect\":{\"x\":%1$d,\"y\":%2$d,\"width\":%3$d,\"height\":%4$d,\"x1\":%1$d,\"y1\":%2$d,\"x2\":%5$d,\"y2\":%6$d},\"points\":[{\"x\":%1$d,\"y\":%2$d},{\"x\":%5$d,\"y\":%2$d},{\"x\":%5$d,\"y\":%6$d},{\"x\":%1$d,\"y\":%6$d}]"
        .formatted(x, y, width, height, x + width, y + height);
  }

  static JsonNode shape(Map<String, JsonNode> shapes, String name) {
    return Objects.requireNonNull(shapes.get(id(name)), name);
  }

  static String at(JsonNode shape) {
    JsonNode box = shape.get("selrect");
    return "%s %s".formatted(box.get("x").asString(), box.get("y").asString());
  }

  static Map<String, JsonNode> shapes(Path archive) throws IOException {
    Map<String, JsonNode> shapes = new LinkedHashMap<>();
    Zips.entries(archive)
        .forEach((name, content) -> {
          if (name.split("/", -1).length == 5) {
            JsonNode shape = JsonMapper.shared().readTree(content);
            shapes.put(shape.get("id").asString(), shape);
          }
        });
    return shapes;
  }
}
