package sluice.format.figma.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.FontCatalog;
import sluice.apply.NodeTokens;
import sluice.json.JsonValue;
import sluice.problem.ProblemTally;
import sluice.resolve.BaseFontSize;
import sluice.resolve.ResolvedTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One fact about a node: applies its tokens and compares every field with what the plugin did.
///
/// Where we deliberately differ from the plugin, a rule says which fields are then excused; what we
/// do there is asserted by a test of its own.
final class NodeVector {
  private static final double TOLERANCE = 1e-6;
  private static final Set<String> DEFAULTED =
      Set.of("visible", "blendMode", "opacity", "spread", "showShadowBehindNode");

  private final ObjectNode before;
  private final FigmaNode.Known node;
  private final NodeTokens tokens;
  private final ApplySettings settings;

  NodeVector(
      JsonNode node,
      @Nullable ParentFacts parent,
      ResolvedTokens tokens,
      String baseFontSize,
      FontCatalog fonts) {
    this.before = (ObjectNode) node;
    this.node = NodeTree.node(node, parent);
    this.tokens = NodeTokens.of(AppliedTokenReader.read(stored(node)).applied(), tokens);
    this.settings =
        new ApplySettings(
            BaseFontSize.of(baseFontSize, tokens, List.of(), new ProblemTally()), fonts, false);
  }

  static Map<String, String> stored(JsonNode node) {
    Map<String, String> stored = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.at("/sharedPluginData/tokens").properties()) {
      stored.put(entry.getKey(), entry.getValue().asString());
    }
    return stored;
  }

  NodeTokens tokens() {
    return tokens;
  }

  void check(JsonNode expected, Set<String> excused) {
    Recorded recorded = Recorded.apply(tokens, node, settings);
    ObjectNode after = NodeTree.edited(before, recorded.edits);
    checkSet(expected.path("set"), after, excused);
    checkRest(expected, after, excused);
    checkOneForm(before, after);
    checkTwice(after);
    checkFamilies(recorded);
  }

  private static void checkSet(JsonNode set, ObjectNode after, Set<String> excused) {
    for (Map.Entry<String, JsonNode> member : set.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (excused.contains(name)) {
        continue;
      }
      switch (name) {
        case "width", "height" -> same(name, value, after.at("/absoluteBoundingBox/" + name));
        case "style.lineHeight*" -> lineHeight(value, after.get("style"));
        case "style.letterSpacing*" -> letterSpacing(value, after.get("style"));
        case "strokeDashes" -> dashes(value, after.path("strokeDashes"));
        default -> same(name, value, after.at("/" + name.replace('.', '/')));
      }
    }
  }

  private static void lineHeight(JsonNode wanted, JsonNode style) {
    double fontSize = style.get("fontSize").asDouble();
    String unit = style.path("lineHeightUnit").asString();
    double value = wanted.path("value").asDouble();
    switch (wanted.get("unit").asString()) {
      case "PIXELS" -> {
        assertEquals("PIXELS", unit);
        assertEquals(value, style.get("lineHeightPx").asDouble(), TOLERANCE);
        assertEquals(
            100 * value / fontSize, style.get("lineHeightPercentFontSize").asDouble(), TOLERANCE);
      }
      case "PERCENT" -> {
        assertEquals("FONT_SIZE_%", unit);
        assertEquals(value, style.get("lineHeightPercentFontSize").asDouble(), TOLERANCE);
        assertEquals(value / 100 * fontSize, style.get("lineHeightPx").asDouble(), TOLERANCE);
      }
      default -> assertEquals("INTRINSIC_%", unit);
    }
  }

  private static void letterSpacing(JsonNode wanted, JsonNode style) {
    double value = wanted.get("value").asDouble();
    boolean percent = wanted.get("unit").asString().equals("PERCENT");
    double fontSize = style.get("fontSize").asDouble();
    assertEquals(
        percent ? value / 100 * fontSize : value, style.get("letterSpacing").asDouble(), TOLERANCE);
  }

  private static void dashes(JsonNode wanted, JsonNode actual) {
    if (isSolid(wanted)) {
      assertTrue(isSolid(actual), () -> "dashes " + actual);
    } else {
      same("strokeDashes", wanted, actual);
    }
  }

  private static boolean isSolid(JsonNode dashes) {
    for (JsonNode dash : dashes) {
      if (dash.asDouble() != 0) {
        return false;
      }
    }
    return true;
  }

  /// Everything that isn't listed is as it was, but for what follows from what is listed.
  private void checkRest(JsonNode expected, ObjectNode after, Set<String> excused) {
    Set<String> free = new HashSet<>(excused);
    for (Map.Entry<String, JsonNode> member : expected.path("set").properties()) {
      free.add(member.getKey());
      free.addAll(following(member.getKey()));
    }
    expected.path("unset").forEach(name -> free.add(name.asString()));
    Set<String> names = new HashSet<>();
    names.addAll(names(before));
    names.addAll(names(after));
    for (String name : names) {
      if (free.contains(name)) {
        continue;
      }
      if (name.equals("style") || name.equals("absoluteBoundingBox")) {
        String prefix = name.equals("style") ? "style." : "";
        Set<String> members = new HashSet<>(names(before.path(name)));
        members.addAll(names(after.path(name)));
        for (String member : members) {
          if (!free.contains(prefix + member)) {
            assertEquals(
                before.path(name).path(member), after.path(name).path(member), name + member);
          }
        }
      } else {
        assertEquals(before.path(name), after.path(name), name);
      }
    }
    for (JsonNode name : expected.path("unset")) {
      if (!excused.contains(name.asString())) {
        assertTrue(!after.has(name.asString()), () -> "still there: " + name);
      }
    }
  }

  private static Collection<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.properties().forEach(member -> names.add(member.getKey()));
    return names;
  }

  private static List<String> following(String name) {
    return switch (name) {
      case "style.fontFamily", "style.fontStyle" ->
          List.of(
              "style.fontFamily",
              "style.fontStyle",
              "style.fontWeight",
              "style.italic",
              "style.fontPostScriptName");
      case "style.lineHeight*", "style.fontSize" ->
          List.of(
              "style.lineHeightUnit",
              "style.lineHeightPx",
              "style.lineHeightPercent",
              "style.lineHeightPercentFontSize");
      case "style.letterSpacing*" -> List.of("style.letterSpacing");
      case "cornerRadius" -> List.of("rectangleCornerRadii");
      case "rectangleCornerRadii" -> List.of("cornerRadius");
      case "strokeWeight" -> List.of("individualStrokeWeights");
      default -> List.of();
    };
  }

  /// Uniform and individual values never stand beside each other once written.
  private static void checkOneForm(ObjectNode before, ObjectNode after) {
    if (!before.path("cornerRadius").equals(after.path("cornerRadius"))
        || !before.path("rectangleCornerRadii").equals(after.path("rectangleCornerRadii"))) {
      assertTrue(!(after.has("cornerRadius") && after.has("rectangleCornerRadii")));
    }
  }

  private void checkTwice(ObjectNode after) {
    FigmaNode.Known again = NodeTree.node(after, node.parent());
    assertEquals(List.of(), Recorded.apply(tokens, again, settings).edits, "second time");
  }

  /// Each family alone, seeing only what it says it reads, does what it does among the others, and
  /// no two write the same member.
  private void checkFamilies(Recorded together) {
    List<Edit> apart = new ArrayList<>();
    for (PropertyFamily family : Recorded.plan(tokens, node, settings).families()) {
      Map<FigmaField, JsonValue> seen = new EnumMap<>(FigmaField.class);
      node.fields()
          .forEach((field, value) -> {
            if ((family.reads() & field.bit()) != 0) {
              boolean binds = field == FigmaField.BOUND_VARIABLES || field == FigmaField.STYLES;
              seen.put(field, binds ? bindings(value, family.bindings()) : value);
            }
          });
      ParentFacts parent = family.readsParent() ? node.parent() : null;
      Recorded alone = new Recorded();
      family.apply(new FigmaNode.Known(node.type(), node.partOfInstance(), parent, seen), alone);
      apart.addAll(alone.edits);
      for (Edit edit : alone.edits) {
        assertTrue((family.reads() & edit.field().bit()) != 0, () -> "unread: " + edit);
      }
    }
    assertEquals(together.edits, apart);
    Set<List<String>> paths = new HashSet<>();
    for (Edit edit : apart) {
      List<String> path = new ArrayList<>(edit.below());
      path.addFirst(edit.field().jsonName());
      assertTrue(paths.add(path), () -> "twice: " + path);
    }
  }

  /// The members a family says it looks at.
  private static JsonValue bindings(JsonValue value, long names) {
    if (!(value instanceof JsonValue.Obj object) || names == Bindings.ALL) {
      return value;
    }
    Map<String, JsonValue> kept = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, bound) -> {
          byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
          if ((Bindings.bit(bytes, 0, bytes.length) & names) != 0) {
            kept.put(name, bound);
          }
        });
    return new JsonValue.Obj(kept);
  }

  private static void same(String what, JsonNode wanted, JsonNode actual) {
    assertTrue(
        isSame(plain(wanted), plain(actual)),
        () -> what + ": wanted " + wanted + " but was " + actual);
  }

  private static boolean isSame(JsonNode wanted, JsonNode actual) {
    if (wanted.isNumber() && actual.isNumber()) {
      return Math.abs(wanted.asDouble() - actual.asDouble()) <= TOLERANCE;
    }
    if (wanted.isArray() && actual.isArray() && wanted.size() == actual.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        if (!isSame(wanted.get(i), actual.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (wanted.isObject() && actual.isObject()) {
      Set<String> members = new HashSet<>(names(wanted));
      members.addAll(names(actual));
      for (String member : members) {
        if (!isSame(wanted.path(member), actual.path(member))) {
          return false;
        }
      }
      return true;
    }
    return wanted.equals(actual);
  }

  /// Paints and effects without the members that say what is so anyway.
  private static JsonNode plain(JsonNode value) {
    if (value.isArray()) {
      for (JsonNode item : value) {
        plain(item);
      }
    } else if (value.isObject()) {
      Map<String, String> defaults = new HashMap<>();
      defaults.put("visible", "true");
      defaults.put("blendMode", "\"NORMAL\"");
      defaults.put("opacity", "1");
      defaults.put("spread", "0");
      defaults.put("showShadowBehindNode", "false");
      for (String name : DEFAULTED) {
        if (value.path(name).toString().equals(defaults.get(name))) {
          ((ObjectNode) value).remove(name);
        }
      }
    }
    return value;
  }
}
