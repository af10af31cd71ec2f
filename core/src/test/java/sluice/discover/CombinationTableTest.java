package sluice.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CombinationTableTest {
  @Test
  void aCombinationMetAgain_isKnown_whereverItsBytesLie() {
    CombinationTable<String> table = new CombinationTable<>(10);
    byte[] bytes = "ab-ab".getBytes(StandardCharsets.US_ASCII);

    CombinationTable.Found<String> first = table.get(bytes, 0, 2, () -> "made");
    CombinationTable.Found<String> again = table.get(bytes, 3, 5, () -> "made anew");

    assertEquals(new CombinationTable.Found<>("made", false), first);
    assertEquals(new CombinationTable.Found<>("made", true), again);
  }

  @Test
  void neitherTooMany_norTooLongOnes_areKept() {
    CombinationTable<String> table = new CombinationTable<>(1);
    byte[] longOne = new byte[CombinationTable.KEY_SIZE_BYTES_MAX + 1];

    table.get(longOne, 0, longOne.length, () -> "long");
    assertEquals(0, table.size());
    table.get(longOne, 0, 1, () -> "one");
    table.get(longOne, 0, 2, () -> "two");

    assertEquals(1, table.size());
    assertEquals("two", table.get(longOne, 0, 2, () -> "two").value());
  }
}
