package sluice.oracle;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import sluice.ApplyRequest;
import sluice.pipeline.Mode;

/// How wide a run is and what it remembers, at random: nothing of it may show in a result.
///
/// @param mode null for the one that the number of nodes chooses
public record RandomSetup(
    @Nullable Mode mode,
    int workers,
    int chunkSize,
    int queueLimit,
    boolean remembers,
    boolean trims) {

  /// Any setup.
  public static RandomSetup of(Random random) {
    int wanted = random.nextInt(Mode.values().length + 1);
    return new RandomSetup(
        wanted == Mode.values().length ? null : Mode.values()[wanted],
        1 + random.nextInt(8),
        size(random),
        size(random),
        random.nextBoolean(),
        random.nextInt(4) == 0);
  }

  private static int size(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1;
      case 1 -> 1 + random.nextInt(10);
      case 2 -> 1 + random.nextInt(1_000);
      default -> ApplyRequest.LIMIT_NODES_MAX;
    };
  }

  /// A run set up so.
  public ApplyRequest on(ApplyRequest request) {
    if (mode != null) {
      request.mode(mode);
    }
    return request
        .workers(workers)
        .chunkSize(chunkSize)
        .queueLimit(queueLimit)
        .rememberCombinations(remembers)
        .trimHeap(trims);
  }
}
