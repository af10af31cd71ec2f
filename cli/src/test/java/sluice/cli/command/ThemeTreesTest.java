package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.token.Theme;

final class ThemeTreesTest {
  private static final int NOTHING = 99;
  private static final int ALL = 1_000;
  private static final int SEED = 7_000;

  private static List<List<Theme>> groups(int... sizes) {
    List<List<Theme>> groups = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      List<Theme> group = new ArrayList<>();
      for (int i = 0; i < sizes[g]; i++) {
        String name = "" + (char) ('A' + g) + i;
        group.add(new Theme(name, name, "g" + g, Map.of()));
      }
      groups.add(group);
    }
    return groups;
  }

  private static List<String> shown(List<List<Theme>> groups, int... ends) {
    ThemeTrees.Tree tree = new ThemeTrees(groups).new Tree();
    for (int end : ends) {
      tree.add(end);
    }
    ThemeWords words = new ThemeWords(groups);
    return tree.branches(NOTHING, ALL).stream()
        .map(branch -> (words.of(branch) + " " + branch.end()).strip())
        .toList();
  }

  @Test
  void whatDependsOnNoGroup_isOneBranchWithoutThemes() {
    assertEquals(List.of("5"), shown(groups(2, 2), 5, 5, 5, 5));
    assertEquals(List.of("5"), shown(groups(), 5));
  }

  @Test
  void whatDependsOnOneGroup_namesOnlyItsThemes() {
    assertEquals(List.of("A0 1", "A1 2"), shown(groups(2, 2), 1, 1, 2, 2));
    assertEquals(List.of("B0 1", "B1 2"), shown(groups(2, 2), 1, 2, 1, 2));
  }

  @Test
  void themesWithTheSameEnd_areNamedTogether() {
    assertEquals(List.of("A0, A2 1", "A1 2"), shown(groups(3), 1, 2, 1));
    assertEquals(List.of("all but A2 1", "A2 2"), shown(groups(4), 1, 1, 2, 1));
  }

  @Test
  void anotherGroup_isNamedOnlyWhereItMatters() {
    assertEquals(List.of("A0 1", "A1 · B0 2", "A1 · B1 3"), shown(groups(2, 2), 1, 1, 2, 3));
  }

  @Test
  void combinationsWithNothing_areLeftOut() {
    assertEquals(List.of("A1 4"), shown(groups(2), NOTHING, 4));
    assertEquals(List.of(), shown(groups(2), NOTHING, NOTHING));
  }

  @Test
  void sameNameInTwoGroups_isToldApartByTheGroup() {
    List<List<Theme>> groups =
        List.of(
            List.of(
                new Theme("1", "Dark", "mode", Map.of()),
                new Theme("2", "Light", "mode", Map.of())),
            List.of(
                new Theme("3", "Dark", "ink", Map.of()), new Theme("4", "Pale", "ink", Map.of())));

    assertEquals(
        List.of("mode/Dark · ink/Dark 1", "mode/Dark · Pale 2", "Light 3"),
        shown(groups, 1, 2, 3, 3));
  }

  /// Whatever the function, each combination is covered by exactly one branch, with its end.
  @Test
  void branches_areTrueAndDisjoint() {
    for (int seed = SEED; seed < SEED + 500; seed++) {
      Random random = new Random(seed);
      int[] sizes = random.ints(1 + random.nextInt(4), 1, 5).toArray();
      List<List<Integer>> combinations = List.of(List.of());
      for (int size : sizes) {
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> combination : combinations) {
          for (int i = 0; i < size; i++) {
            List<Integer> more = new ArrayList<>(combination);
            more.add(i);
            longer.add(more);
          }
        }
        combinations = longer;
      }
      ThemeTrees.Tree tree = new ThemeTrees(groups(sizes)).new Tree();
      int[] ends = random.ints(combinations.size(), 0, 1 + random.nextInt(3)).toArray();
      for (int end : ends) {
        tree.add(end);
      }

      List<ThemeTrees.Branch> branches = tree.branches(NOTHING, ALL);

      for (int i = 0; i < ends.length; i++) {
        List<Integer> combination = combinations.get(i);
        List<Integer> covering =
            branches.stream()
                .filter(branch -> covers(branch, combination))
                .map(ThemeTrees.Branch::end)
                .toList();
        assertEquals(List.of(ends[i]), covering, "seed " + seed + " " + combination);
      }
    }
  }

  @Test
  void moreBranchesThanWanted_areCut() {
    ThemeTrees.Tree tree = new ThemeTrees(groups(9)).new Tree();
    for (int i = 0; i < 9; i++) {
      tree.add(i);
    }

    assertEquals(4, tree.branches(NOTHING, 4).size());
  }

  private static boolean covers(ThemeTrees.Branch branch, List<Integer> combination) {
    for (int group = 0; group < combination.size(); group++) {
      List<Integer> meant = branch.themes().get(group);
      if (!meant.isEmpty() && !meant.contains(combination.get(group))) {
        return false;
      }
    }
    return true;
  }
}
