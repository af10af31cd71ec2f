package sluice.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What a person sees of a value in a change set: a colour as `#2f5bea`, a shadow as its numbers.
final class ValueLook {
  private static final int COLOR_MAX = 255;

  private ValueLook() {}

  /// The short form of a value.
  ///
  /// @param holder the object that may have the value
  /// @param key its key there; a field that is not there shows as `–`
  static String of(Map<?, ?> holder, String key) {
    return holder.containsKey(key) ? of(holder.get(key)) : "–";
  }

  private static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case List<?> list when list.isEmpty() -> "none";
      case List<?> list -> list(list);
      case Map<?, ?> map when map.get("color") instanceof Map<?, ?> color -> layer(map, color);
      case Map<?, ?> color when color.containsKey("r") -> layer(color, color);
      case Map<?, ?> map -> members(map);
      case SmallJson.Scalar(String text) -> number(text);
      default -> String.valueOf(value);
    };
  }

  private static String list(List<?> items) {
    StringJoiner joined = new StringJoiner(", ");
    for (Object item : items) {
      joined.add(of(item));
    }
    return joined.toString();
  }

  private static String members(Map<?, ?> map) {
    StringJoiner joined = new StringJoiner(" ");
    for (Map.Entry<?, ?> member : map.entrySet()) {
      joined.add(member.getKey() + " " + of(member.getValue()));
    }
    return joined.toString();
  }

  /// A paint, or a shadow with its offset and blur.
  private static String layer(Map<?, ?> layer, Map<?, ?> color) {
    String hex =
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            channel(color, "r"),
            channel(color, "g"),
            channel(color, "b"));
    double alpha = decimal(color, "a") * decimal(layer, "opacity");
    String look = alpha < 1 ? hex + " " + Math.round(alpha * 100) + " %" : hex;
    if (layer.get("offset") instanceof Map<?, ?> offset) {
      look += " at " + of(offset.get("x")) + "," + of(offset.get("y"));
      look += " blur " + of(layer.get("radius"));
    }
    return look;
  }

  private static int channel(Map<?, ?> color, String name) {
    return (int) Math.round(decimal(color, name) * COLOR_MAX);
  }

  /// A number, 1 where there is none.
  private static double decimal(Map<?, ?> object, String name) {
    return object.get(name) instanceof SmallJson.Scalar(String text) ? Double.parseDouble(text) : 1;
  }

  /// A number with at most three decimals; other literals as they are.
  private static String number(String text) {
    if (Character.isLetter(text.charAt(0))) {
      return text;
    }
    double value = Double.parseDouble(text);
    String fixed = String.format(Locale.ROOT, "%.3f", value);
    int end = fixed.length();
    while (fixed.charAt(end - 1) == '0') {
      end--;
    }
    return fixed.substring(0, fixed.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
