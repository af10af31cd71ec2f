package sluice.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.token.Theme;

/// A choice of themes in words: `Dark · accent, brand1`. A theme goes by its name where only one
/// has it, else by its label.
final class ThemeWords {
  /// Fewer themes than this are named one by one, never as all but one.
  private static final int NAMED_MIN = 3;

  private final List<List<String>> names = new ArrayList<>();

  ThemeWords(List<List<Theme>> groups) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Theme> group : groups) {
      group.forEach(theme -> counts.merge(theme.name(), 1, Integer::sum));
    }
    for (List<Theme> group : groups) {
      names.add(
          group.stream()
              .map(
                  theme -> counts.getOrDefault(theme.name(), 0) == 1 ? theme.name() : theme.label())
              .toList());
    }
  }

  /// The words; none for a choice that leaves all open.
  String of(ThemeTrees.Branch branch) {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < names.size(); group++) {
      List<Integer> meant = branch.themes().get(group);
      if (!meant.isEmpty()) {
        text.append(text.isEmpty() ? "" : " · ").append(some(names.get(group), meant));
      }
    }
    return text.toString();
  }

  private static String some(List<String> all, List<Integer> meant) {
    if (meant.size() >= NAMED_MIN && meant.size() == all.size() - 1) {
      int other = 0;
      while (other < meant.size() && meant.get(other) == other) {
        other++;
      }
      return "all but " + all.get(other);
    }
    return String.join(", ", meant.stream().map(all::get).toList());
  }
}
