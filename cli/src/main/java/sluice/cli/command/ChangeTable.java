package sluice.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import sluice.cli.terminal.TextTable;
import sluice.finding.report.ValueLook;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// The first changes of a change set as a table: node, property, token, before, after. Every node's
/// name stands once.
final class ChangeTable {
  /// Fields that Figma keeps for old readers, next to `fills`; they change whenever it does.
  private static final Set<String> MIRRORS = Set.of("background", "backgroundColor");

  private static final String PATH_SEPARATOR = " / ";

  private final TextTable table;
  private final int rowsMax;
  private int rows;
  private long changes;

  private ChangeTable(int widthColumns, int rowsMax) {
    this.table = new TextTable(widthColumns, "NODE", "PROPERTY", "TOKEN", "BEFORE", "AFTER");
    this.rowsMax = rowsMax;
  }

  /// The table of a change set, and how many changes it leaves out.
  static String of(Path changeSet, int widthColumns, int rowsMax) {
    ChangeTable changes = new ChangeTable(widthColumns, rowsMax);
    try (BufferedReader lines = Files.newBufferedReader(changeSet)) {
      String line = lines.readLine();
      while (line != null) {
        changes.add(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changes.render();
  }

  private void add(String line) {
    if (!(JsonTree.read(line) instanceof JsonValue.Obj node)
        || !(node.member("changes") instanceof JsonValue.Arr(List<JsonValue> list))) {
      throw new IllegalStateException("no line of a change set: " + line);
    }
    String name = shortPath(text(node, "path"));
    for (JsonValue item : list) {
      if (!(item instanceof JsonValue.Obj change) || MIRRORS.contains(text(change, "property"))) {
        continue;
      }
      changes++;
      if (rows < rowsMax) {
        rows++;
        table.row(
            name,
            text(change, "property"),
            text(change, "token"),
            ValueLook.of(change.member("before")),
            ValueLook.of(change.member("after")));
        name = "";
      }
    }
  }

  private static String text(JsonValue.Obj object, String key) {
    return object.member(key) instanceof JsonValue.Str(String text) ? text : "";
  }

  /// The node and what it is in: the last two names of a path.
  private static String shortPath(String path) {
    int last = path.lastIndexOf(PATH_SEPARATOR);
    int before = last < 0 ? -1 : path.lastIndexOf(PATH_SEPARATOR, last - 1);
    return before < 0 ? path : path.substring(before + PATH_SEPARATOR.length());
  }

  private String render() {
    long left = changes - rows;
    return table.render() + (left == 0 ? "" : "… and %,d more%n".formatted(left));
  }
}
