package sluice.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives some tokens of a library other values: of any kind, in any unit, references to any other
/// token, and nonsense.
public final class RandomTokenValues {
  private static final List<String> VALUES =
      List.of(
          "#f00",
          "#12345678",
          "rgba(10, 20, 30, 0.5)",
          "hsl(120, 50%, 50%)",
          "linear-gradient(45deg, #fff 0%, #00000080 100%)",
          "8px",
          "1.5rem",
          "50%",
          "100%",
          "0",
          "-3",
          "0.25",
          "1e2",
          "true",
          "false",
          "2 * 4",
          "10 / 3",
          "8px 16px",
          "1 2 3 4",
          "AUTO",
          "120%",
          "none",
          "Bold",
          "Grüße \"an\" alle",
          "");

  private final Random random;
  private final List<String> names = new ArrayList<>();

  private RandomTokenValues(Random random) {
    this.random = random;
  }

  /// Changes a share of the values in a library that is one file with its sets as members.
  public static void change(ObjectNode library, Random random, double share) {
    RandomTokenValues values = new RandomTokenValues(random);
    for (Map.Entry<String, JsonNode> set : library.properties()) {
      values.collect(set.getValue(), "");
    }
    for (Map.Entry<String, JsonNode> set : library.properties()) {
      values.walk(set.getValue(), share);
    }
  }

  private void collect(JsonNode group, String name) {
    for (Map.Entry<String, JsonNode> member : group.properties()) {
      String inside = name.isEmpty() ? member.getKey() : name + "." + member.getKey();
      if (member.getKey().endsWith("value")) {
        names.add(name);
      } else if (!member.getKey().startsWith("$")) {
        collect(member.getValue(), inside);
      }
    }
  }

  private void walk(JsonNode group, double share) {
    if (!(group instanceof ObjectNode object)) {
      return;
    }
    for (String key : List.copyOf(object.propertyNames())) {
      JsonNode value = object.get(key);
      if (key.equals("value") || key.equals("$value")) {
        if (random.nextDouble() < share) {
          object.put(key, text());
        }
      } else if (!key.startsWith("$")) {
        walk(value, share);
      }
    }
  }

  private String text() {
    if (names.isEmpty() || random.nextInt(3) > 0) {
      return VALUES.get(random.nextInt(VALUES.size()));
    }
    String reference = "{" + names.get(random.nextInt(names.size())) + "}";
    return random.nextBoolean() ? reference : reference + " * 2";
  }
}
