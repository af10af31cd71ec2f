package sluice.pipeline;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Runs chunks through read, work and write at the same time, in order, with a fixed number of
/// chunks.
///
/// The reader waits when no chunk is free or the queue is full; the writer waits for the oldest
/// chunk. The calling thread writes. The pipeline starts as wide as its settings for no nodes say
/// and grows with the number of nodes read; it never gets narrower. When any stage fails, the
/// others are interrupted and the first failure is thrown, and so it is when the run is cancelled.
/// No thread outlives [#run].
///
/// @param <C> the chunk
public final class Pipeline<C> {
  private final Stages<C> stages;
  private final LongFunction<PipelineSettings> width;
  private final CancelToken cancel;
  private final WaitingChunks<Slot<C>> waiting;
  // Both hold chunks that exist, so the number of those bounds them.
  private final BlockingQueue<Slot<C>> free = new LinkedBlockingQueue<>();
  private final BlockingQueue<Slot<C>> inOrder = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private PipelineSettings settings;
  private int slotCount;
  private int workerCount;
  private volatile boolean finished;
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

  /// A pipeline of one width that has not started.
  public Pipeline(Stages<C> stages, PipelineSettings settings, CancelToken cancel) {
    this(stages, _ -> settings, cancel);
  }

  /// A pipeline that has not started.
  ///
  /// @param width how wide it is once so many nodes have been read, asked after each chunk
  public Pipeline(Stages<C> stages, LongFunction<PipelineSettings> width, CancelToken cancel) {
    this.stages = stages;
    this.width = width;
    this.cancel = cancel;
    this.settings = width.apply(0);
    this.waiting = new WaitingChunks<>(settings.queueLimitNodes());
  }

  /// Runs until the last chunk is written.
  ///
  /// @throws RuntimeException whatever a stage threw first
  public void run() {
    Thread writer = Thread.currentThread();
    threads.add(writer);
    try (CancelToken.Watch _ = cancel.watch(this::interruptAll)) {
      widen(settings);
      start("sluice-read", this::readAll);
      guarded(this::writeAll);
      finished = true;
    } finally {
      stop(threads.stream().filter(thread -> thread != writer).toList());
    }
    Throwable cause = failure.get();
    if (cause == null) {
      return;
    }
    // The interrupt that told this thread of another's failure has done its work.
    Thread.interrupted();
    // Whatever a stage made of being interrupted.
    cancel.check();
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
    return waiting.nodesPeak();
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
        interruptAll();
      }
    }
  }

  private void interruptAll() {
    for (Thread thread : threads) {
      if (thread != Thread.currentThread()) {
        thread.interrupt();
      }
    }
  }

  private void start(String name, Step step) {
    Thread thread = new Thread(() -> guarded(step), name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    // Who was told to stop before this one began could not tell it.
    if (failure.get() != null) {
      thread.interrupt();
    }
  }

  /// Makes chunks and starts workers until there are as many as the settings say. Called before the
  /// reader starts, then only by the reader.
  private void widen(PipelineSettings wider) {
    settings = wider;
    waiting.limit(wider.queueLimitNodes());
    while (slotCount < wider.chunksInFlightMax()) {
      slotCount++;
      free.add(new Slot<>(stages.newChunk()));
    }
    while (workerCount < wider.workerCount()) {
      start("sluice-work-" + workerCount, this::workAll);
      workerCount++;
    }
  }

  private void readAll() throws InterruptedException {
    long nodesRead = 0;
    boolean more = true;
    while (more) {
      Slot<C> slot = free.take();
      cancel.check();
      more = stages.read(slot.chunk);
      slot.last = !more;
      int nodes = stages.nodes(slot.chunk);
      inOrder.put(slot);
      waiting.put(slot, nodes);
      nodesRead += nodes;
      PipelineSettings wider = width.apply(nodesRead);
      if (more && !wider.equals(settings)) {
        widen(wider);
      }
    }
  }

  private void workAll() throws InterruptedException {
    while (true) {
      Slot<C> slot = waiting.take();
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
