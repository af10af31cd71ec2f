package sluice.bench.report;

import java.util.ArrayList;
import java.util.List;

/// A table in Markdown. The first column is text, the others are numbers.
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... head) {
    row(head);
    StringBuilder rule = new StringBuilder("|---|");
    rule.repeat("---:|", head.length - 1);
    lines.add(rule.toString());
  }

  void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  void row(List<String> cells) {
    row(cells.toArray(String[]::new));
  }

  String markdown() {
    return String.join("\n", lines) + "\n";
  }
}
