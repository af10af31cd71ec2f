package sluice.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// An aligned table of text that fits a terminal: where it would be too wide, the widest columns
/// are cut and end with `…`.
public final class TextTable {
  private static final int GAP_COLUMNS = 2;
  private static final int COLUMN_MIN = 4;

  private final int widthColumns;
  private final int columnCount;
  private final List<String[]> rows = new ArrayList<>();

  /// A table with one row, its headings.
  public TextTable(int widthColumns, String... headings) {
    this.widthColumns = widthColumns;
    this.columnCount = headings.length;
    rows.add(headings.clone());
  }

  /// Adds a row.
  ///
  /// @throws IllegalArgumentException when it has not one cell for each heading
  public TextTable row(String... cells) {
    if (cells.length != columnCount) {
      throw new IllegalArgumentException("a row has " + columnCount + " cells: " + cells.length);
    }
    String[] clean = new String[columnCount];
    for (int i = 0; i < columnCount; i++) {
      clean[i] = Printable.line(cells[i]);
    }
    rows.add(clean);
    return this;
  }

  /// The table, each line with its end.
  public String render() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      int start = text.length();
      for (int i = 0; i < columnCount; i++) {
        String cell = cut(row[i], widths[i]);
        text.append(cell).repeat(' ', widths[i] - columns(cell) + GAP_COLUMNS);
      }
      int end = text.length();
      while (end > start && text.charAt(end - 1) == ' ') {
        end--;
      }
      text.setLength(end);
      text.append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[columnCount];
    int total = GAP_COLUMNS * (columnCount - 1);
    for (int i = 0; i < columnCount; i++) {
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], columns(row[i]));
      }
      total += widths[i];
    }
    while (total > widthColumns) {
      int widest = 0;
      for (int i = 1; i < columnCount; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= COLUMN_MIN) {
        break;
      }
      widths[widest]--;
      total--;
    }
    return widths;
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text, int width) {
    if (columns(text) <= width) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }
}
