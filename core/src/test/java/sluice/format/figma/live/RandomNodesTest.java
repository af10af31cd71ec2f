package sluice.format.figma.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.apply.TokenJson;
import sluice.format.figma.live.LiveDecision.End;
import sluice.json.JsonValue;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.Vectors;
import tools.jackson.databind.JsonNode;

/// What holds of every decision ([LiveChecks]), on nodes put together by chance from those of the
/// facts: values of one on another, variables, shared styles, letters that differ.
class RandomNodesTest {
  /// The long form is `-Drandom.nodes=100000`.
  private static final int NODES = Integer.getInteger("random.nodes", 3_000);

  private static final List<String> BINDABLE =
      List.of(
          "visible",
          "opacity",
          "width",
          "height",
          "minWidth",
          "maxHeight",
          "paddingLeft",
          "paddingTop",
          "itemSpacing",
          "counterAxisSpacing",
          "topLeftRadius",
          "bottomRightRadius",
          "strokeTopWeight",
          "characters");
  private static final List<String> BINDABLE_LETTERS =
      List.of("fontFamily", "fontStyle", "fontSize", "lineHeight", "letterSpacing");
  private static final List<String> LETTERS =
      List.of(
          "fontName", "fontSize", "lineHeight", "letterSpacing", "textCase", "paragraphSpacing");
  private static final List<List<String>> PARTS =
      List.of(
          List.of(
              "cornerRadius",
              "topLeftRadius",
              "topRightRadius",
              "bottomRightRadius",
              "bottomLeftRadius"),
          List.of(
              "strokeWeight",
              "strokeTopWeight",
              "strokeRightWeight",
              "strokeBottomWeight",
              "strokeLeftWeight"));

  private final Random random = new Random(20_261_126);
  private final Vectors vectors = Vectors.load("apply/figma-plugin-nodes");
  private final LiveWork work =
      LiveVectors.work(
          TokenResolver.resolve(TokenJson.tokens(vectors.root().get("tokens"))),
          "16",
          LiveVectors.fonts(vectors));

  @Test
  void decisions_areWrittenOnceAndCanBeTakenBack() {
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (int i = 0; i < NODES; i++) {
      LiveNode node = node(i);
      LiveDecision decision = work.decide(node);
      try {
        LiveChecks.check(work, node, decision);
      } catch (AssertionError e) {
        throw new AssertionError(
            "node " + i + " " + LiveJson.text(node.data()) + LiveJson.text(node.current()), e);
      }
      ends.merge(decision.end(), 1, Integer::sum);
    }
    assertTrue(ends.getOrDefault(End.CHANGED, 0) > NODES / 2, () -> "" + ends);
    assertTrue(ends.containsKey(End.UNCHANGED) && ends.containsKey(End.SKIPPED), () -> "" + ends);
  }

  private JsonNode anyInput() {
    return vectors.cases().get(random.nextInt(vectors.cases().size())).input();
  }

  private LiveNode node(int number) {
    LiveNode from = LiveVectors.node(anyInput());
    Map<String, JsonValue> current = new LinkedHashMap<>(from.current().members());
    Map<String, JsonValue> data = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      data.putAll(LiveVectors.node(anyInput()).data().members());
    }
    if (random.nextInt(4) == 0) {
      data.put("rotation", new JsonValue.Str("\"num.n" + random.nextInt(3) + "\""));
      current.put("rotation", number(random.nextInt(360) - 179));
    }
    for (int i = 0; i < 3; i++) {
      LiveNode other = LiveVectors.node(anyInput());
      LiveDecision decided = work.decide(other);
      decided.changes().forEach(change -> current.replace(change.field(), change.after()));
    }
    PARTS.forEach(parts -> settle(current, parts));
    if (current.containsKey("characters")) {
      mix(current);
    }
    if (random.nextInt(2) == 0) {
      fit(current);
    }
    style(current);
    bind(current);
    String layout = random.nextInt(3) == 0 ? "VERTICAL" : "NONE";
    LiveParent parent =
        random.nextInt(9) == 0
            ? new LiveParent("GROUP", null)
            : new LiveParent("FRAME", layout, 200, 100);
    return new LiveNode(
        "9:" + number,
        from.type(),
        "n",
        random.nextInt(5) == 0,
        parent,
        new JsonValue.Obj(data),
        new JsonValue.Obj(current));
  }

  /// The whole is what all parts are, or not there.
  private static void settle(Map<String, JsonValue> current, List<String> names) {
    List<JsonValue> parts = new ArrayList<>();
    names
        .subList(1, names.size())
        .forEach(name -> {
          if (current.get(name) != null) {
            parts.add(current.get(name));
          }
        });
    if (parts.isEmpty()) {
      return;
    }
    if (parts.stream().distinct().count() == 1) {
      current.put(names.getFirst(), parts.getFirst());
    } else {
      current.remove(names.getFirst());
    }
  }

  private void fit(Map<String, JsonValue> current) {
    List<String> fits = List.of("FIXED", "HUG", "FILL");
    current.put("layoutSizingHorizontal", new JsonValue.Str(fits.get(random.nextInt(3))));
    current.put("layoutSizingVertical", new JsonValue.Str(fits.get(random.nextInt(3))));
    if (current.containsKey("characters")) {
      current.put("textAutoResize", new JsonValue.Str(random.nextBoolean() ? "NONE" : "HEIGHT"));
    }
  }

  private void mix(Map<String, JsonValue> current) {
    List<String> fields = new ArrayList<>(LETTERS);
    fields.add("fills");
    for (String field : fields) {
      JsonValue value = current.get(field);
      if (value != null && random.nextInt(5) == 0) {
        JsonValue other = LiveVectors.node(anyInput()).current().member(field);
        current.put(field, mixed(value, other == null ? value : other));
      }
    }
    if (random.nextInt(12) == 0) {
      current.put("fontSize", LiveJson.object("{\"$mixed\":true}"));
    }
  }

  private static JsonValue mixed(JsonValue first, JsonValue second) {
    return new JsonValue.Obj(
        Map.of("$mixed", new JsonValue.Arr(List.of(part(0, 1, first), part(1, 3, second)))));
  }

  private static JsonValue part(int start, int end, JsonValue value) {
    Map<String, JsonValue> part = new LinkedHashMap<>();
    part.put("start", number(start));
    part.put("end", number(end));
    part.put("value", value);
    return new JsonValue.Obj(part);
  }

  private static JsonValue number(int number) {
    return new JsonValue.Num(number, Integer.toString(number));
  }

  private void style(Map<String, JsonValue> current) {
    Map<String, List<String>> styled =
        Map.of(
            "fillStyleId", List.of("fills"),
            "strokeStyleId", List.of("strokes"),
            "effectStyleId", List.of("effects"),
            "textStyleId", LETTERS);
    styled.forEach((style, fields) -> {
      if (!current.containsKey(fields.getFirst())) {
        return;
      }
      boolean mixed = fields.stream().anyMatch(field -> Mixed.is(current.get(field)));
      JsonValue first = new JsonValue.Str("S:" + style);
      JsonValue id =
          random.nextInt(3) > 0
              ? new JsonValue.Str("")
              : mixed ? mixed(first, new JsonValue.Str("S:2")) : first;
      current.put(style, id);
    });
  }

  private void bind(Map<String, JsonValue> current) {
    Map<String, JsonValue> variables = new LinkedHashMap<>();
    BINDABLE.forEach(field -> {
      if (current.containsKey(field) && random.nextInt(3) == 0) {
        variables.put(field, alias(field));
      }
    });
    BINDABLE_LETTERS.forEach(field -> {
      if (current.containsKey("characters") && random.nextInt(3) == 0) {
        variables.put(field, new JsonValue.Arr(List.of(alias(field))));
      }
    });
    List.of("fills", "strokes")
        .forEach(field -> {
          if (current.get(field) instanceof JsonValue.Arr(List<JsonValue> paints)
              && !paints.isEmpty()
              && random.nextInt(3) == 0) {
            Map<String, JsonValue> paint =
                new LinkedHashMap<>(((JsonValue.Obj) paints.getFirst()).members());
            paint.put("boundVariables", new JsonValue.Obj(Map.of("color", alias(field))));
            List<JsonValue> all = new ArrayList<>(paints);
            all.set(0, new JsonValue.Obj(paint));
            current.put(field, new JsonValue.Arr(all));
            variables.put(field, new JsonValue.Arr(List.of(alias(field))));
          }
        });
    current.put("boundVariables", new JsonValue.Obj(variables));
  }

  private static JsonValue alias(String field) {
    Map<String, JsonValue> alias = new LinkedHashMap<>();
    alias.put("type", new JsonValue.Str("VARIABLE_ALIAS"));
    alias.put("id", new JsonValue.Str("VariableID:" + field));
    return new JsonValue.Obj(alias);
  }
}
