package sluice.finding.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.token.NumberText;

/// What a person sees of a value in a document: a colour as `#2f5bea`, a shadow as its numbers.
public final class ValueLook {
  private static final int COLOR_MAX = 255;
  private static final int DECIMALS = 3;
  private static final List<String> CHANNELS = List.of("r", "g", "b");
  private static final HexFormat HEX = HexFormat.of();

  /// Longer looks are cut.
  private static final int SIZE_CHARS_MAX = 120;

  private ValueLook() {}

  /// The short form of a value; one that is not there shows as `–`.
  public static String of(@Nullable JsonValue value) {
    return value == null ? "–" : cut(look(value));
  }

  /// The short form of a value's JSON; one that is not there shows as `–`.
  public static String ofJson(@Nullable String json) {
    try {
      return of(json == null ? null : JsonTree.read(json));
    } catch (JsonTree.TooDeepException _) {
      return cut(json);
    }
  }

  private static String cut(@Nullable String look) {
    if (look == null || look.length() <= SIZE_CHARS_MAX) {
      return look == null ? "" : look;
    }
    boolean splits = Character.isHighSurrogate(look.charAt(SIZE_CHARS_MAX - 1));
    return look.substring(0, splits ? SIZE_CHARS_MAX - 1 : SIZE_CHARS_MAX) + "…";
  }

  private static String look(JsonValue value) {
    return switch (value) {
      case JsonValue.Null() -> "null";
      case JsonValue.Bool(boolean flag) -> String.valueOf(flag);
      case JsonValue.Str(String text) -> text;
      case JsonValue.Num(double number, String _) -> number(number);
      case JsonValue.Arr(List<JsonValue> items) when items.isEmpty() -> "none";
      case JsonValue.Arr(List<JsonValue> items) -> {
        StringJoiner joined = new StringJoiner(", ");
        items.forEach(item -> joined.add(look(item)));
        yield joined.toString();
      }
      case JsonValue.Obj layer when layer.member("color") instanceof JsonValue.Obj color ->
          layer(layer, color);
      case JsonValue.Obj color when color.find("r") >= 0 -> layer(color, color);
      case JsonValue.Obj object -> members(object);
    };
  }

  private static String members(JsonValue.Obj object) {
    StringJoiner joined = new StringJoiner(" ");
    for (int i = 0; i < object.size(); i++) {
      joined.add(object.key(i) + " " + look(object.value(i)));
    }
    return joined.toString();
  }

  /// A paint, or a shadow with its offset and blur.
  private static String layer(JsonValue.Obj layer, JsonValue.Obj color) {
    StringBuilder hex = new StringBuilder("#");
    for (String name : CHANNELS) {
      HEX.toHexDigits(hex, (byte) channel(color, name));
    }
    double alpha = decimal(color, "a") * decimal(layer, "opacity");
    String look = alpha < 1 ? hex + " " + Math.round(alpha * 100) + " %" : hex.toString();
    if (layer.member("offset") instanceof JsonValue.Obj offset) {
      look += " at " + of(offset.member("x")) + "," + of(offset.member("y"));
      look += " blur " + of(layer.member("radius"));
    }
    return look;
  }

  private static int channel(JsonValue.Obj color, String name) {
    return (int) Math.round(Math.clamp(decimal(color, name), 0.0, 1.0) * COLOR_MAX);
  }

  /// A number, 1 where there is none.
  private static double decimal(JsonValue.Obj object, String name) {
    return object.member(name) instanceof JsonValue.Num(double number, String _) ? number : 1;
  }

  /// A number with at most three decimals.
  private static String number(double value) {
    if (value == (long) value || !Double.isFinite(value)) {
      return NumberText.of(value);
    }
    return NumberText.of(
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue());
  }
}
