package sluice.oracle;

import java.util.stream.LongStream;

/// Which cases a test with random input runs, and how one of them is run again.
///
/// @param test the test class
/// @param cases how many cases the test runs when nothing is said
public record Replay(Class<?> test, int cases) {
  private static final String SEED = "differential.seed";
  private static final int SEEDS = 1_000_000_000;

  /// The number of cases: that of a system property, or another.
  public static Replay of(Class<?> test, String property, int otherwise) {
    return new Replay(test, Integer.getInteger(property, otherwise));
  }

  /// The seeds: new ones each time, or the one that is asked for.
  public LongStream seeds() {
    Long one = Long.getLong(SEED);
    long first = System.nanoTime() % SEEDS;
    return one == null ? LongStream.range(first, first + cases) : LongStream.of(one);
  }

  /// How a case is run again.
  public String command(long seed) {
    return "seed %d; again: mvn -B verify -pl core -am -Dtest=%s -D%s=%d -Dsurefire.failIfNoSpecifiedTests=false"
        .formatted(seed, test.getSimpleName(), SEED, seed);
  }
}
