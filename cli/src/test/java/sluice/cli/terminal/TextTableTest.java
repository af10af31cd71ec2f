package sluice.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void columns_areAsWideAsTheirWidestCell() {
    TextTable table = new TextTable(80, "A", "LONG").row("value", "x").row("b", "");

    assertEquals("A      LONG\nvalue  x\nb\n", table.render());
  }

  @Test
  void tableTooWide_cutsTheWidestColumn() {
    TextTable table = new TextTable(16, "A", "B").row("short", "a very long cell");

    assertEquals("A      B\nshort  a very l…\n", table.render());
  }

  @Test
  void controlCharacters_cannotReachTheTerminal() {
    TextTable table = new TextTable(80, "A").row("a\u001b[31mb\nc");

    assertEquals("A\na\uFFFD[31mb c\n", table.render());
  }

  @Test
  void rowOfAnotherWidth_isABug() {
    TextTable table = new TextTable(80, "A");

    assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
  }
}
