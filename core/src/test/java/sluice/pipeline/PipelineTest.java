package sluice.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

@Timeout(30)
class PipelineTest {
  /// Numbers doubled by workers that take their time in random ways.
  private static class Doubling implements Stages<int[]> {
    final int count;
    final List<Integer> written = new ArrayList<>();
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger inFlightPeak = new AtomicInteger();
    final AtomicInteger made = new AtomicInteger();
    int next;

    Doubling(int count) {
      this.count = count;
    }

    @Override
    public int[] newChunk() {
      made.incrementAndGet();
      return new int[1];
    }

    @Override
    public boolean read(int[] chunk) {
      inFlightPeak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      chunk[0] = next++;
      return next < count;
    }

    @Override
    public void work(int[] chunk) {
      long until = System.nanoTime() + new Random(chunk[0]).nextInt(20_000);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      chunk[0] *= 2;
    }

    @Override
    public void write(int[] chunk) {
      written.add(chunk[0]);
      inFlight.decrementAndGet();
    }

    @Override
    public int nodes(int[] chunk) {
      return 1;
    }
  }

  @Test
  void chunksComeOutInOrder_forAnyNumberOfWorkers() {
    List<Integer> expected = IntStream.range(0, 2_000).map(i -> 2 * i).boxed().toList();
    for (int workers : new int[] {1, 2, 7}) {
      Doubling stages = new Doubling(2_000);

      new Pipeline<>(stages, new PipelineSettings(workers, 3), new CancelToken()).run();

      assertEquals(expected, stages.written);
    }
  }

  @Test
  void readerWaits_soChunksInFlightStayWithinTheBound() {
    PipelineSettings settings = new PipelineSettings(2, 1);
    Doubling stages =
        new Doubling(500) {
          @Override
          public void write(int[] chunk) {
            long until = System.nanoTime() + 50_000;
            while (System.nanoTime() < until) {
              Thread.onSpinWait();
            }
            super.write(chunk);
          }
        };

    new Pipeline<>(stages, settings, new CancelToken()).run();

    assertEquals(settings.chunksInFlightMax(), stages.made.get());
    assertTrue(stages.inFlightPeak.get() <= settings.chunksInFlightMax());
  }

  @Test
  void failureOfAnyStage_endsTheOthers_andIsThrownItself() {
    for (String stage : List.of("read", "work", "write")) {
      IllegalArgumentException planted = new IllegalArgumentException(stage);
      Doubling stages =
          new Doubling(1_000_000) {
            @Override
            public boolean read(int[] chunk) {
              failAt("read", chunk[0] >= 200);
              return super.read(chunk);
            }

            @Override
            public void work(int[] chunk) {
              failAt("work", chunk[0] == 100);
              super.work(chunk);
            }

            @Override
            public void write(int[] chunk) {
              failAt("write", chunk[0] == 200);
              super.write(chunk);
            }

            private void failAt(String here, boolean now) {
              if (now && here.equals(stage)) {
                throw planted;
              }
            }
          };

      RuntimeException thrown =
          assertThrows(
              IllegalArgumentException.class,
              () -> new Pipeline<>(stages, new PipelineSettings(2, 2), new CancelToken()).run());

      assertSame(planted, thrown);
    }
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("sluice-")));
  }

  @Test
  void cancel_endsTheRunAtTheNextChunk() {
    CancelToken cancel = new CancelToken();
    Doubling stages =
        new Doubling(Integer.MAX_VALUE) {
          @Override
          public void write(int[] chunk) {
            super.write(chunk);
            if (written.size() == 10) {
              cancel.cancel();
            }
          }
        };

    SluiceException thrown =
        assertThrows(
            SluiceException.class,
            () -> new Pipeline<>(stages, new PipelineSettings(2, 2), cancel).run());

    assertEquals(ProblemCode.CANCELLED, thrown.problem().code());
    assertEquals(10, stages.written.size());
  }
}
