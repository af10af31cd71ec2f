package sluice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Another version of a token file: some values are different, some tokens are gone, some are new.
final class RandomTokens {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double REMOVED = 0.05;
  private static final double CHANGED = 0.4;
  private static final double SPOILT = 0.03;

  private final Random random;
  private final List<String> keys;

  private RandomTokens(long seed) {
    this.random = new Random(seed);
    this.keys = List.of("value", "$value");
  }

  /// Writes another version.
  static void write(byte[] tokens, long seed, Path target) throws Exception {
    ObjectNode root = (ObjectNode) JSON.readTree(tokens);
    RandomTokens versions = new RandomTokens(seed);
    for (Map.Entry<String, JsonNode> member : List.copyOf(root.properties())) {
      if (!member.getKey().startsWith("$") && member.getValue() instanceof ObjectNode set) {
        versions.change(set);
      }
    }
    Files.write(target, JSON.writeValueAsBytes(root));
  }

  private void change(ObjectNode group) {
    for (Map.Entry<String, JsonNode> member : new ArrayList<>(group.properties())) {
      if (member.getKey().startsWith("$") || !(member.getValue() instanceof ObjectNode node)) {
        continue;
      }
      String key = keys.stream().filter(node::has).findFirst().orElse("");
      if (key.isEmpty()) {
        change(node);
      } else if (random.nextDouble() < REMOVED) {
        group.remove(member.getKey());
        group.set(member.getKey() + "-new", node);
      } else if (random.nextDouble() < SPOILT) {
        node.put(key, "{no.such.token}");
      } else if (random.nextDouble() < CHANGED && node.get(key).isString()) {
        node.put(key, another(node.get(key).asString()));
      }
    }
  }

  private String another(String value) {
    if (value.startsWith("#")) {
      return String.format(Locale.ROOT, "#%06x", random.nextInt(1 << 24));
    }
    return value.matches("[0-9.]+(px)?") ? String.valueOf(1 + random.nextInt(60)) : value;
  }
}
