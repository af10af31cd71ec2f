package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.token.NumberText;

/// Reads, builds and compares the JSON values of node fields.
///
/// Figma keeps numbers as 32-bit floats and writes them widened, so numbers are equal when their
/// floats are (Figma REST, byte preservation). Members that Figma leaves out at their default count
/// as being there, and bindings to variables don't count as part of a value.
final class Json {
  static final JsonValue.Bool TRUE = new JsonValue.Bool(true);
  static final JsonValue.Bool FALSE = new JsonValue.Bool(false);

  private Json() {}

  static JsonValue.Num number(double value) {
    return new JsonValue.Num(value, NumberText.of(value));
  }

  static JsonValue.Arr numbers(double... values) {
    List<JsonValue> items = new ArrayList<>(values.length);
    for (double value : values) {
      items.add(number(value));
    }
    return new JsonValue.Arr(items);
  }

  /// The number a value is, or `otherwise` when it is absent or no number.
  static double number(@Nullable JsonValue value, double otherwise) {
    return value instanceof JsonValue.Num(double number, _) ? number : otherwise;
  }

  /// The text a value is, or null.
  static @Nullable String text(@Nullable JsonValue value) {
    return value instanceof JsonValue.Str(String text) ? text : null;
  }

  /// The items of an array; none when the value is anything else.
  static List<JsonValue> items(@Nullable JsonValue value) {
    return value instanceof JsonValue.Arr(List<JsonValue> items) ? items : List.of();
  }

  /// The members of an object; none when the value is anything else.
  static Map<String, JsonValue> members(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj(Map<String, JsonValue> members) ? members : Map.of();
  }

  /// A member of an object, or null.
  static @Nullable JsonValue member(@Nullable JsonValue value, String name) {
    return value instanceof JsonValue.Obj object ? object.member(name) : null;
  }

  /// Whether two numbers are one to Figma; NaN equals nothing.
  static boolean same(double a, double b) {
    return (float) a == (float) b;
  }

  /// Whether a value is what Figma would read as `wanted`.
  static boolean same(@Nullable JsonValue current, JsonValue wanted) {
    if (current == wanted) {
      return true;
    }
    if (current == null) {
      return false;
    }
    // No `switch` over the kinds: the first compiler does not see through one.
    if (wanted instanceof JsonValue.Num number) {
      return current instanceof JsonValue.Num other && same(other.value(), number.value());
    }
    if (wanted instanceof JsonValue.Obj members) {
      return current instanceof JsonValue.Obj others && sameMembers(others, members);
    }
    return wanted instanceof JsonValue.Arr(List<JsonValue> items)
        ? sameItems(items(current), items, current)
        : current.equals(wanted);
  }

  private static boolean sameItems(
      List<JsonValue> others, List<JsonValue> items, JsonValue current) {
    if (!(current instanceof JsonValue.Arr) || others.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!same(others.get(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameMembers(JsonValue.Obj current, JsonValue.Obj wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.key(i);
      JsonValue other = current.member(name);
      if (!same(other == null ? whenAbsent(name) : other, wanted.value(i))) {
        return false;
      }
    }
    for (int i = 0; i < current.size(); i++) {
      String name = current.key(i);
      if (wanted.member(name) != null || name.equals("boundVariables")) {
        continue;
      }
      JsonValue absent = whenAbsent(name);
      if (absent == null || !same(current.value(i), absent)) {
        return false;
      }
    }
    return true;
  }

  /// What Figma means when a paint, an effect or a colour lacks a member, or null when that member
  /// has no default.
  private static @Nullable JsonValue whenAbsent(String member) {
    return switch (member) {
      case "visible" -> TRUE;
      case "showShadowBehindNode" -> FALSE;
      case "opacity", "a" -> ONE;
      case "spread" -> ZERO;
      case "blendMode", "blurType" -> NORMAL;
      default -> null;
    };
  }

  private static final JsonValue ONE = number(1);
  private static final JsonValue ZERO = number(0);
  private static final JsonValue NORMAL = new JsonValue.Str("NORMAL");
}
