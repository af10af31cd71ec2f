package sluice.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs chunks through read, work and write at the same time, in order, with a fixed number of
/// chunks.
///
/// The reader waits when no chunk is free or the queue is full; the writer waits for the oldest
/// chunk. The calling thread writes. When any stage fails, the others stop at their next chunk and
/// the first failure is thrown. No thread outlives [#run].
///
/// @param <C> the chunk
public final class Pipeline<C> {
  private final Stages<C> stages;
  private final PipelineSettings settings;
  private final CancelToken cancel;
  private final BlockingQueue<Slot<C>> free;
  private final BlockingQueue<Slot<C>> waiting;
  private final BlockingQueue<Slot<C>> inOrder;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final AtomicInteger queuedNodes = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean finished;
  private int queuedNodesPeak;
  private long chunkCount;

  /// One chunk on its way, and whether its work is done.
  private static final class Slot<C> {
    final C chunk;
    final Semaphore done = new Semaphore(0);
    boolean last;

    Slot(C chunk) {
      this.chunk = chunk;
    }
  }

  /// A pipeline that has not started.
  public Pipeline(Stages<C> stages, PipelineSettings settings, CancelToken cancel) {
    this.stages = stages;
    this.settings = settings;
    this.cancel = cancel;
    int chunks = settings.chunksInFlightMax();
    free = new ArrayBlockingQueue<>(chunks);
    waiting = new ArrayBlockingQueue<>(settings.queuedChunksMax());
    inOrder = new ArrayBlockingQueue<>(chunks);
    for (int i = 0; i < chunks; i++) {
      free.add(new Slot<>(stages.newChunk()));
    }
  }

  /// Runs until the last chunk is written.
  ///
  /// @throws RuntimeException whatever a stage threw first
  public void run() {
    threads.add(Thread.currentThread());
    threads.add(new Thread(() -> guarded(this::readAll), "sluice-read"));
    for (int i = 0; i < settings.workerCount(); i++) {
      threads.add(new Thread(() -> guarded(this::workAll), "sluice-work-" + i));
    }
    List<Thread> started = threads.subList(1, threads.size());
    try {
      for (Thread thread : started) {
        thread.setDaemon(true);
        thread.start();
      }
      guarded(this::writeAll);
      finished = true;
    } finally {
      stop(started);
    }
    Throwable cause = failure.get();
    if (cause == null) {
      return;
    }
    // The interrupt that told this thread of another's failure has done its work.
    Thread.interrupted();
    switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case InterruptedException _ -> {
        Thread.currentThread().interrupt();
        cancel.cancel();
        cancel.check();
      }
      default -> throw new IllegalStateException("a stage failed", cause);
    }
  }

  /// Most nodes that waited for a worker at once.
  public int queuedNodesPeak() {
    return queuedNodesPeak;
  }

  /// Chunks written.
  public long chunkCount() {
    return chunkCount;
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private void guarded(Step step) {
    try {
      step.run();
    } catch (Throwable e) {
      // Once all is written, workers that still wait are woken only so that they end.
      if (!finished && failure.compareAndSet(null, e)) {
        for (Thread thread : threads) {
          if (thread != Thread.currentThread()) {
            thread.interrupt();
          }
        }
      }
    }
  }

  private void readAll() throws InterruptedException {
    boolean more = true;
    while (more) {
      Slot<C> slot = free.take();
      cancel.check();
      more = stages.read(slot.chunk);
      slot.last = !more;
      int nodes = stages.nodes(slot.chunk);
      inOrder.put(slot);
      waiting.put(slot);
      queuedNodesPeak = Math.max(queuedNodesPeak, queuedNodes.addAndGet(nodes));
    }
  }

  private void workAll() throws InterruptedException {
    while (true) {
      Slot<C> slot = waiting.take();
      queuedNodes.addAndGet(-stages.nodes(slot.chunk));
      cancel.check();
      stages.work(slot.chunk);
      boolean last = slot.last;
      slot.done.release();
      if (last) {
        return;
      }
    }
  }

  private void writeAll() throws InterruptedException {
    boolean last = false;
    while (!last) {
      Slot<C> slot = inOrder.take();
      slot.done.acquire();
      cancel.check();
      stages.write(slot.chunk);
      chunkCount++;
      last = slot.last;
      free.put(slot);
    }
  }

  /// Ends threads that still wait: workers for a chunk that will not come, or everyone after a
  /// failure.
  private static void stop(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
