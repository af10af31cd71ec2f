package sluice.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSorterTest {
  @TempDir Path folder;

  private record Row(long key, long value) {}

  /// With runs of 16 rows, four merged at a time: in memory, one run, a merge, merges of merges.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 64, 65, 100, 256, 257, 5000})
  void rows_comeInOrderOfTheirKeys(int count) throws IOException {
    long seed = System.nanoTime() % 1_000_000;
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    try (RowSorter sorter = new RowSorter(folder, count / 2, 16, 4)) {
      for (int i = 0; i < count; i++) {
        Row row = new Row(random.nextBoolean() ? random.nextLong() : random.nextInt(50), i);
        rows.add(row);
        sorter.add(row.key(), row.value());
      }

      sorter.sort();

      rows.sort(
          Comparator.comparing((Row row) -> row.key() + Long.MIN_VALUE).thenComparing(Row::value));
      List<Row> sorted = new ArrayList<>();
      while (sorter.next()) {
        sorted.add(new Row(sorter.key(), sorter.value()));
      }
      assertFalse(sorter.next());
      for (int i = 0; i < sorted.size(); i++) {
        assertEquals(rows.get(i).key(), sorted.get(i).key(), "seed " + seed + " row " + i);
      }
      sorted.sort(
          Comparator.comparing((Row row) -> row.key() + Long.MIN_VALUE).thenComparing(Row::value));
      assertEquals(rows, sorted, "seed " + seed);
    }
  }

  @Test
  void filesAreMadeOnlyForManyRows_andDisappear() throws IOException {
    try (RowSorter sorter = new RowSorter(folder, 16, 16, 4)) {
      for (int i = 0; i < 16; i++) {
        sorter.add(i, i);
      }
      sorter.sort();
      assertEquals(0, sorter.spilledBytes());
      assertEquals(0, files());
    }
    try (RowSorter sorter = new RowSorter(folder, 16, 16, 4)) {
      for (int i = 0; i < 17; i++) {
        sorter.add(i, i);
      }
      sorter.sort();
      assertEquals(17 * 16, sorter.spilledBytes());
      assertTrue(sorter.next());
    }
    assertEquals(0, files());
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
