package sluice.format.figma.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// Carries out operations on one node's values as the plugin and Figma do, and fails where Figma
/// would refuse: a font that is not loaded, a value over a variable, a field the node doesn't have.
final class PluginHost {
  private static final List<String> CORNERS =
      List.of("topLeftRadius", "topRightRadius", "bottomRightRadius", "bottomLeftRadius");
  private static final List<String> SIDES =
      List.of("strokeTopWeight", "strokeRightWeight", "strokeBottomWeight", "strokeLeftWeight");
  private static final Set<String> LETTERS =
      Set.of(
          "fontName",
          "fontSize",
          "lineHeight",
          "letterSpacing",
          "paragraphSpacing",
          "paragraphIndent",
          "textCase",
          "textDecoration",
          "leadingTrim");
  private static final Set<String> PAINTED = Set.of("fills", "strokes", "effects");

  /// How the size follows from elsewhere, and what that becomes when a node is resized.
  private static final Map<String, String> FITS =
      Map.of(
          "layoutSizingHorizontal", "FIXED",
          "layoutSizingVertical", "FIXED",
          "textAutoResize", "NONE");

  private static final List<String> MEMBERS =
      List.of("expect", "fonts", "unbind", "styles", "set", "ranges", "bind");

  /// Each kind of shared style and what it says.
  private static final Map<String, Set<String>> STYLED =
      Map.of(
          "fillStyleId", Set.of("fills"),
          "strokeStyleId", Set.of("strokes"),
          "effectStyleId", Set.of("effects"),
          "textStyleId", LETTERS);

  private final Map<String, JsonValue> values;

  /// The file's shared styles: those the node has at first look as it does then.
  private final Map<JsonValue, Map<String, JsonValue>> shared = new HashMap<>();

  PluginHost(JsonValue.Obj current) {
    this.values = new LinkedHashMap<>(current.members());
    STYLED.forEach((style, fields) -> {
      if (values.get(style) instanceof JsonValue.Str id && !id.text().isEmpty()) {
        Map<String, JsonValue> looks = new LinkedHashMap<>(values);
        looks.keySet().retainAll(fields);
        shared.put(id, looks);
      }
    });
  }

  JsonValue.Obj values() {
    return new JsonValue.Obj(values);
  }

  PluginHost run(JsonValue.Obj operation) {
    assertTrue(MEMBERS.containsAll(operation.members().keySet()), () -> "" + operation);
    List<String> order = new ArrayList<>(MEMBERS);
    order.retainAll(operation.members().keySet());
    assertEquals(order, List.copyOf(operation.members().keySet()), "order of members");
    members(operation, "expect")
        .forEach((field, value) ->
            assertTrue(
                LiveJson.isSame(value, values.get(field), 0), () -> "no longer there: " + field));
    Set<JsonValue> fonts = operation.member("fonts") == null ? null : fonts(operation);
    items(operation.member("unbind")).forEach(field -> bind(text(field), null));
    members(operation, "styles")
        .forEach((style, id) -> {
          assertFalse(style.equals("textStyleId") && fonts == null, "no fonts");
          values.put(style, id);
          values.putAll(shared.getOrDefault(id, Map.of()));
          shared.getOrDefault(id, Map.of()).keySet().forEach(this::tellVariables);
        });
    members(operation, "set").forEach((field, value) -> set(field, value, fonts));
    members(operation, "ranges").forEach((field, parts) -> setRanges(field, parts, fonts));
    members(operation, "bind").forEach(this::bind);
    return this;
  }

  private Set<JsonValue> fonts(JsonValue.Obj operation) {
    Set<JsonValue> fonts = new LinkedHashSet<>(items(operation.member("fonts")));
    JsonValue own = values.get("fontName");
    if (own instanceof JsonValue.Obj font && font.member("family") != null) {
      fonts.add(own);
    }
    mixedParts(own).forEach(part -> fonts.add(value(part)));
    return fonts;
  }

  private static List<JsonValue.Obj> mixedParts(@Nullable JsonValue value) {
    List<JsonValue.Obj> parts = new ArrayList<>();
    if (value instanceof JsonValue.Obj object) {
      items(object.member("$mixed")).forEach(part -> parts.add((JsonValue.Obj) part));
    }
    return parts;
  }

  private void set(String field, JsonValue value, @Nullable Set<JsonValue> fonts) {
    boolean whole = field.equals("cornerRadius") || field.equals("strokeWeight");
    assertTrue(whole || values.containsKey(field), () -> "the node has no " + field);
    if (value.equals(values.get(field))) {
      return;
    }
    for (String variable :
        field.equals("fontName")
            ? List.of("fontFamily", "fontStyle", "fontWeight")
            : List.of(field)) {
      assertTrue(PAINTED.contains(field) || bound(variable) == null, () -> "bound: " + variable);
    }
    checkFonts(field, value, fonts);
    values.put(field, value);
    if (field.equals("characters")) {
      spreadFirst();
    }
    if (field.equals("width") || field.equals("height")) {
      FITS.forEach((fit, own) -> values.replace(fit, new JsonValue.Str(own)));
    }
    detach(field);
    spread(field, "cornerRadius", CORNERS);
    spread(field, "strokeWeight", SIDES);
  }

  private static void checkFonts(String field, JsonValue value, @Nullable Set<JsonValue> fonts) {
    if (field.equals("characters") || LETTERS.contains(field)) {
      assertTrue(fonts != null, "no fonts for " + field);
      if (field.equals("fontName")) {
        assertTrue(fonts.contains(value), () -> "font not loaded: " + value);
      }
    }
  }

  /// New words all look as the first letter did.
  private void spreadFirst() {
    for (Map.Entry<String, JsonValue> entry : values.entrySet()) {
      List<JsonValue.Obj> parts = mixedParts(entry.getValue());
      if (!parts.isEmpty()) {
        entry.setValue(value(parts.getFirst()));
      }
    }
  }

  /// A raw value takes the shared style off.
  private void detach(String field) {
    String style =
        switch (field) {
          case "fills" -> "fillStyleId";
          case "strokes" -> "strokeStyleId";
          case "effects" -> "effectStyleId";
          default -> LETTERS.contains(field) ? "textStyleId" : null;
        };
    if (style != null && values.containsKey(style)) {
      values.put(style, new JsonValue.Str(""));
    }
    tellVariables(field);
  }

  private void tellVariables(String field) {
    if (PAINTED.contains(field)) {
      List<JsonValue> aliases = new ArrayList<>();
      for (JsonValue item : items(values.get(field))) {
        if (item instanceof JsonValue.Obj paint
            && paint.member("boundVariables") instanceof JsonValue.Obj variables) {
          aliases.addAll(variables.members().values());
        }
      }
      put("boundVariables", field, aliases.isEmpty() ? null : new JsonValue.Arr(aliases));
    }
  }

  private void spread(String field, String whole, List<String> parts) {
    if (!values.containsKey(parts.getFirst())) {
      return;
    }
    if (field.equals(whole)) {
      for (String part : parts) {
        assertTrue(bound(part) == null, () -> "bound: " + part);
        values.put(part, Objects.requireNonNull(values.get(whole)));
      }
    } else if (parts.contains(field)) {
      Set<JsonValue> different = new HashSet<>();
      parts.forEach(part -> different.add(Objects.requireNonNull(values.get(part))));
      if (different.size() == 1) {
        values.put(whole, different.iterator().next());
      } else {
        values.remove(whole);
      }
    }
  }

  private void setRanges(String field, JsonValue parts, @Nullable Set<JsonValue> fonts) {
    boolean isStyle = field.endsWith("StyleId");
    for (JsonValue part : items(parts)) {
      if (!isStyle) {
        checkFonts(field, value((JsonValue.Obj) part), fonts);
      }
    }
    values.put(field, new JsonValue.Obj(Map.of("$mixed", parts)));
    if (!isStyle) {
      detach(field);
    }
  }

  private @Nullable JsonValue bound(String field) {
    return values.get("boundVariables") instanceof JsonValue.Obj variables
        ? variables.member(field)
        : null;
  }

  private void bind(String field, @Nullable JsonValue id) {
    JsonValue alias = null;
    if (id != null) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("type", new JsonValue.Str("VARIABLE_ALIAS"));
      members.put("id", id);
      alias = new JsonValue.Obj(members);
      alias = isText(field) ? new JsonValue.Arr(List.of(alias)) : alias;
    } else {
      assertTrue(bound(field) != null, () -> "nothing bound: " + field);
    }
    put("boundVariables", field, alias);
  }

  private static boolean isText(String field) {
    return LETTERS.contains(field)
        || field.equals("fontFamily")
        || field.equals("fontStyle")
        || field.equals("fontWeight");
  }

  private void put(String object, String member, @Nullable JsonValue value) {
    if (!(values.get(object) instanceof JsonValue.Obj before)) {
      return;
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(before.members());
    if (value == null) {
      members.remove(member);
    } else {
      members.put(member, value);
    }
    values.put(object, new JsonValue.Obj(members));
  }

  private static Map<String, JsonValue> members(JsonValue.Obj operation, String member) {
    return operation.member(member) instanceof JsonValue.Obj object ? object.members() : Map.of();
  }

  private static List<JsonValue> items(@Nullable JsonValue value) {
    return value instanceof JsonValue.Arr(List<JsonValue> items) ? items : List.of();
  }

  private static JsonValue value(JsonValue.Obj part) {
    return Objects.requireNonNull(part.member("value"));
  }

  private static String text(JsonValue value) {
    return ((JsonValue.Str) value).text();
  }
}
