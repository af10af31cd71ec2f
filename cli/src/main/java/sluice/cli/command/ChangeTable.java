package sluice.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sluice.cli.terminal.TextTable;

/// The first changes of a change set as a table: node, property, token, before, after.
final class ChangeTable {
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
    } catch (SmallJson.MalformedException e) {
      throw new IllegalStateException("the change set is not JSON", e);
    }
    return changes.render();
  }

  private void add(String line) throws SmallJson.MalformedException {
    if (!(SmallJson.read(line) instanceof Map<?, ?> node)
        || !(node.get("changes") instanceof List<?> list)) {
      throw new IllegalStateException("no line of a change set: " + line);
    }
    String path = String.valueOf(node.get("path"));
    for (Object item : list) {
      changes++;
      if (rows < rowsMax && item instanceof Map<?, ?> change) {
        rows++;
        table.row(
            path,
            String.valueOf(change.get("property")),
            String.valueOf(change.get("token")),
            ValueLook.of(change, "before"),
            ValueLook.of(change, "after"));
        path = "";
      }
    }
  }

  private String render() {
    long left = changes - rows;
    return table.render() + (left == 0 ? "" : "… and %,d more%n".formatted(left));
  }
}
