package sluice;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import sluice.format.DocumentPass;
import sluice.pipeline.HeapTrim;
import sluice.pipeline.MemoryUse;
import sluice.pipeline.Stages;

/// A format's functions as the pipeline's stages, with a clock on each.
///
/// @param <C> the format's chunk
final class TimedStages<C> implements Stages<C> {
  private final DocumentPass<C> pass;
  private final Runnable afterChunk;
  private final @Nullable HeapTrim heapTrim;
  private final LongAdder readNanos = new LongAdder();
  private final LongAdder workNanos = new LongAdder();
  private long writeNanos;
  private long heapPeakBytes;

  TimedStages(DocumentPass<C> pass, Runnable afterChunk, @Nullable HeapTrim heapTrim) {
    this.pass = pass;
    this.afterChunk = afterChunk;
    this.heapTrim = heapTrim;
  }

  @Override
  public C newChunk() {
    return pass.newChunk();
  }

  @Override
  public boolean read(C chunk) {
    long started = System.nanoTime();
    boolean more = pass.read(chunk);
    readNanos.add(System.nanoTime() - started);
    return more;
  }

  @Override
  public void work(C chunk) {
    long started = System.nanoTime();
    pass.work(chunk);
    workNanos.add(System.nanoTime() - started);
  }

  @Override
  public void write(C chunk) {
    long started = System.nanoTime();
    pass.write(chunk);
    writeNanos += System.nanoTime() - started;
    heapPeakBytes = Math.max(heapPeakBytes, MemoryUse.heapUsedBytes());
    if (heapTrim != null) {
      heapTrim.check();
    }
    afterChunk.run();
  }

  /// Writes what is left after the last chunk.
  void finish() {
    long started = System.nanoTime();
    pass.finish();
    writeNanos += System.nanoTime() - started;
  }

  @Override
  public int nodes(C chunk) {
    return pass.nodes(chunk);
  }

  long readNanos() {
    return readNanos.sum();
  }

  long workNanos() {
    return workNanos.sum();
  }

  long writeNanos() {
    return writeNanos;
  }

  long heapPeakBytes() {
    return heapPeakBytes;
  }
}
