package sluice.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.report.Box;

final class TreemapTest {
  private static final Box FRAME = new Box(10, 20, 600, 400);

  /// The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a frame of 6 by 4.
  @Test
  void thePapersExample_comesOutAsInThePaper() {
    List<Box> boxes =
        Treemap.layout(
            Stream.of(6, 6, 4, 3, 2, 2, 1).map(Integer::doubleValue).toList(), new Box(0, 0, 6, 4));

    assertEquals(new Box(0, 0, 3, 2), boxes.get(0));
    assertEquals(new Box(0, 2, 3, 2), boxes.get(1));
    assertEquals(4 / (7 / 3.0), boxes.get(2).width(), 1e-9);
    assertEquals(7 / 3.0, boxes.get(2).height(), 1e-9);
    assertEquals(3, boxes.get(2).x(), 1e-9);
  }

  @Test
  void areasAreInProportion_andNothingOverlapsOrLeavesTheFrame() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<Double> weights = random.doubles(1 + random.nextInt(40), 0.1, 1_000).boxed().toList();
      double sum = weights.stream().mapToDouble(Double::doubleValue).sum();

      List<Box> boxes = Treemap.layout(weights, FRAME);

      for (int i = 0; i < boxes.size(); i++) {
        Box box = boxes.get(i);
        assertEquals(weights.get(i) / sum * 240_000, box.width() * box.height(), 1e-3);
        assertTrue(box.x() >= 10 - 1e-6 && box.x() + box.width() <= 610 + 1e-6);
        assertTrue(box.y() >= 20 - 1e-6 && box.y() + box.height() <= 420 + 1e-6);
        for (Box other : boxes.subList(0, i)) {
          boolean apart =
              box.x() >= other.x() + other.width() - 1e-6
                  || other.x() >= box.x() + box.width() - 1e-6
                  || box.y() >= other.y() + other.height() - 1e-6
                  || other.y() >= box.y() + box.height() - 1e-6;
          assertTrue(apart, box + " and " + other);
        }
      }
    }
  }

  @Test
  void weightsOfNothing_getNoArea() {
    List<Box> boxes = Treemap.layout(List.of(5.0, 0.0, -1.0), FRAME);

    assertEquals(FRAME, boxes.getFirst());
    assertEquals(0, boxes.get(1).width() * boxes.get(1).height());
    assertEquals(0, boxes.get(2).width() * boxes.get(2).height());
    assertEquals(2, Treemap.layout(List.of(0.0, 0.0), FRAME).size());
    assertEquals(List.of(), Treemap.layout(List.of(), FRAME));
  }
}
