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
  private static final int BAR_WIDTH_MAX_COLUMNS = 24;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream talk;
  private final int widthColumns;
  private @Nullable ProgressBar bar;
  private volatile @Nullable Progress latest;

  BarProgress(Console console) {
    this.talk = console.talk();
    this.widthColumns = console.widthColumns() - 1;
  }

  @Override
  public void show(Progress progress) {
    latest = progress;
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
    started.stepTo(progress.bytesDone());
  }

  @Override
  public void showLast(Progress progress) {
    show(progress);
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
    Progress progress = latest;
    return progress == null ? "" : line(progress, width);
  }

  /// The line, with a bar as wide as what else there is to say leaves room for.
  static String line(Progress progress, int widthColumns) {
    int percent = ProgressText.percent(progress);
    String before = String.format("%-7s %3d %% ", ProgressText.phase(progress), percent);
    String after = " " + ProgressText.counts(progress);
    int room = widthColumns - before.length() - after.length() - 2;
    int barColumns = Math.min(BAR_WIDTH_MAX_COLUMNS, room);
    if (barColumns < 4) {
      String line = before + after;
      return line.length() > widthColumns ? line.substring(0, widthColumns) : line;
    }
    int done = barColumns * percent / 100;
    return before + "[" + "#".repeat(done) + ".".repeat(barColumns - done) + "]" + after;
  }
}
