package sluice.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedSplicesTest {
  @TempDir Path folder;

  private record Splice(int offset, int deleted, String text) {}

  @Test
  void withoutSplices_everyByteComesOut() throws IOException {
    assertEquals("0123456789", run("0123456789", _ -> {}));
  }

  @Test
  void splices_replaceInsertAndRemove() throws IOException {
    String out =
        run(
            "0123456789",
            splices -> {
              SpliceBatch batch = new SpliceBatch();
              add(batch, 0, 1, "a");
              add(batch, 4, 0, "bb");
              add(batch, 9, 1, "");
              splices.add(batch, 0, batch.count());
            });

    assertEquals("a123bb45678", out);
  }

  @Test
  void aSlotsSplices_comeBeforeThoseThatArrivedEarlier() throws IOException {
    String out =
        run(
            "0123456789",
            splices -> {
              SpliceBatch batch = new SpliceBatch();
              add(batch, 5, 1, "X");
              add(batch, 1, 1, "H");
              add(batch, 8, 1, "T");
              splices.openSlot();
              splices.add(batch, 0, 1);
              splices.closeSlot(batch, 1, 2);
              splices.add(batch, 2, 3);
            });

    assertEquals("0H234X67T9", out);
  }

  /// Random trees of slots, small and large enough to spill, against splicing a string.
  @Test
  void nestedSlots_giveWhatSortingGives() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      int size = round % 20 == 19 ? 3_000_000 : 2_000;
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < size; i++) {
        text.append((char) ('a' + i % 26));
      }
      List<Splice> all = new ArrayList<>();
      String out = run(text.toString(), splices -> tree(splices, random, 0, size, 0, all));

      StringBuilder expected = new StringBuilder(text);
      all.sort(Comparator.comparingInt(Splice::offset).reversed());
      for (Splice splice : all) {
        expected.replace(splice.offset(), splice.offset() + splice.deleted(), splice.text());
      }
      assertTrue(expected.toString().equals(out), "seed " + seed + " round " + round);
    }
  }

  /// A node from `from` to `to`: head splices in its first tenth, children, tail splices at the
  /// end.
  private static void tree(
      OrderedSplices splices, Random random, int from, int to, int depth, List<Splice> all)
      throws IOException {
    int tenth = (to - from) / 10;
    if (tenth < 10) {
      return;
    }
    boolean slot = random.nextBoolean();
    if (slot) {
      splices.openSlot();
    }
    int step = (to - from - 2 * tenth) / 4;
    for (int child = 0; child < 4; child++) {
      int start = from + tenth + child * step;
      tree(splices, random, start, start + step, depth + 1, all);
    }
    SpliceBatch batch = new SpliceBatch();
    int heads = 0;
    if (slot && random.nextInt(3) > 0) {
      heads = 1 + random.nextInt(2);
      for (int i = 0; i < heads; i++) {
        note(batch, all, from + i * tenth / 2, random.nextInt(3), random);
      }
    }
    int tails = random.nextInt(3);
    for (int i = 0; i < tails; i++) {
      note(batch, all, to - tenth + i * tenth / 3, random.nextInt(3), random);
    }
    if (slot) {
      splices.closeSlot(batch, 0, heads);
    }
    splices.add(batch, heads, heads + tails);
  }

  private static void note(
      SpliceBatch batch, List<Splice> all, int offset, int deleted, Random random) {
    String text = "X".repeat(random.nextInt(40));
    add(batch, offset, deleted, text);
    all.add(new Splice(offset, deleted, text));
  }

  private interface Body {
    void run(OrderedSplices splices) throws IOException;
  }

  private String run(String input, Body body) throws IOException {
    Path source = folder.resolve("in");
    Path target = folder.resolve("out");
    Files.writeString(source, input);
    Files.deleteIfExists(target);
    try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OrderedSplices splices = new OrderedSplices(new SplicedCopy(in, out), folder)) {
      body.run(splices);
      splices.finish();
    }
    return Files.readString(target, StandardCharsets.US_ASCII);
  }

  private static void add(SpliceBatch batch, int offset, int deleted, String text) {
    batch.add(offset, deleted, text.getBytes(StandardCharsets.US_ASCII));
  }
}
