package sluice.fetch;

import java.time.Duration;
import java.util.function.Consumer;

/// Keeps the numbers of a fetch and tells them. Used by the thread that fetches.
final class FetchTeller {
  /// While it waits, it tells so this often.
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Consumer<FetchProgress> listener;
  private final long startedNanos = System.nanoTime();
  private long bytes;
  private long bytesTotal = FetchProgress.UNKNOWN;
  private long parts;
  private long partsTotal;

  FetchTeller(Consumer<FetchProgress> listener) {
    this.listener = listener;
  }

  /// A request goes out.
  void asking() {
    bytesTotal = FetchProgress.UNKNOWN;
    tell(FetchProgress.State.ASK, 0, "");
  }

  /// An answer begins.
  ///
  /// @param size its size in bytes, negative when not said
  void answering(long size) {
    bytesTotal = size < 0 ? FetchProgress.UNKNOWN : bytes + size;
  }

  /// Bytes came.
  void received(int count) {
    bytes += count;
    tell(FetchProgress.State.RECEIVE, 0, "");
  }

  /// The file is read in that many pages.
  void parts(long done, long total) {
    parts = done;
    partsTotal = total;
    tell(FetchProgress.State.RECEIVE, 0, "");
  }

  /// Waits, and tells how long still.
  void pause(Duration time, String why) throws InterruptedException {
    long endNanos = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = endNanos - System.nanoTime()) {
      Duration still = Duration.ofNanos(left);
      tell(FetchProgress.State.WAIT, Math.max(1, still.toMillis()), why);
      Thread.sleep(still.compareTo(TICK) < 0 ? still : TICK);
    }
  }

  /// Bytes received so far.
  long bytes() {
    return bytes;
  }

  private void tell(FetchProgress.State state, long leftMillis, String why) {
    listener.accept(
        new FetchProgress(
            state,
            bytes,
            bytesTotal,
            parts,
            partsTotal,
            leftMillis,
            why,
            System.nanoTime() - startedNanos));
  }
}
