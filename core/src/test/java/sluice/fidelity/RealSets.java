package sluice.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real token repository, and the maps another engine made of it: one for each of several
/// combinations of themes.
final class RealSets {
  private final Path folder;

  RealSets(Path folder) {
    this.folder = folder;
  }

  /// Compares every stored combination; fails at the first token that says something else.
  ///
  /// @param engine the name of its file: `expected.<engine>.json`
  Comparison compare(String engine) {
    JsonNode root = read(folder.resolve("expected." + engine + ".json"));
    Comparison comparison = new Comparison(engine);
    Map<String, JsonNode> base = new LinkedHashMap<>();
    addAll(base, root.at("/base/tokens"));
    compare(root.at("/base/input/theme").asString(), base, comparison);
    for (JsonNode other : root.get("others")) {
      Map<String, JsonNode> expected = new LinkedHashMap<>(base);
      other.get("removed").forEach(name -> expected.remove(name.asString()));
      addAll(expected, other.get("changed"));
      compare(other.at("/input/theme").asString(), expected, comparison);
    }
    return comparison;
  }

  private static void addAll(Map<String, JsonNode> tokens, JsonNode members) {
    members.properties().forEach(token -> tokens.put(token.getKey(), token.getValue()));
  }

  private void compare(String themes, Map<String, JsonNode> expected, Comparison comparison) {
    TokenChoice choice =
        new TokenChoice(
            List.of(folder.resolve("files")),
            labels(themes),
            List.of(),
            TokenChoice.BASE_FONT_SIZE);
    ResolvedTokens resolved = Sluice.resolve(choice).resolved();
    assertEquals(expected.size(), resolved.all().size(), themes);
    comparison.addCombination();
    expected.forEach((name, token) -> {
      ResolvedToken ours = resolved.find(name);
      assertNotNull(ours, name);
      PeerValue theirs = PeerValue.of(token.get("value"));
      assertTrue(
          theirs.isSame(ours.value()),
          () -> themes + ": " + name + ": " + token.get("value") + " but " + ours.value());
      comparison.add(name, theirs.notations());
    });
  }

  /// Theme names, one of each group in the order of the groups, to labels.
  private List<String> labels(String names) {
    Set<String> groups = new LinkedHashSet<>();
    for (JsonNode theme : read(folder.resolve("files").resolve("$themes.json"))) {
      groups.add(theme.get("group").asString());
    }
    List<String> chosen = List.of(names.split(" \\| ", -1));
    List<String> labels = new ArrayList<>();
    for (String group : groups) {
      labels.add(group + "/" + chosen.get(labels.size()));
    }
    return labels;
  }

  private static JsonNode read(Path file) {
    return JsonMapper.builder().build().readTree(file.toFile());
  }
}
