package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// JSON of tests.
final class LiveJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private LiveJson() {}

  static JsonValue.Obj object(String json) {
    return (JsonValue.Obj) value(parse(json));
  }

  static JsonNode parse(String json) {
    return MAPPER.readTree(json);
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

  /// A value as text, numbers as they are written.
  static String text(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "nothing";
      case JsonValue.Str(String text) -> MAPPER.writeValueAsString(text);
      case JsonValue.Num(_, String text) -> text;
      case JsonValue.Bool(boolean truth) -> Boolean.toString(truth);
      case JsonValue.Null _ -> "null";
      case JsonValue.Arr(List<JsonValue> items) ->
          "[" + String.join(",", items.stream().map(LiveJson::text).toList()) + "]";
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        List<String> parts = new ArrayList<>();
        members.forEach(
            (name, member) -> parts.add(MAPPER.writeValueAsString(name) + ":" + text(member)));
        yield "{" + String.join(",", parts) + "}";
      }
    };
  }

  /// Whether two values are one, numbers to a tolerance, members in any order.
  static boolean isSame(@Nullable JsonValue a, @Nullable JsonValue b, double tolerance) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof JsonValue.Num(double x, _) && b instanceof JsonValue.Num(double y, _)) {
      return Math.abs(x - y) <= tolerance;
    }
    if (a instanceof JsonValue.Arr(List<JsonValue> some)
        && b instanceof JsonValue.Arr(List<JsonValue> others)) {
      boolean same = some.size() == others.size();
      for (int i = 0; same && i < some.size(); i++) {
        same = isSame(some.get(i), others.get(i), tolerance);
      }
      return same;
    }
    if (a instanceof JsonValue.Obj some && b instanceof JsonValue.Obj others) {
      Set<String> names = new LinkedHashSet<>(some.members().keySet());
      names.addAll(others.members().keySet());
      return names.stream()
          .allMatch(name -> isSame(some.member(name), others.member(name), tolerance));
    }
    return a.equals(b);
  }
}
