package sluice.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.testkit.oracle.TreeOracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file the fake server has, held as a tree, and every answer Figma makes of it.
final class FakeFile {
  private static final Set<String> MAPS = Set.of("components", "componentSets", "styles");

  private static final Pattern LONE = Pattern.compile("\\p{Cs}");

  private final ObjectNode whole;
  private final String touched;

  FakeFile(String json) {
    this((ObjectNode) TreeOracle.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  private FakeFile(ObjectNode whole) {
    this.whole = whole;
    this.touched = whole.path("lastModified").asString("");
  }

  /// The same file in another state.
  FakeFile version(String version) {
    ObjectNode other = whole.deepCopy();
    other.put("version", version);
    return new FakeFile(other);
  }

  String version() {
    return whole.path("version").asString("");
  }

  /// The whole file as one answer.
  byte[] bytes() {
    return bytes(whole);
  }

  private static byte[] bytes(JsonNode node) {
    // Halves of characters can only be written as escapes.
    return LONE.matcher(node.toString())
        .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)))
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] answer(FakeRequest request) {
    if (request.isMeta()) {
      ObjectNode meta = JsonNodeFactory.instance.objectNode();
      ObjectNode file = meta.putObject("file");
      file.put("name", whole.path("name").asString(""));
      file.put("last_touched_at", touched);
      file.put("version", version());
      return bytes(meta);
    }
    boolean shallow = "1".equals(request.query().get("depth"));
    if (request.isNodes()) {
      return bytes(nodes(request.query().getOrDefault("ids", "").split(",", -1), shallow));
    }
    return shallow ? bytes(pages()) : bytes();
  }

  private ObjectNode pages() {
    ObjectNode answer = whole.deepCopy();
    answer.set("document", cut((ObjectNode) whole.path("document")));
    MAPS.forEach(map -> {
      if (answer.has(map)) {
        answer.putObject(map);
      }
    });
    return answer;
  }

  /// A node whose children have none.
  private static ObjectNode cut(ObjectNode node) {
    ObjectNode copy = node.deepCopy();
    if (copy.get("children") instanceof ArrayNode children) {
      for (JsonNode child : children) {
        if (child.has("children")) {
          ((ObjectNode) child).putArray("children");
        }
      }
    }
    return copy;
  }

  private ObjectNode nodes(String[] ids, boolean shallow) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (String key : Set.of("name", "lastModified", "version")) {
      answer.set(key, whole.path(key));
    }
    ObjectNode nodes = answer.putObject("nodes");
    // In an order of its own, which is nobody's promise.
    for (String id : new TreeSet<>(Set.of(ids)).descendingSet()) {
      ObjectNode node = find(whole.path("document"), id);
      if (node == null) {
        nodes.putNull(id);
        continue;
      }
      ObjectNode shown = shallow ? cut(node) : node;
      ObjectNode part = nodes.putObject(id);
      part.set("document", shown);
      part.put("schemaVersion", 0);
      for (String map : MAPS) {
        ObjectNode needed = part.putObject(map);
        for (Map.Entry<String, JsonNode> entry : whole.path(map).properties()) {
          if (shown.toString().contains("\"" + entry.getKey() + "\"")) {
            needed.set(entry.getKey(), entry.getValue());
          }
        }
      }
    }
    return answer;
  }

  private static @Nullable ObjectNode find(JsonNode node, String id) {
    if (node.path("id").asString("").equals(id)) {
      return (ObjectNode) node;
    }
    for (JsonNode child : node.path("children")) {
      ObjectNode found = find(child, id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
