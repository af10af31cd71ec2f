package sluice.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

      new Pipeline<>(stages, new PipelineSettings(workers, 2 + workers, 3), new CancelToken())
          .run();

      assertEquals(expected, stages.written);
    }
  }

  @Test
  void readerWaits_soChunksInFlightStayWithinTheBound() {
    PipelineSettings settings = new PipelineSettings(2, 5, 1);
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
  void readerWaits_whenAsManyNodesAsAllowedWaitForAWorker() {
    for (int limit : new int[] {1, 3, 4}) {
      Doubling stages = new Doubling(2_000);
      Pipeline<int[]> pipeline =
          new Pipeline<>(stages, new PipelineSettings(1, 20, limit), new CancelToken());

      pipeline.run();

      assertEquals(limit, pipeline.queuedNodesPeak());
      assertEquals(2_000, stages.written.size());
    }
  }

  @Test
  void pipelineWidens_withTheNumberOfNodesRead() {
    Doubling stages = new Doubling(400);
    List<Long> asked = new ArrayList<>();

    new Pipeline<>(
            stages,
            nodes -> {
              asked.add(nodes);
              return nodes < 100
                  ? new PipelineSettings(1, 2, 1)
                  : new PipelineSettings(3, nodes < 200 ? 5 : 9, 4);
            },
            new CancelToken())
        .run();

    assertEquals(9, stages.made.get());
    assertEquals(400, stages.written.size());
    assertEquals(401, asked.size());
  }

  @Test
  void documentThatEndsEarly_neverWidens() {
    Doubling stages = new Doubling(99);

    new Pipeline<>(
            stages, nodes -> new PipelineSettings(1, nodes < 100 ? 2 : 50, 1), new CancelToken())
        .run();

    assertEquals(2, stages.made.get());
  }

  @Test
  void failureAtAnyChunkOfAnyStage_endsAllThreads() {
    for (int position = 0; position < 12; position++) {
      for (String stage : List.of("read", "work", "write")) {
        for (int workers : new int[] {1, 3}) {
          IllegalStateException planted = new IllegalStateException(stage + position);
          int failing = position;
          Doubling stages =
              new Doubling(12) {
                private void failAt(String here, boolean now) {
                  if (now && here.equals(stage)) {
                    throw planted;
                  }
                }

                @Override
                public boolean read(int[] chunk) {
                  failAt("read", next == failing);
                  return super.read(chunk);
                }

                @Override
                public void work(int[] chunk) {
                  failAt("work", chunk[0] == failing);
                  super.work(chunk);
                }

                @Override
                public void write(int[] chunk) {
                  failAt("write", chunk[0] == 2 * failing);
                  super.write(chunk);
                }
              };

          RuntimeException thrown =
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      new Pipeline<>(
                              stages,
                              nodes -> new PipelineSettings(workers, nodes < 3 ? 2 : 6, 2),
                              new CancelToken())
                          .run());

          assertSame(planted, thrown);
          assertNoThreadIsLeft();
        }
      }
    }
  }

  private static void assertNoThreadIsLeft() {
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("sluice-")));
  }

  @Test
  void cancelOfAStalledStage_endsTheRunAtOnce() throws Exception {
    for (String stage : List.of("read", "work", "write")) {
      CancelToken cancel = new CancelToken();
      CountDownLatch stalled = new CountDownLatch(1);
      Doubling stages =
          new Doubling(100) {
            private void stallIn(String here) {
              if (here.equals(stage)) {
                stalled.countDown();
                LockSupport.park(this);
                if (!Thread.currentThread().isInterrupted()) {
                  stallIn(here);
                }
                throw new IllegalStateException("what a stage makes of being interrupted");
              }
            }

            @Override
            public boolean read(int[] chunk) {
              stallIn("read");
              return super.read(chunk);
            }

            @Override
            public void work(int[] chunk) {
              stallIn("work");
              super.work(chunk);
            }

            @Override
            public void write(int[] chunk) {
              stallIn("write");
              super.write(chunk);
            }
          };
      BackgroundTask<Boolean> run =
          BackgroundTask.start(
              "test-run",
              () -> {
                new Pipeline<>(stages, new PipelineSettings(2, 6, 2), cancel).run();
                return true;
              });
      stalled.await();

      cancel.cancel();

      SluiceException thrown = assertThrows(SluiceException.class, run::await);
      assertEquals(ProblemCode.CANCELLED, thrown.problem().code());
      assertNoThreadIsLeft();
    }
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
              () -> new Pipeline<>(stages, new PipelineSettings(2, 6, 2), new CancelToken()).run());

      assertSame(planted, thrown);
    }
    assertNoThreadIsLeft();
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
            () -> new Pipeline<>(stages, new PipelineSettings(2, 6, 2), cancel).run());

    assertEquals(ProblemCode.CANCELLED, thrown.problem().code());
    assertEquals(10, stages.written.size());
  }
}
