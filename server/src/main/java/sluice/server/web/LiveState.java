package sluice.server.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the page shows, as one JSON text, and who waits for it to change.
///
/// Changes come often and are put together: a reader is told at most four times a second.
final class LiveState {
  /// Pages that are open at the same time; each holds a thread.
  static final int READERS_MAX = 8;

  private static final long PAUSE_MILLIS = 250;
  private static final long SILENCE_MILLIS = 15_000;

  private final Supplier<String> json;
  private long version;
  private int readers;
  private boolean closed;

  LiveState(Supplier<String> json) {
    this.json = json;
  }

  /// The state now.
  String json() {
    return json.get();
  }

  /// It has changed.
  synchronized void changed() {
    version++;
    notifyAll();
  }

  /// Nobody is told any more.
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /// Whether one more page may be open.
  synchronized boolean enter() {
    if (readers >= READERS_MAX) {
      return false;
    }
    readers++;
    return true;
  }

  synchronized void leave() {
    readers--;
  }

  Reader reader() {
    return new Reader();
  }

  /// One page. For one thread.
  final class Reader {
    private long seen = -1;

    /// The state once it has changed, or null when it has not for a while.
    ///
    /// @throws InterruptedException also when the server ends
    @Nullable String next() throws InterruptedException {
      if (seen >= 0) {
        Thread.sleep(PAUSE_MILLIS);
      }
      if (!await()) {
        return null;
      }
      return json();
    }

    private boolean await() throws InterruptedException {
      synchronized (LiveState.this) {
        long until = System.nanoTime() + SILENCE_MILLIS * 1_000_000;
        while (version == seen && !closed) {
          long left = (until - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            return false;
          }
          LiveState.this.wait(left);
        }
        if (closed) {
          throw new InterruptedException("the server ends");
        }
        seen = version;
        return true;
      }
    }
  }
}
