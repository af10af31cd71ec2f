package sluice.revert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// Whether values are what a line of the change set says.
public final class ValueCheck {
  private ValueCheck() {}

  /// The value at a dotted path, or null where there is none. Keys may contain dots themselves.
  ///
  /// @param path keys and item numbers joined by dots; empty for the value itself
  public static @Nullable JsonValue find(@Nullable JsonValue value, String path) {
    if (value == null || path.isEmpty()) {
      return value;
    }
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      JsonValue below = find(step(value, path.substring(0, dot)), path.substring(dot + 1));
      if (below != null) {
        return below;
      }
    }
    return step(value, path);
  }

  private static @Nullable JsonValue step(JsonValue value, String key) {
    if (value instanceof JsonValue.Obj object) {
      return object.member(key);
    }
    if (value instanceof JsonValue.Arr(List<JsonValue> items) && isItemNumber(key)) {
      int item = Integer.parseInt(key);
      return item < items.size() ? items.get(item) : null;
    }
    return null;
  }

  private static boolean isItemNumber(String key) {
    return !key.isEmpty() && key.length() <= 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Whether two values say the same: objects whatever the order of members, numbers by value.
  ///
  /// @param single whether numbers are the same when they are as float32, as in Figma's documents
  public static boolean same(@Nullable JsonValue one, @Nullable JsonValue other, boolean single) {
    if (one instanceof JsonValue.Num(double first, String _)
        && other instanceof JsonValue.Num(double second, String _)) {
      return single ? (float) first == (float) second : first == second;
    }
    if (one instanceof JsonValue.Obj members && other instanceof JsonValue.Obj others) {
      boolean same = members.size() == others.size();
      for (int i = 0; same && i < members.size(); i++) {
        same = same(members.value(i), others.member(members.key(i)), single);
      }
      return same;
    }
    if (one instanceof JsonValue.Arr(List<JsonValue> items)
        && other instanceof JsonValue.Arr(List<JsonValue> others)) {
      boolean same = items.size() == others.size();
      for (int i = 0; same && i < items.size(); i++) {
        same = same(items.get(i), others.get(i), single);
      }
      return same;
    }
    return one == null ? other == null : one.equals(other);
  }
}
