package sluice.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Look-ups under way and the answers so far. Each question is asked once, however many want to
/// know, by a virtual thread of its own; at most [Settings#inFlightMax] are under way, and who
/// would begin one more waits. One without an answer in time is tried again after a pause and then
/// counts as [Answer.Unknown]: it ends neither the run nor the other look-ups. Safe for use by
/// several threads.
///
/// When [Settings#answersMax] answers are known, further ones are not kept, and asked for again.
///
/// @param <K> what is asked about
/// @param <V> the answer
public final class LookUps<K, V> implements AutoCloseable {
  /// How long [#close] waits for look-ups to notice that they are over.
  private static final Duration CLOSE_WAIT = Duration.ofMillis(200);

  private final LookUp<K, V> lookUp;
  private final Settings settings;
  private final Semaphore room;
  private final ConcurrentHashMap<K, FutureTask<Answer<V>>> answers = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger inFlightPeak = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean closed;

  /// What a question came to.
  ///
  /// @param <V> the answer
  public sealed interface Answer<V> {
    /// There is an answer.
    record Known<V>(V value) implements Answer<V> {}

    /// There is none, after all tries.
    ///
    /// @param reason what the last try ended with
    record Unknown<V>(String reason) implements Answer<V> {}
  }

  /// The limits.
  ///
  /// @param inFlightMax look-ups under way at once
  /// @param answersMax answers kept
  /// @param triesMax how often one question is asked before its answer counts as unknown
  /// @param tryTime what one try may take
  /// @param firstPause time before the second try; doubles with each further one
  public record Settings(
      int inFlightMax, int answersMax, int triesMax, Duration tryTime, Duration firstPause) {
    /// 30 at once, 10,000 answers, three tries of five seconds, pauses of 0.2 and 0.4 s.
    public static final Settings DEFAULT =
        new Settings(30, 10_000, 3, Duration.ofSeconds(5), Duration.ofMillis(200));

    public Settings {
      if (inFlightMax < 1 || answersMax < 0 || triesMax < 1) {
        throw new IllegalArgumentException("a limit is too small");
      }
    }

    /// The same with another number of look-ups under way.
    public Settings withInFlightMax(int count) {
      return new Settings(count, answersMax, triesMax, tryTime, firstPause);
    }
  }

  /// No answers yet.
  public LookUps(LookUp<K, V> lookUp, Settings settings) {
    this.lookUp = lookUp;
    this.settings = settings;
    this.room = new Semaphore(settings.inFlightMax());
  }

  /// Has all these questions answered at the same time, as far as there is room, and waits.
  ///
  /// @throws InterruptedException when the calling thread was interrupted
  public void askAll(Collection<K> keys) throws InterruptedException {
    List<FutureTask<Answer<V>>> begun = new ArrayList<>(keys.size());
    for (K key : keys) {
      begun.add(begin(key));
    }
    for (FutureTask<Answer<V>> question : begun) {
      await(question);
    }
  }

  /// The answer to one question, from those known or after waiting for it.
  ///
  /// @throws InterruptedException when the calling thread was interrupted
  public Answer<V> answer(K key) throws InterruptedException {
    return await(begin(key));
  }

  /// Most look-ups that were under way at once.
  public int inFlightPeak() {
    return inFlightPeak.get();
  }

  /// Questions asked.
  public long askedCount() {
    return asked.get();
  }

  /// Questions without an answer after all tries.
  public long failedCount() {
    return failed.get();
  }

  /// Ends all look-ups under way; their answers are unknown. Later questions are not asked.
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    boolean interrupted = Thread.interrupted();
    long until = System.nanoTime() + CLOSE_WAIT.toNanos();
    for (Thread thread : threads) {
      try {
        if (!thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private FutureTask<Answer<V>> begin(K key) throws InterruptedException {
    FutureTask<Answer<V>> known = answers.get(key);
    if (known != null) {
      return known;
    }
    room.acquire();
    FutureTask<Answer<V>> mine = new FutureTask<>(() -> question(key));
    FutureTask<Answer<V>> other = answers.putIfAbsent(key, mine);
    if (other != null) {
      room.release();
      return other;
    }
    asked.incrementAndGet();
    inFlightPeak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    start(() -> {
      try {
        mine.run();
      } finally {
        if (kept.incrementAndGet() > settings.answersMax()) {
          kept.decrementAndGet();
          answers.remove(key);
        }
        inFlight.decrementAndGet();
        room.release();
      }
    });
    return mine;
  }

  private Thread start(Runnable work) {
    Thread thread =
        Thread.ofVirtual()
            .name("sluice-look-up")
            .unstarted(() -> {
              try {
                work.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.add(thread);
    thread.start();
    if (closed) {
      thread.interrupt();
    }
    return thread;
  }

  private Answer<V> await(FutureTask<Answer<V>> begun) throws InterruptedException {
    try {
      return begun.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a look-up failed in a way it should not", e.getCause());
    }
  }

  /// All tries of one question. Whatever the look-up throws is no answer.
  private Answer<V> question(K key) {
    Duration pause = settings.firstPause();
    String reason = "the run was over";
    for (int tries = 1; tries <= settings.triesMax() && !closed; tries++) {
      FutureTask<V> attempt = new FutureTask<>(() -> lookUp.ask(key));
      Thread thread = start(attempt);
      try {
        return new Answer.Known<>(attempt.get(settings.tryTime().toNanos(), TimeUnit.NANOSECONDS));
      } catch (TimeoutException e) {
        reason = "no answer in %,d ms".formatted(settings.tryTime().toMillis());
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        String message = cause == null ? null : cause.getMessage();
        reason = message == null ? String.valueOf(cause) : message;
      } catch (InterruptedException e) {
        break;
      } finally {
        thread.interrupt();
      }
      if (tries < settings.triesMax()) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException e) {
          break;
        }
        pause = pause.multipliedBy(2);
      }
    }
    failed.incrementAndGet();
    return new Answer.Unknown<>(reason);
  }
}
