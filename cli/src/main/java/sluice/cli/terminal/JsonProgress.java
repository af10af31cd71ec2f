package sluice.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import sluice.Progress;

/// One JSON object for each line, at most ten a second and one at the end, for programs.
final class JsonProgress implements ProgressView {
  /// Time between lines of one phase.
  static final long INTERVAL_NANOS = 100_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final PrintStream talk;
  private long shownNanos = -INTERVAL_NANOS;

  JsonProgress(PrintStream talk) {
    this.talk = talk;
  }

  @Override
  public void show(Progress progress, Pace pace) {
    if (progress.elapsedNanos() - shownNanos >= INTERVAL_NANOS) {
      shownNanos = progress.elapsedNanos();
      write(progress, pace);
    }
  }

  @Override
  public void showLast(Progress progress, Pace pace) {
    write(progress, pace);
  }

  private void write(Progress progress, Pace pace) {
    talk.println(
        String.format(
            Locale.ROOT,
            "{\"phase\":\"%s\",\"percent\":%d,\"bytesDone\":%d,\"bytesTotal\":%d,\"nodes\":%d,"
                + "\"nodesTotal\":%d,\"nodesTotalKnown\":%b,\"nodesChanged\":%d,\"changes\":%d,"
                + "\"problems\":%d,\"elapsedMillis\":%d,\"bytesPerSecond\":%d,"
                + "\"nodesPerSecond\":%d,\"leftMillis\":%s}",
            ProgressText.phase(progress),
            pace.percent(),
            progress.bytesDone(),
            progress.bytesTotal(),
            progress.nodes(),
            progress.nodesTotal(),
            progress.nodesTotalKnown(),
            progress.nodesChanged(),
            progress.changes(),
            progress.problems(),
            progress.elapsedNanos() / NANOS_PER_MILLI,
            pace.bytesPerSecond(),
            pace.nodesPerSecond(),
            pace.leftNanos() < 0 ? "null" : Long.toString(pace.leftNanos() / NANOS_PER_MILLI)));
  }

  @Override
  public void close() {
    talk.flush();
  }
}
