package sluice.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RunNamesTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:59.990Z");

  @Test
  void names_ofOneMillisecond_sortAsTheyWereGiven() {
    RunNames names = new RunNames(InstantSource.fixed(TIME));
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      given.add(names.next());
    }

    assertEquals(given.stream().sorted().toList(), given);
    assertEquals("20260301-120059-", given.getFirst().substring(0, 16));
    assertEquals("20260301-120102-", given.getLast().substring(0, 16));
    assertTrue(given.stream().allMatch(name -> RunNames.FORM.matcher(name).matches()));
  }

  @Test
  void names_ofEveryMillisecond_sortByTime() {
    AtomicLong millis = new AtomicLong(TIME.toEpochMilli());
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 2_000; i++, millis.incrementAndGet()) {
      // One process for each: chance must not decide.
      given.add(new RunNames(() -> Instant.ofEpochMilli(millis.get())).next());
    }
    assertEquals(given.stream().sorted().toList(), given);
  }

  @Test
  void name_whenTheClockIsPutBack_sortsBehind() {
    AtomicLong millis = new AtomicLong(TIME.toEpochMilli());
    RunNames names = new RunNames(() -> Instant.ofEpochMilli(millis.get()));
    String before = names.next();
    millis.addAndGet(-3_600_000);

    assertTrue(names.next().compareTo(before) > 0);
  }
}
