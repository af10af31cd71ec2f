package sluice.format.figma.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// A text field whose letters differ, as the plugin sends it: `{"$mixed": [{start, end, value}]}`,
/// or `{"$mixed": true}` when there are too many parts.
final class Mixed {
  private static final String MEMBER = "$mixed";

  private Mixed() {}

  static boolean is(@Nullable JsonValue value) {
    return value instanceof JsonValue.Obj object && object.member(MEMBER) != null;
  }

  /// The parts, or null when there were too many.
  static @Nullable List<JsonValue> parts(JsonValue mixed) {
    return mixed instanceof JsonValue.Obj object
            && object.member(MEMBER) instanceof JsonValue.Arr(List<JsonValue> parts)
        ? parts
        : null;
  }

  /// The value of one part.
  static @Nullable JsonValue value(JsonValue part) {
    return part instanceof JsonValue.Obj object ? object.member("value") : null;
  }

  /// Whether it is written as it must be, each part with a value of the field's kind.
  static boolean isSound(JsonValue mixed, LiveField.Kind kind) {
    List<JsonValue> parts = parts(mixed);
    if (parts == null) {
      return mixed instanceof JsonValue.Obj object
          && object.member(MEMBER) instanceof JsonValue.Bool(boolean many)
          && many;
    }
    for (JsonValue part : parts) {
      JsonValue value = value(part);
      if (!(part instanceof JsonValue.Obj place)
          || !isIndex(place.member("start"))
          || !isIndex(place.member("end"))
          || value == null
          || !kind.admits(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIndex(@Nullable JsonValue value) {
    return value instanceof JsonValue.Num(double index, _) && index >= 0 && index == (int) index;
  }
}
