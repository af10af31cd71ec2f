package sluice.cli.terminal;

import java.io.PrintStream;
import sluice.Progress;

/// A line every ten seconds and one at the end, for logs.
final class PlainProgress implements ProgressView {
  /// Time between lines.
  static final long INTERVAL_NANOS = 10_000_000_000L;

  private final PrintStream talk;
  private long shownNanos;

  PlainProgress(PrintStream talk) {
    this.talk = talk;
  }

  @Override
  public void show(Progress progress, Pace pace) {
    if (progress.elapsedNanos() - shownNanos >= INTERVAL_NANOS) {
      shownNanos = progress.elapsedNanos();
      talk.println(ProgressText.line(progress, pace));
    }
  }

  @Override
  public void showLast(Progress progress, Pace pace) {
    talk.println(ProgressText.line(progress, pace));
  }

  @Override
  public void close() {
    talk.flush();
  }
}
