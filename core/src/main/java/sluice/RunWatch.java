package sluice;

import java.util.List;
import sluice.format.DocumentPass;
import sluice.pipeline.MemoryUse;
import sluice.pipeline.Mode;
import sluice.report.RunGraph;
import sluice.report.gather.RunSamples;

/// Looks at a run now and then, for the graph of a report.
final class RunWatch {
  private final long startedNanos;
  private final RunSamples samples = new RunSamples();

  RunWatch(long startedNanos) {
    this.startedNanos = startedNanos;
    samples.add(moment(0, 0));
  }

  /// A chunk has been written.
  void chunkWritten(DocumentPass<?> pass) {
    if (samples.isDue(System.nanoTime() - startedNanos)) {
      note(pass);
    }
  }

  /// Notes this moment.
  void note(DocumentPass<?> pass) {
    samples.add(moment(pass.counts().nodes(), pass.bytesDone()));
  }

  private RunGraph.Sample moment(long nodes, long bytes) {
    return new RunGraph.Sample(
        System.nanoTime() - startedNanos,
        nodes,
        bytes,
        MemoryUse.heapUsedBytes(),
        MemoryUse.residentBytes());
  }

  List<RunGraph.Sample> samples() {
    return samples.all();
  }

  /// Resident memory the process must stay under: what it had before the run and what the mode may
  /// hold beside that, together at most what *streaming* may hold, unless there was more before.
  long limitBytes(Mode mode) {
    long idle = samples.all().getFirst().residentBytes();
    long most = MemoryBudget.workingSetBytesMax(Mode.STREAMING);
    long held = idle + MemoryBudget.workingSetBytesMax(mode);
    return idle < most ? Math.min(held, most) : held;
  }
}
