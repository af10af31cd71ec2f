package sluice.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is on its way to the plugin.
final class OutboxTest {
  private final List<Long> sent = new ArrayList<>();

  private static List<Patch> patches(int from, int to) {
    List<Patch> patches = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      patches.add(new Patch(i, ""));
    }
    return patches;
  }

  private void take(Patch patch) {
    sent.add(patch.number());
  }

  @Test
  void twoAreUnanswered_whateverWaits() {
    Outbox outbox = new Outbox(patches(1, 5));
    outbox.attach(this::take);
    assertEquals(List.of(1L, 2L), sent);
    assertTrue(outbox.answered(2, () -> {}));
    assertEquals(List.of(1L, 2L, 3L), sent);
    assertTrue(outbox.answered(1, () -> {}));
    assertEquals(List.of(1L, 2L, 3L, 4L), sent);
  }

  @Test
  void answersToWhatWasNotSent_orWasAnswered_doNotCount() {
    Outbox outbox = new Outbox(patches(1, 3));
    outbox.attach(this::take);
    List<String> noted = new ArrayList<>();
    assertFalse(outbox.answered(3, () -> noted.add("3")));
    assertTrue(outbox.answered(1, () -> noted.add("1")));
    assertFalse(outbox.answered(1, () -> noted.add("1 again")));
    assertEquals(List.of("1"), noted);
  }

  @Test
  void anotherPlugin_isSentWhatTheFirstDidNotAnswer() {
    Outbox outbox = new Outbox(patches(1, 3));
    outbox.attach(this::take);
    assertTrue(outbox.answered(1, () -> {}));
    outbox.detach();
    sent.clear();
    outbox.attach(this::take);
    assertEquals(List.of(2L, 3L), sent);
  }

  @Test
  void whoPutsTooMuch_waits_andAllGoesInOrder() throws Exception {
    Outbox outbox = new Outbox(List.of());
    Thread maker =
        new Thread(
            () -> {
              try {
                for (Patch patch : patches(1, 50)) {
                  outbox.put(patch);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    maker.start();
    maker.join(200);
    assertTrue(maker.isAlive());
    outbox.attach(this::take);
    for (long number = 1; number <= 50; number++) {
      while (!outbox.answered(number, () -> {})) {
        Thread.onSpinWait();
      }
    }
    maker.join();
    outbox.awaitEmpty();
    assertEquals(50, sent.size());
    assertEquals(sent.stream().sorted().toList(), sent);
  }
}
