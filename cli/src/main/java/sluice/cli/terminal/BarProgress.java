package sluice.cli.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import sluice.Progress;

/// One line that rewrites itself, on a terminal.
///
/// The bar library decides when to draw; what it draws is ours, so that its own look-up of the
/// terminal, which loads native code, never runs.
final class BarProgress implements ProgressView {
  private static final int UPDATE_INTERVAL_MILLIS = 200;
  private static final int BAR_WIDTH_MIN_COLUMNS = 10;
  private static final int BAR_WIDTH_MAX_COLUMNS = 24;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream talk;
  private final int widthColumns;
  private @Nullable ProgressBar bar;
  private volatile @Nullable State latest;

  private record State(Progress progress, Pace pace) {}

  BarProgress(Console console) {
    this.talk = console.talk();
    this.widthColumns = console.widthColumns() - 1;
  }

  @Override
  public void show(Progress progress, Pace pace) {
    latest = new State(progress, pace);
    ProgressBar started = bar;
    if (started == null) {
      started =
          new ProgressBarBuilder()
              .setTaskName("apply")
              .setInitialMax(progress.bytesTotal())
              .setUpdateIntervalMillis(UPDATE_INTERVAL_MILLIS)
              .setRenderer((_, width) -> line(width))
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, widthColumns))
              .build();
      bar = started;
    }
    // Each phase has a total of its own, and one may grow.
    started.maxHint(progress.bytesTotal());
    started.stepTo(progress.bytesDone());
  }

  @Override
  public void showLast(Progress progress, Pace pace) {
    show(progress, pace);
  }

  @Override
  public void close() {
    ProgressBar started = bar;
    if (started != null) {
      started.close();
      talk.println();
      talk.flush();
    }
  }

  private void draw(String line) {
    talk.print(ERASE_LINE + line);
    talk.flush();
  }

  private String line(int width) {
    State state = latest;
    return state == null ? "" : line(state.progress(), state.pace(), width);
  }

  /// The line: a bar, and beside it as much of what there is to say as has room.
  static String line(Progress progress, Pace pace, int widthColumns) {
    String head = ProgressText.head(progress, pace);
    StringBuilder tail = new StringBuilder();
    for (String part : ProgressText.parts(progress, pace)) {
      int room = widthColumns - head.length() - tail.length() - part.length() - 2;
      if (room < BAR_WIDTH_MIN_COLUMNS + 2) {
        break;
      }
      tail.append("  ").append(part);
    }
    int room = widthColumns - head.length() - tail.length() - 2;
    int barColumns = Math.min(BAR_WIDTH_MAX_COLUMNS, room);
    if (barColumns < 1) {
      return head.length() > widthColumns ? head.substring(0, widthColumns) : head;
    }
    int done = barColumns * pace.percent() / 100;
    return head + "[" + "#".repeat(done) + ".".repeat(barColumns - done) + "]" + tail;
  }
}
