package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A library means the same however its files and keys are ordered, once it says the order of its
/// sets; and whether it is a folder or one file (Tokens Studio, containers).
final class LibraryOrderPropertyTest {
  private static final int LIBRARIES = 60;
  private static final int SETS = 4;
  private static final int TOKENS_OF_A_SET = 25;
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> GROUPS = List.of("color", "space", "type.scale", "z");

  @TempDir Path folder;

  @Test
  void orderOfFilesAndKeys_changesNothing() throws IOException {
    int compared = 0;
    for (int seed = 0; seed < LIBRARIES; seed++) {
      Random random = new Random(seed);
      Map<String, ObjectNode> sets = library(random);
      List<String> order = new ArrayList<>(sets.keySet());
      Collections.shuffle(order, random);

      Map<String, String> expected = resolved(asFolder("a" + seed, sets, order, null));
      Map<String, String> shuffled = resolved(asFolder("b" + seed, sets, order, random));
      Map<String, String> single = resolved(asFile("c" + seed + ".json", sets, order, null));
      Map<String, String> singleShuffled =
          resolved(asFile("d" + seed + ".json", sets, order, random));

      assertEquals(expected, shuffled, "seed " + seed);
      assertEquals(expected, single, "seed " + seed);
      assertEquals(expected, singleShuffled, "seed " + seed);
      compared += expected.size();
    }
    assertTrue(compared > LIBRARIES * TOKENS_OF_A_SET);
  }

  /// What resolving came to is what it comes to when written down and resolved once more.
  @Test
  void resolvingIsIdempotent() throws IOException {
    for (int seed = 0; seed < LIBRARIES; seed++) {
      Map<String, ObjectNode> sets = library(new Random(seed));
      ObjectNode once = JSON.createObjectNode();
      ObjectNode only = once.putObject("only");
      for (ResolvedToken token : values(asFile("e.json", sets, List.of(), null))) {
        if (!token.failed()) {
          ObjectNode declared = only.putObject(token.name());
          declared.set("value", JSON.readTree(TokensJson.of(token.value())));
        }
      }
      Path again = folder.resolve("f.json");
      Files.writeString(again, once.toString());

      for (ResolvedToken token : values(again)) {
        assertEquals(token.token().value(), token.value(), token.name() + ", seed " + seed);
      }
    }
  }

  private static Map<String, ObjectNode> library(Random random) {
    List<String> names = new ArrayList<>();
    Map<String, ObjectNode> sets = new TreeMap<>();
    for (int i = 0; i < SETS; i++) {
      ObjectNode set = JSON.createObjectNode();
      String valueKey = random.nextBoolean() ? "$value" : "value";
      for (int j = 0; j < TOKENS_OF_A_SET; j++) {
        String group = GROUPS.get(random.nextInt(GROUPS.size()));
        String key = "t" + random.nextInt(40);
        names.add(group + "." + key);
        ObjectNode parent = set.has(group) ? (ObjectNode) set.get(group) : set.putObject(group);
        ObjectNode token = parent.putObject(key);
        token.set(valueKey, value(random, names));
        if (random.nextInt(5) == 0) {
          ObjectNode modify =
              token.putObject("$extensions").putObject("studio.tokens").putObject("modify");
          modify.put("type", "lighten").put("space", "lch").put("value", "0." + random.nextInt(10));
        }
      }
      sets.put("part" + i % 2 + "/set" + i, set);
    }
    return sets;
  }

  private static JsonNode value(Random random, List<String> names) {
    String reference = "{" + names.get(random.nextInt(names.size())) + "}";
    return switch (random.nextInt(7)) {
      case 0 -> JSON.getNodeFactory().numberNode(random.nextInt(100));
      case 1 -> text("#%06x".formatted(random.nextInt(1 << 24)));
      case 2 -> text(reference);
      case 3 -> text(reference + " * " + (1 + random.nextInt(5)));
      case 4 -> text("rgba(" + reference + ", 0.5)");
      case 5 -> text(random.nextInt(50) + "px");
      default -> {
        ObjectNode composite = JSON.createObjectNode();
        composite.put("a", reference);
        composite.put("b", "4px + " + random.nextInt(9) + "px");
        yield composite;
      }
    };
  }

  private static JsonNode text(String text) {
    return JSON.getNodeFactory().stringNode(text);
  }

  private Path asFolder(
      String name, Map<String, ObjectNode> sets, List<String> order, @Nullable Random random)
      throws IOException {
    Path root = folder.resolve(name);
    List<String> files = new ArrayList<>(sets.keySet());
    if (random != null) {
      Collections.shuffle(files, random);
    }
    for (String file : files) {
      Path path = root.resolve(file + ".json");
      Files.createDirectories(path.getParent());
      Files.writeString(path, shuffled(Objects.requireNonNull(sets.get(file)), random).toString());
    }
    Files.writeString(root.resolve("$metadata.json"), metadata(order).toString());
    return root;
  }

  private Path asFile(
      String name, Map<String, ObjectNode> sets, List<String> order, @Nullable Random random)
      throws IOException {
    ObjectNode all = JSON.createObjectNode();
    sets.forEach(all::set);
    if (!order.isEmpty()) {
      all.set("$metadata", metadata(order));
    }
    Path file = folder.resolve(name);
    ObjectNode ordered = shuffled(all, random);
    if (!order.isEmpty()) {
      ordered.set("$metadata", metadata(order));
    }
    Files.writeString(file, ordered.toString());
    return file;
  }

  private static ObjectNode metadata(List<String> order) {
    ObjectNode metadata = JSON.createObjectNode();
    order.forEach(metadata.putArray("tokenSetOrder")::add);
    return metadata;
  }

  /// The same object, keys of it and of all below in another order.
  private static ObjectNode shuffled(ObjectNode object, @Nullable Random random) {
    if (random == null) {
      return object;
    }
    List<String> keys = new ArrayList<>(object.propertyNames());
    Collections.shuffle(keys, random);
    ObjectNode shuffled = JSON.createObjectNode();
    for (String key : keys) {
      JsonNode value = object.get(key);
      shuffled.set(key, value instanceof ObjectNode child ? shuffled(child, random) : value);
    }
    return shuffled;
  }

  private static Map<String, String> resolved(Path library) {
    Map<String, String> resolved = new TreeMap<>();
    for (ResolvedToken token : values(library)) {
      resolved.put(token.name(), token.failed() ? "failed" : sorted(token.value()));
    }
    return resolved;
  }

  /// The parts of composites have no order, at any depth.
  private static String sorted(TokenValue value) {
    if (value instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      Map<String, String> sorted = new TreeMap<>();
      parts.forEach((key, part) -> sorted.put(key, sorted(part)));
      return sorted.toString();
    }
    return value.toString();
  }

  private static List<ResolvedToken> values(Path library) {
    return Sluice.resolve(
            new TokenChoice(List.of(library), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE))
        .resolved()
        .all();
  }
}
