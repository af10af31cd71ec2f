package sluice.testkit.generate;

/// A small random source that can be put back to any node's own seed, so that what a node looks
/// like never depends on when it is written. SplitMix64.
final class Seeded {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Seeded(long seed) {
    state = mix(seed);
  }

  /// Starts again for one item of one kind.
  void reset(long seed, long stream, long item) {
    state = mix(mix(seed + GOLDEN * stream) + GOLDEN * item);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// From 0, below 1.
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /// From 0, below `bound`.
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /// From `min` to `max`, both possible.
  int between(int min, int max) {
    return min + below(max - min + 1);
  }

  boolean chance(double share) {
    return unit() < share;
  }

  /// One of `items`, each as likely.
  String oneOf(String[] items) {
    return items[below(items.length)];
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
