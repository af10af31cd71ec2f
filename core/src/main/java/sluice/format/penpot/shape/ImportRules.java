package sluice.format.penpot.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// What Penpot's importer demands of a shape's fields that tokens change; one wrong field makes it
/// refuse the whole file (Penpot, what the importer checks).
public final class ImportRules {
  private static final double NUMBER_MAX = 2_147_483_647;
  private static final int SHORT_HEX = 4;
  private static final int LONG_HEX = 7;

  /// Possessive, because what may be given back is matched by recursion, and a name may have a
  /// hundred thousand parts.
  private static final Pattern TOKEN_NAME =
      Pattern.compile("[a-zA-Z0-9_-][a-zA-Z0-9$_-]*+(?:\\.[a-zA-Z0-9$_-]++)*+");

  private static final Set<String> ALIGNMENTS = Set.of("center", "inner", "outer");
  private static final Set<String> SHADOWS = Set.of("drop-shadow", "inner-shadow");

  /// Attributes whose token names nobody checks.
  private static final Set<String> UNCHECKED =
      Set.of("fill", "strokeColor", "opacity", "fontWeight", "typography", "x", "y");

  private static final List<String> FILL_PAINTS =
      List.of("fillColor", "fillColorGradient", "fillImage");
  private static final List<String> STROKE_PAINTS =
      List.of("strokeColor", "strokeColorGradient", "strokeImage");
  private static final List<String> TEXTS =
      List.of(
          "fontFamily", "fontSize", "fontStyle", "fontWeight", "textDecoration", "textTransform");
  private static final List<String> NUMBERS = List.of("offsetX", "offsetY", "blur", "spread");

  private ImportRules() {}

  /// The first thing the importer would not accept, or null.
  ///
  /// @param field the value of a key, null when it is absent or JSON null
  /// @param keys the keys to look at
  public static @Nullable String violation(
      Function<String, @Nullable JsonValue> field, Iterable<String> keys) {
    for (String key : keys) {
      JsonValue value = field.apply(key);
      String found = value == null ? null : violation(key, value);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String violation(String key, JsonValue value) {
    return switch (key) {
      case "fills" -> each(key, value, ImportRules::fill);
      case "strokes" -> each(key, value, ImportRules::stroke);
      case "shadow" -> each(key, value, ImportRules::shadow);
      case "content" -> value instanceof JsonValue.Obj ? text(value) : numbers(key, value);
      case "layoutPadding" -> padding(value);
      case "appliedTokens" -> tokens(value);
      case "opacity",
          "r1",
          "r2",
          "r3",
          "r4",
          "rotation",
          "x",
          "y",
          "width",
          "height",
          "layoutItemMinW",
          "layoutItemMaxW",
          "layoutItemMinH",
          "layoutItemMaxH" ->
          number(key, value);
      default -> numbers(key, value);
    };
  }

  private interface Rule {
    @Nullable String violation(JsonValue.Obj item);
  }

  private static @Nullable String each(String key, JsonValue list, Rule rule) {
    if (!(list instanceof JsonValue.Arr(List<JsonValue> items))) {
      return key + " is no list";
    }
    for (int i = 0; i < items.size(); i++) {
      String found =
          items.get(i) instanceof JsonValue.Obj item ? rule.violation(item) : "no object";
      if (found == null) {
        found = numbers("it", items.get(i));
      }
      if (found != null) {
        return "%s.%d: %s".formatted(key, i, found);
      }
    }
    return null;
  }

  private static @Nullable String fill(JsonValue.Obj fill) {
    String found = onePaint(fill, FILL_PAINTS);
    return found != null ? found : paint(fill, "fillColor", "fillOpacity");
  }

  private static @Nullable String stroke(JsonValue.Obj stroke) {
    String found = onePaint(stroke, STROKE_PAINTS);
    if (found == null) {
      found = paint(stroke, "strokeColor", "strokeOpacity");
    }
    String alignment = Json.textOf(stroke.member("strokeAlignment"));
    return found == null && alignment != null && !ALIGNMENTS.contains(alignment)
        ? "strokeAlignment is " + alignment
        : found;
  }

  private static @Nullable String onePaint(JsonValue.Obj item, List<String> paints) {
    int count = 0;
    for (String paint : paints) {
      count += given(item, paint) == null ? 0 : 1;
    }
    return count == 1 ? null : "it has %d of %s, not one".formatted(count, paints);
  }

  private static boolean isHex(String text) {
    boolean fits = text.length() == SHORT_HEX || text.length() == LONG_HEX;
    if (!fits || text.charAt(0) != '#') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable JsonValue given(JsonValue.Obj item, String key) {
    JsonValue value = item.member(key);
    return value instanceof JsonValue.Null ? null : value;
  }

  private static @Nullable String paint(JsonValue.Obj item, String colorKey, String opacityKey) {
    JsonValue color = given(item, colorKey);
    if (color != null && !(color instanceof JsonValue.Str(String hex) && isHex(hex))) {
      return colorKey + " is not #rgb or #rrggbb: " + shown(color);
    }
    JsonValue opacity = given(item, opacityKey);
    if (opacity == null
        || (opacity instanceof JsonValue.Num(double part, _) && part >= 0 && part <= 1)) {
      return null;
    }
    return opacityKey + " is not from 0 to 1: " + shown(opacity);
  }

  private static @Nullable String shadow(JsonValue.Obj shadow) {
    if (shadow.member("id") == null) {
      return "it has no id";
    }
    String style = Json.textOf(shadow.member("style"));
    if (style == null || !SHADOWS.contains(style)) {
      return "style is " + style;
    }
    for (String key : NUMBERS) {
      if (!(shadow.member(key) instanceof JsonValue.Num)) {
        return key + " is no number";
      }
    }
    if (!(shadow.member("hidden") instanceof JsonValue.Bool)) {
      return "hidden is neither true nor false";
    }
    return shadow.member("color") instanceof JsonValue.Obj color
        ? paint(color, "color", "opacity")
        : "it has no color";
  }

  private static @Nullable String padding(JsonValue value) {
    for (String side : List.of("p1", "p2", "p3", "p4")) {
      if (!(Json.member(value, side) instanceof JsonValue.Num)) {
        return "layoutPadding has no number " + side;
      }
    }
    return numbers("layoutPadding", value);
  }

  private static @Nullable String tokens(JsonValue value) {
    for (Map.Entry<String, JsonValue> entry : Json.members(value).entrySet()) {
      String name = Json.textOf(entry.getValue());
      if (Attribute.of(entry.getKey()) != null
          && !UNCHECKED.contains(entry.getKey())
          && (name == null || !TOKEN_NAME.matcher(name).matches())) {
        return "appliedTokens.%s is no token name: %s"
            .formatted(entry.getKey(), shown(entry.getValue()));
      }
    }
    return null;
  }

  private static @Nullable String text(JsonValue node) {
    for (String key : TEXTS) {
      JsonValue value = Json.member(node, key);
      if (value != null && !(value instanceof JsonValue.Str(String text) && !text.isEmpty())) {
        return "content: %s is no text: %s".formatted(key, shown(value));
      }
    }
    JsonValue fills = Json.member(node, "fills");
    String found = fills == null ? null : each("content: fills", fills, ImportRules::fill);
    for (JsonValue child : Json.items(Json.member(node, "children"))) {
      found = found == null ? text(child) : found;
    }
    return found;
  }

  private static @Nullable String number(String key, JsonValue value) {
    return value instanceof JsonValue.Num ? numbers(key, value) : key + " is no number";
  }

  /// All numbers anywhere in a value are within what Penpot takes.
  private static @Nullable String numbers(String key, JsonValue value) {
    if (value instanceof JsonValue.Num(double number, String text)) {
      return Math.abs(number) <= NUMBER_MAX ? null : key + " is too large: " + text;
    }
    String found = null;
    if (value instanceof JsonValue.Obj object) {
      for (int i = 0; i < object.size() && found == null; i++) {
        found = numbers(object.key(i), object.value(i));
      }
    }
    for (JsonValue item : Json.items(value)) {
      found = found == null ? numbers(key, item) : found;
    }
    return found;
  }

  private static String shown(JsonValue value) {
    String text = JsonTree.write(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
