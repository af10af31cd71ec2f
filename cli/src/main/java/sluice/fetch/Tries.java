package sluice.fetch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// How often one thing may still be asked for, with pauses that grow in between.
final class Tries {
  /// A try that brought so much, and from whose end it goes on, was worth it, and the count begins
  /// again: a large file over a bad line comes to its end.
  static final long WORTH_SIZE_BYTES = 1024 * 1024;

  /// But not more often than this.
  private static final int WORTH_MAX = 100;

  private final FetchSettings settings;
  private final FetchTeller teller;
  private final String server;
  private int failed;
  private int worth;

  Tries(FetchSettings settings, FetchTeller teller, String server) {
    this.settings = settings;
    this.teller = teller;
    this.server = server;
  }

  /// Notes a failure. Returns after a pause when there is a try left.
  ///
  /// @param code the problem when there is none
  /// @throws SluiceException with that code
  void failed(ProblemCode code, String why) throws InterruptedException {
    failed++;
    if (failed >= settings.triesMax()) {
      throw FetchProblems.gaveUp(code, server, settings.triesMax(), why);
    }
    teller.pause(pause(), why);
  }

  /// Notes how much a try has brought that is not asked for again.
  void brought(long sizeBytes) {
    if (sizeBytes >= WORTH_SIZE_BYTES && worth < WORTH_MAX) {
      worth++;
      failed = 0;
    }
  }

  /// Notes that what was brought is asked for again after all: from now on no try is worth more
  /// than another.
  void lost() {
    worth = WORTH_MAX;
  }

  /// Whether the next failure is the last.
  boolean isLast() {
    return failed + 1 >= settings.triesMax();
  }

  /// From half to the whole of what has doubled since the first one, so that many who failed at
  /// once do not all come back at once.
  private Duration pause() {
    long max = settings.pauseMax().toMillis();
    long whole = settings.firstPause().toMillis();
    for (int i = 1; i < failed && whole < max; i++) {
      whole *= 2;
    }
    whole = Math.max(1, Math.min(max, whole));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole) + 1);
  }
}
