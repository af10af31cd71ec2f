package sluice.format.penpot.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.token.NumberText;

/// Reads and builds the JSON values of a shape's fields.
final class Json {
  private Json() {}

  static JsonValue.Num number(double value) {
    return new JsonValue.Num(value, NumberText.of(value));
  }

  static JsonValue.Str text(String text) {
    return new JsonValue.Str(text);
  }

  /// The number a value is, or `otherwise` when it is absent or no number.
  static double number(@Nullable JsonValue value, double otherwise) {
    return value instanceof JsonValue.Num(double number, _) ? number : otherwise;
  }

  /// The text a value is, or null.
  static @Nullable String textOf(@Nullable JsonValue value) {
    return value instanceof JsonValue.Str(String text) ? text : null;
  }

  /// The items of an array; none when the value is anything else.
  static List<JsonValue> items(@Nullable JsonValue value) {
    return value instanceof JsonValue.Arr(List<JsonValue> items) ? items : List.of();
  }

  /// A member of an object, or null.
  static @Nullable JsonValue member(@Nullable JsonValue value, String name) {
    return value instanceof JsonValue.Obj object ? object.member(name) : null;
  }

  /// The members of an object as a map that can be changed; empty when the value is anything else.
  static Map<String, JsonValue> members(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj(Map<String, JsonValue> members)
        ? new LinkedHashMap<>(members)
        : new LinkedHashMap<>();
  }
}
