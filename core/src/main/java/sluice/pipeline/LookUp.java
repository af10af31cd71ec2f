package sluice.pipeline;

import java.io.IOException;

/// A question that somebody else answers and that may take its time, such as which styles a family
/// of fonts has. Must be safe for use by several threads, and must end soon when its thread is
/// interrupted, which happens when the time is over or the run is cancelled.
///
/// @param <K> what is asked about; has `equals`
/// @param <V> the answer
@FunctionalInterface
public interface LookUp<K, V> {
  /// Asks, and waits for the answer.
  ///
  /// @throws IOException when there is no answer this time; it is tried again
  /// @throws InterruptedException when the thread was interrupted
  V ask(K key) throws IOException, InterruptedException;
}
