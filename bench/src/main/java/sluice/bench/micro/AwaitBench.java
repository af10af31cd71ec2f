package sluice.bench.micro;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What does it cost a node to go through fifteen steps that are each awaited, though none has
/// anything to wait for, instead of being called? One operation is one node; a step does next to
/// nothing, so that the waiting is what is seen.
///
/// `bench/run micro --only AwaitBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AwaitBench {
  private static final int STEPS = 15;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private long value = 1;

  /// Ends the thread.
  @TearDown
  public void end() {
    thread.shutdown();
  }

  /// Fifteen calls.
  @Benchmark
  public long called() {
    for (int i = 0; i < STEPS; i++) {
      step();
    }
    return value;
  }

  /// Fifteen futures, each begun when the one before has ended, without changing the thread.
  @Benchmark
  public long chained() {
    CompletableFuture<Void> step = CompletableFuture.completedFuture(null);
    for (int i = 0; i < STEPS; i++) {
      step = step.thenRun(this::step);
    }
    step.join();
    return value;
  }

  /// Fifteen futures, each scheduled anew as an `await` is.
  @Benchmark
  public long awaited() {
    CompletableFuture<Void> step = CompletableFuture.completedFuture(null);
    for (int i = 0; i < STEPS; i++) {
      step = step.thenRunAsync(this::step, thread);
    }
    step.join();
    return value;
  }

  private void step() {
    value = value * 31 + 7;
  }
}
