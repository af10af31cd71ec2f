package sluice.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Theme;

/// Every way to choose one theme of each group, the last group varying fastest; themes without a
/// group are alternatives to each other.
public final class ThemeCombinations {
  /// More combinations than this are a mistake, not a wish.
  public static final int COMBINATIONS_MAX = 10_000;

  private ThemeCombinations() {}

  /// The combinations, groups in order of their first theme. One empty combination when there are
  /// no themes.
  ///
  /// @throws SluiceException `limit-exceeded` when there are more than `COMBINATIONS_MAX`
  public static List<List<Theme>> of(List<Theme> themes) {
    return ofGroups(groups(themes, List.of()));
  }

  /// The themes to choose from: one list for each group, in order of its first theme.
  ///
  /// @param pinned names as for [ThemeSelection#choose]; the group of each has no other theme
  /// @throws SluiceException `theme-unknown`; `option-invalid` for an ambiguous name or two themes
  ///   of one group
  public static List<List<Theme>> groups(List<Theme> themes, List<String> pinned) {
    Map<String, List<Theme>> groups = new LinkedHashMap<>();
    for (Theme theme : themes) {
      groups.computeIfAbsent(ThemeLookup.groupKey(theme), _ -> new ArrayList<>()).add(theme);
    }
    for (Theme theme : ThemeLookup.find(themes, pinned)) {
      groups.put(ThemeLookup.groupKey(theme), List.of(theme));
    }
    return List.copyOf(groups.values());
  }

  /// Every way to choose one theme of each list, the last list varying fastest.
  ///
  /// @throws SluiceException `limit-exceeded` when there are more than `COMBINATIONS_MAX`
  public static List<List<Theme>> ofGroups(List<List<Theme>> groups) {
    List<List<Theme>> combinations = List.of(List.of());
    for (List<Theme> group : groups) {
      if ((long) combinations.size() * group.size() > COMBINATIONS_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "there are too many combinations of themes")
                .because(
                    "%,d groups of themes give more than %,d"
                        .formatted(groups.size(), COMBINATIONS_MAX))
                .advising(
                    "name a theme of some groups too, such as --theme '*' --theme Mode/Dark"));
      }
      List<List<Theme>> longer = new ArrayList<>(combinations.size() * group.size());
      for (List<Theme> combination : combinations) {
        for (Theme theme : group) {
          List<Theme> more = new ArrayList<>(combination);
          more.add(theme);
          longer.add(List.copyOf(more));
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
