package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A node of a test as a tree: gives the engine its fields and takes its edits.
final class NodeTree {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private NodeTree() {}

  static ObjectNode parse(String json) {
    return (ObjectNode) MAPPER.readTree(json);
  }

  /// The facts the engine wants of a node; an id that begins with `I` is part of an instance.
  static FigmaNode.Known node(JsonNode json, @Nullable ParentFacts parent) {
    Map<FigmaField, JsonValue> fields = new EnumMap<>(FigmaField.class);
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      FigmaField field = FigmaField.of(member.getKey());
      if (field != null) {
        fields.put(field, value(member.getValue()));
      }
    }
    boolean partOfInstance = json.path("id").asString("").startsWith("I");
    return new FigmaNode.Known(json.get("type").asString(), partOfInstance, parent, fields);
  }

  static ParentFacts parent(JsonNode json) {
    JsonNode box = json.path("absoluteBoundingBox");
    String mode = json.path("layoutMode").asString("NONE");
    return new ParentFacts.Known(
        json.get("type").asString(),
        !mode.equals("NONE"),
        box.isObject()
            ? new ParentFacts.Box(
                box.get("x").asDouble(),
                box.get("y").asDouble(),
                box.get("width").asDouble(),
                box.get("height").asDouble())
            : null);
  }

  static JsonValue value(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new JsonValue.Str(json.asString());
      case NUMBER -> new JsonValue.Num(json.asDouble(), json.toString());
      case BOOLEAN -> new JsonValue.Bool(json.asBoolean());
      case ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        json.forEach(item -> items.add(value(item)));
        yield new JsonValue.Arr(items);
      }
      case OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        json.properties().forEach(part -> members.put(part.getKey(), value(part.getValue())));
        yield new JsonValue.Obj(members);
      }
      default -> new JsonValue.Null();
    };
  }

  static JsonNode json(JsonValue value) {
    return switch (value) {
      case JsonValue.Str(String text) -> MAPPER.getNodeFactory().stringNode(text);
      case JsonValue.Num(_, String text) -> MAPPER.readTree(text);
      case JsonValue.Bool(boolean truth) -> MAPPER.getNodeFactory().booleanNode(truth);
      case JsonValue.Null _ -> MAPPER.getNodeFactory().nullNode();
      case JsonValue.Arr(List<JsonValue> items) -> {
        ArrayNode array = MAPPER.createArrayNode();
        items.forEach(item -> array.add(json(item)));
        yield array;
      }
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        ObjectNode object = MAPPER.createObjectNode();
        members.forEach((name, member) -> object.set(name, json(member)));
        yield object;
      }
    };
  }

  /// A copy of a node with edits made.
  static ObjectNode edited(JsonNode node, List<Edit> edits) {
    ObjectNode copy = (ObjectNode) node.deepCopy();
    for (Edit edit : edits) {
      List<String> path = new ArrayList<>(edit.below());
      path.addFirst(edit.field().jsonName());
      ObjectNode owner = copy;
      for (String name : path.subList(0, path.size() - 1)) {
        if (!owner.has(name)) {
          owner.set(name, MAPPER.createObjectNode());
        }
        owner = (ObjectNode) owner.get(name);
      }
      JsonValue after = edit.after();
      if (after == null) {
        owner.remove(path.getLast());
      } else {
        owner.set(path.getLast(), json(after));
      }
    }
    return copy;
  }
}
