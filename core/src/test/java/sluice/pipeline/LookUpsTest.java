package sluice.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.pipeline.LookUps.Answer;

@Timeout(30)
final class LookUpsTest {
  private static final LookUps.Settings QUICK =
      new LookUps.Settings(30, 10_000, 3, Duration.ofMillis(100), Duration.ofMillis(1));

  private static List<Integer> keys(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void thirtyAreInFlight_andNeverMore() throws Exception {
    CountDownLatch thirty = new CountDownLatch(30);
    try (LookUps<Integer, Integer> lookUps =
        new LookUps<>(
            key -> {
              thirty.countDown();
              thirty.await();
              return 2 * key;
            },
            LookUps.Settings.DEFAULT)) {
      lookUps.askAll(keys(100));

      assertEquals(30, lookUps.inFlightPeak());
      for (int key : keys(100)) {
        assertEquals(new Answer.Known<>(2 * key), lookUps.answer(key));
      }
      assertEquals(100, lookUps.askedCount());
    }
  }

  @Test
  void eachQuestionIsAskedOnce_howeverManyWantToKnow() throws Exception {
    ConcurrentHashMap<Integer, AtomicInteger> asked = new ConcurrentHashMap<>();
    try (LookUps<Integer, Integer> lookUps =
        new LookUps<>(
            key -> {
              asked.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
              return key;
            },
            QUICK)) {
      List<BackgroundTask<Boolean>> askers =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  BackgroundTask.start(
                      "asker-" + i,
                      () -> {
                        lookUps.askAll(keys(200));
                        return true;
                      }))
              .toList();
      for (BackgroundTask<Boolean> asker : askers) {
        asker.await();
      }
    }

    assertEquals(200, asked.size());
    assertTrue(asked.values().stream().allMatch(count -> count.get() == 1));
  }

  @Test
  void failureIsTriedAgain_andThenUnknown_withoutHarmToOthers() throws Exception {
    for (int failing = 0; failing < 10; failing++) {
      int bad = failing;
      AtomicInteger tries = new AtomicInteger();
      try (LookUps<Integer, Integer> lookUps =
          new LookUps<>(
              key -> {
                if (key == bad) {
                  tries.incrementAndGet();
                  if (bad % 2 == 0) {
                    throw new IOException("gone");
                  }
                  throw new IllegalStateException("gone");
                }
                return key;
              },
              QUICK)) {
        lookUps.askAll(keys(10));

        for (int key : keys(10)) {
          assertEquals(
              key == bad ? new Answer.Unknown<>("gone") : new Answer.Known<>(key),
              lookUps.answer(key));
        }
        assertEquals(3, tries.get());
        assertEquals(1, lookUps.failedCount());
      }
    }
  }

  @Test
  void secondTry_canSucceed() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (LookUps<String, Integer> lookUps =
        new LookUps<>(
            _ -> {
              if (tries.incrementAndGet() == 1) {
                throw new IOException("busy");
              }
              return 7;
            },
            QUICK)) {
      assertEquals(new Answer.Known<>(7), lookUps.answer("a"));
      assertEquals(0, lookUps.failedCount());
    }
  }

  @Test
  void lookUpThatHangs_isUnknownAfterItsTime() throws Exception {
    try (LookUps<Integer, Integer> lookUps =
        new LookUps<>(
            key -> {
              if (key == 3) {
                new CountDownLatch(1).await();
              }
              return key;
            },
            QUICK)) {
      lookUps.askAll(keys(100));

      assertEquals(new Answer.Unknown<>("no answer in 100 ms"), lookUps.answer(3));
      assertEquals(new Answer.Known<>(99), lookUps.answer(99));
    }
  }

  @Test
  void answersBeyondTheBound_areAskedForAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (LookUps<Integer, Integer> lookUps =
        new LookUps<>(
            key -> {
              asked.incrementAndGet();
              return key;
            },
            new LookUps.Settings(1, 2, 1, Duration.ofSeconds(5), Duration.ZERO))) {
      for (int round = 0; round < 2; round++) {
        for (int key : keys(4)) {
          assertEquals(new Answer.Known<>(key), lookUps.answer(key));
        }
      }
    }

    assertTrue(asked.get() >= 6, asked + " asked");
  }

  @Test
  void close_endsEverybody() throws Exception {
    CountDownLatch begun = new CountDownLatch(3);
    LookUps<Integer, Integer> lookUps =
        new LookUps<>(
            _ -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return 0;
            },
            LookUps.Settings.DEFAULT);
    BackgroundTask<Answer<Integer>> asker =
        BackgroundTask.start(
            "asker",
            () -> {
              lookUps.askAll(keys(3));
              return lookUps.answer(1);
            });
    begun.await();

    long started = System.nanoTime();
    lookUps.close();

    assertInstanceOf(Answer.Unknown.class, asker.await());
    assertTrue(System.nanoTime() - started < 1_000_000_000L);
  }
}
