package sluice.cli.command;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.TokenValues;
import sluice.cli.terminal.TextTable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.Theme;

/// Every combination of themes as one table: each token once, with each value it has and the themes
/// the value depends on. Memory is bounded by the size of the library times [#VALUES_MAX].
final class CombinationsTable {
  /// Different values shown of one token.
  static final int VALUES_MAX = 24;

  /// Rows shown of one token.
  static final int ROWS_MAX = 32;

  /// Tokens whose number is remembered, to find it without making its text again.
  private static final int REMEMBERED_MAX = 50_000;

  /// What a combination ends in where the token's set does not count.
  private static final int HIDDEN = ThemeTrees.MANY - 1;

  private record Value(String type, String text, String problem) {}

  private final boolean includeAll;
  private final ThemeTrees trees;
  private final ThemeWords words;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final IdentityHashMap<ResolvedToken, Integer> remembered = new IdentityHashMap<>();

  /// What is known of one token.
  private final class Row {
    private final ThemeTrees.Tree tree = trees.new Tree();
    private final Map<Value, Integer> values = new LinkedHashMap<>();

    int number(ResolvedToken token) {
      Integer known = remembered.get(token);
      if (known != null) {
        return known;
      }
      Value value = value(token);
      Integer number = values.get(value);
      if (number == null) {
        number = values.size() == VALUES_MAX ? ThemeTrees.MANY : values.size();
        if (number != ThemeTrees.MANY) {
          values.put(value, number);
        }
      }
      if (remembered.size() < REMEMBERED_MAX) {
        remembered.put(token, number);
      }
      return number;
    }
  }

  /// @param groups the themes to choose from, one list for each group
  CombinationsTable(List<List<Theme>> groups, boolean includeAll) {
    this.includeAll = includeAll;
    this.trees = new ThemeTrees(groups);
    this.words = new ThemeWords(groups);
  }

  /// Takes the next combination, the last group varying fastest. All have the same names.
  void add(TokenValues combination) {
    for (ResolvedToken token : combination.resolved().all()) {
      Row row = rows.computeIfAbsent(token.name(), _ -> newRow());
      boolean isShown = includeAll || combination.isListed(token);
      row.tree.add(isShown ? row.number(token) : HIDDEN);
    }
  }

  private Row newRow() {
    return new Row();
  }

  /// The table, each line with its end.
  String render(int widthColumns) {
    TextTable table = new TextTable(widthColumns, "TOKEN", "TYPE", "THEMES", "VALUE", "");
    rows.forEach((name, row) -> {
      List<Value> values = new ArrayList<>(row.values.keySet());
      String first = name;
      String type = "";
      List<ThemeTrees.Branch> branches = row.tree.branches(HIDDEN, ROWS_MAX + 1);
      for (int i = 0; i < branches.size(); i++) {
        ThemeTrees.Branch branch = branches.get(i);
        @Nullable Value value = branch.end() == ThemeTrees.MANY ? null : values.get(branch.end());
        if (i == ROWS_MAX || value == null) {
          table.row(
              first, "", i == ROWS_MAX ? "…" : words.of(branch), "… --format json has all", "");
        } else {
          table.row(
              first,
              value.type().equals(type) ? "" : value.type(),
              words.of(branch),
              value.text(),
              value.problem());
          type = value.type();
        }
        first = "";
      }
    });
    return table.render();
  }

  private static Value value(ResolvedToken token) {
    String type = token.token().type();
    Problem problem = token.problem();
    return new Value(
        type == null ? "" : type,
        ValueText.of(token.value()),
        token.failed() && problem != null ? problem.code().text() : "");
  }
}
