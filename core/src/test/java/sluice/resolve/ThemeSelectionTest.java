package sluice.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Tokens Studio, themes and sets; its facts are in [ThemeVectors].
final class ThemeSelectionTest {
  private static final Theme LIGHT = theme("1", "Light", "mode", Map.of("light", "ENABLED"));
  private static final Theme DARK = theme("2", "Dark", "mode", Map.of("dark", "ENABLED"));
  private static final Theme BRAND_DARK = theme("3", "Dark", "brand", Map.of("core", "SOURCE"));
  private static final Theme SOLO = theme("4", "Solo", null, Map.of("core", "ENABLED"));

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

  static TokenLibrary library(List<String> sets, List<Theme> themes, List<String> active) {
    return new TokenLibrary(
        sets.stream().map(name -> new TokenSet(name, List.of())).toList(),
        themes,
        active,
        Map.of());
  }
}
