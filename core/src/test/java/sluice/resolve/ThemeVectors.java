package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import tools.jackson.databind.JsonNode;

/// Facts about themes, the sets they choose, and merging (Tokens Studio, themes and sets).
public final class ThemeVectors {
  private static final String NO_GROUP = "internal_themes_no_group";

  private ThemeVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.equal(
            "tokens-studio/themes-to-sets",
            Area.RESOLUTION,
            "themes to set statuses",
            ThemeVectors::statuses),
        VectorSuite.equal(
            "dtcg/sdt-permutate-themes",
            Area.RESOLUTION,
            "combinations of themes",
            ThemeVectors::combinations),
        VectorSuite.of(
            "tokens-studio/token-set-order", Area.RESOLUTION, "merge order", ThemeVectors::order),
        VectorSuite.equal(
            "tokens-studio/merge-token-sets", Area.RESOLUTION, "merging", ThemeVectors::merge));
  }

  private static void statuses(Vectors.Case fact) {
    JsonNode input = fact.input();
    switch (input.get("fn").asString()) {
      case "setActiveTheme" -> {
        List<String> active = texts(input.get("activeTheme"));
        TokenLibrary library =
            ThemeSelectionTest.library(
                texts(input.get("sets")), themes(input.get("themes")), active);
        List<Theme> chosen =
            library.themes().stream().filter(theme -> active.contains(theme.id())).toList();
        assertEquals(
            statuses(fact.expected().get("usedSets")),
            ThemeSelection.ofThemes(library, chosen).statuses());
      }
      case "getOverallConfig" -> {
        List<String> ids = texts(input.get("selectedThemes"));
        List<Theme> chosen =
            themes(input.get("themes")).stream().filter(theme -> ids.contains(theme.id())).toList();
        assertEquals(
            statuses(fact.expected().get("config")), ThemeSelection.exportStatuses(chosen));
      }
      case "autoSelect" -> firstOfEachGroup(input, fact.expected());
      default -> throw new IllegalArgumentException(input.toString());
    }
  }

  private static void firstOfEachGroup(JsonNode input, JsonNode expected) {
    Map<String, String> selected = new LinkedHashMap<>();
    if (input.get("activeTheme").isEmpty()) {
      List<Theme> themes = new ArrayList<>();
      for (JsonNode theme : input.get("themes")) {
        themes.add(
            new Theme(
                theme.get("value").asString(),
                theme.get("label").asString(),
                theme.has("group") ? theme.get("group").asString() : null,
                Map.of()));
      }
      for (Theme theme : ThemeSelection.firstOfEachGroup(themes)) {
        selected.put(theme.group() == null ? NO_GROUP : theme.group(), theme.id());
      }
    } else {
      input
          .get("activeTheme")
          .properties()
          .forEach(entry -> selected.put(entry.getKey(), entry.getValue().asString()));
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    expected
        .get("activeTheme")
        .properties()
        .forEach(entry -> wanted.put(entry.getKey(), entry.getValue().asString()));
    assertEquals(wanted, selected);
  }

  private static void combinations(Vectors.Case fact) {
    String separator = fact.input().at("/options/separator").asString("-");
    List<Theme> themes = themes(fact.input().get("themes"));

    Map<String, List<String>> combinations = new LinkedHashMap<>();
    for (List<Theme> combination : ThemeCombinations.of(themes)) {
      combinations.put(
          String.join(separator, combination.stream().map(Theme::name).toList()),
          List.copyOf(ThemeSelection.exportStatuses(combination).keySet()));
    }

    Map<String, List<String>> expected = new LinkedHashMap<>();
    fact.expected()
        .properties()
        .forEach(entry -> expected.put(entry.getKey(), texts(entry.getValue())));
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(combinations.keySet()));
    expected.forEach((name, sets) ->
        assertEquals(
            sets.stream().sorted().toList(),
            combinations.getOrDefault(name, List.of()).stream().sorted().toList()));
  }

  /// `activeTokenSet` is the set open in the plugin's editor, which a document update has not: the
  /// facts that name one hold after it is moved last.
  private static Set<String> order(Vectors.Case fact) {
    List<String> order =
        new ArrayList<>(
            SetOrder.of(
                texts(fact.input().get("fileOrder")),
                statuses(fact.input().path("usedSets")),
                statuses(fact.input().path("overallConfig"))));

    List<String> expected = texts(fact.expected().get("tokenSetsOrder"));
    String edited = fact.input().path("activeTokenSet").asString("");
    if (!order.equals(expected) && order.remove(edited)) {
      order.add(edited);
      assertEquals(expected, order);
      return Set.of("no-editor");
    }
    assertEquals(expected, order);
    return Set.of();
  }

  private static void merge(Vectors.Case fact) {
    List<TokenSet> sets = new ArrayList<>();
    for (JsonNode set : fact.input().get("sets")) {
      String name = set.get("name").asString();
      sets.add(new TokenSet(name, TokenJson.tokens(set.get("tokens"), name)));
    }

    List<Token> merged =
        MergedTokensTest.merge(sets, statuses(fact.input().get("usedSets"))).tokens();

    List<Token> expected = new ArrayList<>();
    for (JsonNode token : fact.expected().get("merged")) {
      expected.add(TokenJson.token(token, token.get("set").asString()));
    }
    assertEquals(new HashSet<>(expected), new HashSet<>(merged));
    assertEquals(expected.size(), merged.size());
  }

  private static Map<String, SetStatus> statuses(JsonNode object) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry ->
            statuses.put(
                entry.getKey(),
                SetStatus.valueOf(entry.getValue().asString().toUpperCase(Locale.ROOT))));
    return statuses;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static List<Theme> themes(JsonNode list) {
    List<Theme> themes = new ArrayList<>();
    for (JsonNode theme : list) {
      themes.add(
          new Theme(
              theme.get("id").asString(),
              theme.get("name").asString(),
              theme.has("group") ? theme.get("group").asString() : null,
              statuses(theme.get("selectedTokenSets"))));
    }
    return themes;
  }
}
