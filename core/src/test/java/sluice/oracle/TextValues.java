package sluice.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.json.JsonValue;
import sluice.testkit.oracle.TextTree;

/// Values of a text as the engine's rules take them, and the other way round.
public final class TextValues {
  private TextValues() {}

  /// A value that stands in a text.
  public static JsonValue of(TextTree.Node node) {
    if (node.isObject()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      for (TextTree.Member member : node.members()) {
        members.put(member.key(), of(member.value()));
      }
      return new JsonValue.Obj(members);
    }
    if (node.isArray()) {
      List<JsonValue> items = new ArrayList<>();
      node.items().forEach(item -> items.add(of(item)));
      return new JsonValue.Arr(items);
    }
    if (node.isString()) {
      return new JsonValue.Str(node.string());
    }
    if (node.isNumber()) {
      return new JsonValue.Num(Double.parseDouble(node.raw()), node.raw());
    }
    return node.raw().equals("null")
        ? new JsonValue.Null()
        : new JsonValue.Bool(node.raw().equals("true"));
  }

  /// A new value as it is written, without white space.
  public static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.Str(String text) -> quoted(text);
      case JsonValue.Num(_, String text) -> text;
      case JsonValue.Bool(boolean truth) -> String.valueOf(truth);
      case JsonValue.Null _ -> "null";
      case JsonValue.Arr(List<JsonValue> items) ->
          "[" + String.join(",", items.stream().map(TextValues::text).toList()) + "]";
      case JsonValue.Obj(Map<String, JsonValue> members) -> {
        List<String> texts = new ArrayList<>();
        members.forEach((key, member) -> texts.add(quoted(key) + ":" + text(member)));
        yield "{" + String.join(",", texts) + "}";
      }
    };
  }

  /// A JSON string; only what must be escaped is.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
