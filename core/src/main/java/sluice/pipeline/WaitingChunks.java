package sluice.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/// The queue between the reader and the workers, bounded by nodes: who would exceed the limit waits
/// until workers have taken enough. Safe for use by several threads.
///
/// One chunk larger than the limit may wait when nothing else does; the reader makes none.
///
/// @param <T> what waits
final class WaitingChunks<T> {
  private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
  private int limitNodes;
  private int nodes;
  private int nodesPeak;

  private record Waiting<T>(T chunk, int nodes) {}

  WaitingChunks(int limitNodes) {
    this.limitNodes = limitNodes;
  }

  synchronized void limit(int newLimitNodes) {
    limitNodes = newLimitNodes;
    notifyAll();
  }

  synchronized void put(T chunk, int chunkNodes) throws InterruptedException {
    while (!waiting.isEmpty() && nodes + chunkNodes > limitNodes) {
      wait();
    }
    waiting.add(new Waiting<>(chunk, chunkNodes));
    nodes += chunkNodes;
    nodesPeak = Math.max(nodesPeak, nodes);
    notifyAll();
  }

  synchronized T take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    Waiting<T> first = waiting.remove();
    nodes -= first.nodes();
    notifyAll();
    return first.chunk();
  }

  /// Most nodes that waited at once.
  synchronized int nodesPeak() {
    return nodesPeak;
  }
}
