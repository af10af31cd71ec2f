package sluice.cli.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.Theme;

/// How things depend on the choice of themes, as decision trees: a level for each group, a branch
/// for each theme, and no level where all branches are the same. Equal parts of all trees are held
/// once.
///
/// A tree ends in numbers of the caller's, from 0.
final class ThemeTrees {
  /// Different parts held for all trees together; beyond it a part ends in [#MANY].
  static final int PARTS_MAX = 250_000;

  /// An end that stands for several.
  static final int MANY = Integer.MAX_VALUE;

  /// A choice of themes and what it ends in.
  ///
  /// @param themes for each group the indices of the themes meant; empty where it may be any
  record Branch(List<List<Integer>> themes, int end) {}

  private record Part(int group, List<Integer> branches) {}

  private final int[] groupSizes;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Part, Integer> numbers = new HashMap<>();

  /// @param groups the themes to choose from, one list for each group
  ThemeTrees(List<List<Theme>> groups) {
    groupSizes = groups.stream().mapToInt(List::size).toArray();
  }

  /// One tree. It takes the end of each combination in turn, the last group varying fastest.
  final class Tree {
    private final List<List<Integer>> open = new ArrayList<>();
    private int root = MANY;

    Tree() {
      for (int size : groupSizes) {
        open.add(new ArrayList<>(size));
      }
    }

    /// Takes what the next combination ends in.
    void add(int end) {
      int part = end;
      for (int group = groupSizes.length - 1; group >= 0; group--) {
        List<Integer> branches = open.get(group);
        branches.add(part);
        if (branches.size() < groupSizes[group]) {
          return;
        }
        part = joined(group, branches);
        branches.clear();
      }
      root = part;
    }

    /// The branches of a tree that has taken all combinations, without those that end in a certain
    /// number.
    ///
    /// @param max how many at most
    List<Branch> branches(int without, int max) {
      List<Branch> found = new ArrayList<>();
      List<List<Integer>> any = Collections.nCopies(groupSizes.length, List.of());
      collect(root, new ArrayList<>(any), without, max, found);
      return found;
    }
  }

  /// The number of a part: an end itself, or below zero.
  private int joined(int group, List<Integer> branches) {
    int first = branches.getFirst();
    if (branches.stream().allMatch(branch -> branch == first)) {
      return first;
    }
    Part part = new Part(group, List.copyOf(branches));
    Integer known = numbers.get(part);
    if (known != null) {
      return known;
    }
    if (parts.size() == PARTS_MAX) {
      return MANY;
    }
    parts.add(part);
    numbers.put(part, -parts.size());
    return -parts.size();
  }

  private void collect(
      int root, List<List<Integer>> themes, int without, int max, List<Branch> found) {
    if (root >= 0) {
      if (root != without && found.size() < max) {
        found.add(new Branch(List.copyOf(themes), root));
      }
      return;
    }
    Part part = parts.get(-root - 1);
    Map<Integer, List<Integer>> byEnd = new LinkedHashMap<>();
    for (int theme = 0; theme < part.branches().size(); theme++) {
      byEnd.computeIfAbsent(part.branches().get(theme), _ -> new ArrayList<>()).add(theme);
    }
    byEnd.forEach((end, alike) -> {
      List<List<Integer>> narrower = new ArrayList<>(themes);
      narrower.set(part.group(), alike);
      collect(end, narrower, without, max, found);
    });
  }
}
