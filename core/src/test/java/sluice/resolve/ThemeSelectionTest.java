package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.vector.Vectors;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import tools.jackson.databind.JsonNode;

/// Tokens Studio, themes and sets.
final class ThemeSelectionTest {
  private static final Theme LIGHT = theme("1", "Light", "mode", Map.of("light", "ENABLED"));
  private static final Theme DARK = theme("2", "Dark", "mode", Map.of("dark", "ENABLED"));
  private static final Theme BRAND_DARK = theme("3", "Dark", "brand", Map.of("core", "SOURCE"));
  private static final Theme SOLO = theme("4", "Solo", null, Map.of("core", "ENABLED"));

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Vectors.load("tokens-studio/themes-to-sets")
        .tests(fact -> {
          JsonNode input = fact.input();
          switch (input.get("fn").asString()) {
            case "setActiveTheme" -> {
              List<String> active = new ArrayList<>();
              input.get("activeTheme").forEach(id -> active.add(id.asString()));
              TokenLibrary library =
                  library(
                      SetOrderTest.texts(input.get("sets")), themes(input.get("themes")), active);
              List<Theme> chosen =
                  library.themes().stream().filter(theme -> active.contains(theme.id())).toList();
              assertEquals(
                  SetOrderTest.statuses(fact.expected().get("usedSets")),
                  ThemeSelection.ofThemes(library, chosen).statuses());
            }
            case "getOverallConfig" -> {
              List<String> ids = SetOrderTest.texts(input.get("selectedThemes"));
              List<Theme> chosen =
                  themes(input.get("themes")).stream()
                      .filter(theme -> ids.contains(theme.id()))
                      .toList();
              assertEquals(
                  SetOrderTest.statuses(fact.expected().get("config")),
                  ThemeSelection.exportStatuses(chosen));
            }
            case "autoSelect" -> checkFirstOfEachGroup(input, fact.expected());
            default -> throw new IllegalArgumentException(input.toString());
          }
        });
  }

  /// The plugin only selects when nothing was ever chosen.
  private static void checkFirstOfEachGroup(JsonNode input, JsonNode expected) {
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
        selected.put(
            theme.group() == null ? "internal_themes_no_group" : theme.group(), theme.id());
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

  @TestFactory
  Stream<DynamicTest> combinationVectors() {
    return Vectors.load("dtcg/sdt-permutate-themes")
        .tests(fact -> {
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
              .forEach(entry -> expected.put(entry.getKey(), SetOrderTest.texts(entry.getValue())));
          assertEquals(List.copyOf(expected.keySet()), List.copyOf(combinations.keySet()));
          expected.forEach((name, sets) ->
              assertEquals(
                  sets.stream().sorted().toList(),
                  combinations.getOrDefault(name, List.of()).stream().sorted().toList()));
        });
  }

  @Test
  void tooManyCombinations_areRefused() {
    List<Theme> themes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      themes.add(theme("id" + i, "name" + i, "group" + i % 20, Map.of()));
    }

    assertEquals(
        ProblemCode.LIMIT_EXCEEDED,
        assertThrows(SluiceException.class, () -> ThemeCombinations.of(themes)).problem().code());
  }

  @Test
  void theme_isFoundByLabelNameAndId() {
    TokenLibrary library = library(List.of("core"), List.of(LIGHT, DARK, BRAND_DARK), List.of());

    for (String name : List.of("mode/Light", "Light", "1")) {
      assertEquals(List.of(LIGHT), choose(library, name).themes());
    }
  }

  @Test
  void chosenThemes_countInListOrderWhateverOrderTheyAreGivenIn() {
    Theme source = theme("5", "Source", "other", Map.of("light", "SOURCE", "ghost", "ENABLED"));
    TokenLibrary library = library(List.of("core", "light"), List.of(LIGHT, source), List.of());

    ThemeSelection selection = choose(library, "Source", "Light");

    assertEquals(List.of(LIGHT, source), selection.themes());
    assertEquals(
        Map.of("core", SetStatus.DISABLED, "light", SetStatus.SOURCE), selection.statuses());
    assertEquals(List.of("core", "light"), selection.order());
  }

  @Test
  void unknownTheme_namesTheOnesThereAre() {
    TokenLibrary library = library(List.of("core"), List.of(LIGHT, DARK), List.of());

    Problem problem = refused(() -> choose(library, "mode/Drak"));

    assertEquals(ProblemCode.THEME_UNKNOWN, problem.code());
    assertEquals("there are: mode/Light, mode/Dark", problem.why());
    assertEquals("did you mean \"mode/Dark\"?", problem.help());
  }

  @Test
  void ambiguousName_isRefusedWithTheLabels() {
    TokenLibrary library = library(List.of("core"), List.of(DARK, BRAND_DARK), List.of());

    Problem problem = refused(() -> choose(library, "Dark"));

    assertEquals(ProblemCode.OPTION_INVALID, problem.code());
    assertEquals("mode/Dark, brand/Dark", problem.why());
  }

  @Test
  void twoThemesOfOneGroup_excludeEachOther() {
    TokenLibrary library = library(List.of("core"), List.of(LIGHT, DARK, SOLO), List.of());

    assertEquals(
        ProblemCode.OPTION_INVALID, refused(() -> choose(library, "Light", "Dark")).code());
    assertEquals(List.of(LIGHT, SOLO), choose(library, "Solo", "Light", "Light").themes());
  }

  @Test
  void explicitSets_comeLastInTheGivenOrder() {
    TokenLibrary library = library(List.of("a", "b", "c"), List.of(), List.of());

    ThemeSelection selection = ThemeSelection.choose(library, List.of(), List.of("c", "a", "c"));

    assertEquals(List.of("b", "a", "c"), selection.order());
    assertEquals(SetStatus.DISABLED, selection.statuses().get("b"));
  }

  @Test
  void unknownSet_namesTheOnesThereAre() {
    TokenLibrary library = library(List.of("core", "dark"), List.of(), List.of());

    Problem problem = refused(() -> ThemeSelection.choose(library, List.of(), List.of("drak")));

    assertEquals(ProblemCode.SET_UNKNOWN, problem.code());
    assertEquals("there are: core, dark", problem.why());
    assertEquals("did you mean \"dark\"?", problem.help());
  }

  @Test
  void themesAndSetsTogether_areRefused() {
    TokenLibrary library = library(List.of("core"), List.of(LIGHT), List.of());

    assertEquals(
        ProblemCode.OPTION_INVALID,
        refused(() -> ThemeSelection.choose(library, List.of("Light"), List.of("core"))).code());
  }

  @Test
  void withoutAChoice_activeThemesThenStoredStatusesThenAllSetsCount() {
    List<String> sets = List.of("core", "light");
    TokenLibrary active = library(sets, List.of(LIGHT, SOLO), List.of("1", "gone"));
    TokenLibrary stored =
        new TokenLibrary(
            active.sets(),
            active.themes(),
            List.of("gone"),
            Map.of("light", SetStatus.SOURCE, "ghost", SetStatus.ENABLED));
    TokenLibrary plain = library(sets, List.of(LIGHT), List.of());

    assertEquals(
        Map.of("core", SetStatus.DISABLED, "light", SetStatus.ENABLED),
        ThemeSelection.standing(active).statuses());
    assertEquals(
        Map.of("core", SetStatus.DISABLED, "light", SetStatus.SOURCE),
        ThemeSelection.standing(stored).statuses());
    assertEquals(
        Map.of("core", SetStatus.ENABLED, "light", SetStatus.ENABLED),
        ThemeSelection.standing(plain).statuses());
  }

  private static ThemeSelection choose(TokenLibrary library, String... names) {
    return ThemeSelection.choose(library, List.of(names), List.of());
  }

  private static Problem refused(Runnable choice) {
    return assertThrows(SluiceException.class, choice::run).problem();
  }

  private static Theme theme(
      String id, String name, @Nullable String group, Map<String, String> statuses) {
    Map<String, SetStatus> parsed = new LinkedHashMap<>();
    statuses.forEach((set, status) -> parsed.put(set, SetStatus.valueOf(status)));
    return new Theme(id, name, group, parsed);
  }

  private static List<Theme> themes(JsonNode list) {
    List<Theme> themes = new ArrayList<>();
    for (JsonNode theme : list) {
      themes.add(
          new Theme(
              theme.get("id").asString(),
              theme.get("name").asString(),
              theme.has("group") ? theme.get("group").asString() : null,
              SetOrderTest.statuses(theme.get("selectedTokenSets"))));
    }
    return themes;
  }

  private static TokenLibrary library(List<String> sets, List<Theme> themes, List<String> active) {
    return new TokenLibrary(
        sets.stream().map(name -> new TokenSet(name, List.of())).toList(),
        themes,
        active,
        Map.of());
  }
}
