package sluice.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.problem.ProblemTally;
import sluice.resolve.MergedTokens;
import sluice.resolve.Reference;
import sluice.resolve.References;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.resolve.TokenResolver;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import sluice.token.source.TokenSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Facts of Style Dictionary and sd-transforms about whole trees of tokens: merging them, types
/// that groups pass on, references in them, and names of sets.
final class PeerTreeVectors {
  private static final List<String> VALUE_KEYS = List.of("$value", "value");

  private PeerTreeVectors() {}

  /// Every suite.
  static List<VectorSuite> suites() {
    return List.of(
        suite("dtcg/sd-deep-merge", "later sets over earlier ones", PeerTreeVectors::merge),
        suite("dtcg/sd-find-references", "where references are", PeerTreeVectors::references),
        suite("dtcg/sd-resolve-tree", "references of a whole tree", PeerTreeVectors::resolve),
        suite("dtcg/sd-type-inheritance", "types that groups pass on", PeerTreeVectors::types),
        suite(
            "dtcg/sdt-exclude-parent-keys",
            "sets in one file, not part of names",
            PeerTreeVectors::sets));
  }

  private static VectorSuite suite(String name, String asserts, VectorSuite.Check check) {
    return VectorSuite.of(name, Area.OTHER_ENGINES, asserts, check);
  }

  /// Each tree is a set; what they come to by name.
  private static Set<String> merge(Vectors.Case fact) {
    List<TokenSet> sets = new ArrayList<>();
    for (JsonNode tree : fact.input().get("trees")) {
      sets.add(new TokenSet("set " + sets.size(), tokens(tree)));
    }
    TokenLibrary library = new TokenLibrary(sets, List.of(), List.of(), Map.of());

    List<Token> merged = MergedTokens.of(library, ThemeSelection.standing(library)).tokens();

    assertEquals(values(tokens(fact.expected())), values(merged));
    return Set.of();
  }

  private static Map<String, TokenValue> values(List<Token> tokens) {
    Map<String, TokenValue> values = new LinkedHashMap<>();
    tokens.forEach(token -> values.put(token.name(), token.value()));
    return values;
  }

  private static Set<String> references(Vectors.Case fact) {
    List<List<String>> found = new ArrayList<>();
    collect(fact.input().get("value"), found);

    JsonNode expected = fact.expected();
    if (expected.has("usesReferences")) {
      assertEquals(expected.get("usesReferences").asBoolean(), !found.isEmpty());
    } else if (expected.has("error")) {
      List<Token> tokens = tokens(fact.input().get("tokens"));
      tokens.add(token("the value under test", TokenJson.value(fact.input().get("value"))));
      assertTrue(TokenResolver.resolve(tokens).all().getLast().failed());
    } else {
      List<List<String>> theirs = new ArrayList<>();
      for (JsonNode path : expected.get("refs")) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.asString()));
        theirs.add(names);
      }
      assertEquals(theirs, found);
    }
    return Set.of();
  }

  private static void collect(JsonNode value, List<List<String>> found) {
    if (value.isString()) {
      for (Reference reference : References.find(value.asString())) {
        found.add(List.of(reference.name().split("\\.", -1)));
      }
    }
    value.forEach(part -> collect(part, found));
  }

  private static Set<String> resolve(Vectors.Case fact) {
    if (fact.input().path("options").has("ignorePaths")) {
      return Set.of("peer-options");
    }
    ResolvedTokens resolved = TokenResolver.resolve(tokens(fact.input().get("tree")));

    boolean namesMembers = false;
    for (Token expected : tokens(fact.expected().get("tree"))) {
      ResolvedToken token = resolved.find(expected.name());
      assertNotNull(token, expected.name());
      if (holdsReference(expected.value())) {
        // A circle or a missing name: what text is left means nothing.
        assertTrue(token.failed(), expected.name());
      } else if (token.failed()) {
        namesMembers |= namesMember(token.token().value());
        assertTrue(namesMembers, expected.name());
      } else {
        assertEquals(plain(expected.value()), plain(token.value()), expected.name());
      }
    }
    return namesMembers ? Set.of("peer-members") : Set.of();
  }

  private static boolean holdsReference(TokenValue value) {
    return value instanceof TokenValue.Text(String text) && References.occurIn(text);
  }

  private static boolean namesMember(TokenValue value) {
    return value instanceof TokenValue.Text(String text)
        && VALUE_KEYS.stream()
            .anyMatch(key -> References.find(text).getFirst().name().strip().endsWith("." + key));
  }

  /// Numbers and texts are one to whoever uses them.
  private static Object plain(TokenValue value) {
    return value instanceof TokenValue.Text(String text) && text.matches("-?[0-9.]+")
        ? new TokenValue.Num(Double.parseDouble(text))
        : value;
  }

  private static Set<String> types(Vectors.Case fact) throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    types("", fact.expected().get("tree"), expected);
    Map<String, String> actual = new LinkedHashMap<>();
    for (Token token : studio(fact.input().get("tree"), true).sets().getFirst().tokens()) {
      if (!token.isRemark()) {
        actual.put(token.name(), String.valueOf(token.type()));
      }
    }

    assertEquals(expected, actual);
    return Set.of();
  }

  private static void types(String path, JsonNode node, Map<String, String> types) {
    if (node.has("$value")) {
      types.put(path, node.get("$type").asString());
      return;
    }
    node.properties()
        .forEach(member -> types(joined(path, member.getKey()), member.getValue(), types));
  }

  private static Set<String> sets(Vectors.Case fact) throws IOException {
    if (!fact.input().path("option").path("excludeParentKeys").asBoolean(false)) {
      return Set.of("peer-sets");
    }
    TokenLibrary library = studio(fact.input().get("token"), false);

    List<Token> merged = MergedTokens.of(library, ThemeSelection.standing(library)).tokens();

    assertEquals(values(tokens(fact.expected())), values(merged));
    return Set.of();
  }

  /// A tree as a file of Tokens Studio.
  ///
  /// @param isSet whether the tree is one set, not sets by name
  private static TokenLibrary studio(JsonNode tree, boolean isSet) throws IOException {
    ObjectNode root =
        isSet
            ? JsonMapper.shared().createObjectNode().set("set", tree)
            : ((ObjectNode) tree).deepCopy();
    Path file = Files.createTempFile("tree", ".json");
    try {
      Files.writeString(file, root.toString());
      return TokenSource.readAll(
              List.of(file),
              new TokenSource.Telling(Dialect.TOKENS_STUDIO, Dialect.TOKENS_STUDIO),
              new ProblemTally())
          .all()
          .getFirst();
    } finally {
      Files.delete(file);
    }
  }

  /// The leaves of a tree, or the members with a value.
  private static List<Token> tokens(JsonNode tree) {
    List<Token> tokens = new ArrayList<>();
    flatten("", tree, tokens);
    return tokens;
  }

  private static void flatten(String path, JsonNode node, List<Token> tokens) {
    for (String key : VALUE_KEYS) {
      if (node.has(key)) {
        tokens.add(token(path, TokenJson.value(node.get(key))));
        return;
      }
    }
    if (node.isObject()) {
      node.properties()
          .forEach(member -> flatten(joined(path, member.getKey()), member.getValue(), tokens));
    } else {
      tokens.add(token(path, TokenJson.value(node)));
    }
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static Token token(String name, TokenValue value) {
    return new Token(name, null, value, null, null, "core", null);
  }
}
