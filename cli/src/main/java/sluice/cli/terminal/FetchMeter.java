package sluice.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.fetch.FetchProgress;

/// Shows how far a fetch is, in the same four ways as a run. Used by the thread that fetches, so a
/// line stands still while no byte comes.
public final class FetchMeter implements AutoCloseable {
  private static final long BAR_INTERVAL_NANOS = 200_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final String ERASE_LINE = "\r\u001b[K";

  /// Shorter waits are not worth a line of their own.
  private static final long WAIT_WORTH_MILLIS = 3_000;

  private final ProgressMode mode;
  private final PrintStream talk;
  private final int widthColumns;
  private @Nullable FetchProgress latest;
  private long shownNanos;
  private boolean waits;
  private boolean lineIsOpen;

  /// @param mode how; [ProgressMode#AUTO] is a line that rewrites itself on a terminal, and lines
  ///   elsewhere
  public FetchMeter(ProgressMode mode, Console console) {
    this.mode =
        mode == ProgressMode.AUTO
            ? console.talksToTerminal() ? ProgressMode.BAR : ProgressMode.PLAIN
            : mode;
    this.talk = console.talk();
    this.widthColumns = console.widthColumns() - 1;
    // A plain line is only worth its place when there has been something to wait for.
    this.shownNanos = this.mode == ProgressMode.PLAIN ? 0 : -intervalNanos();
  }

  /// Takes in a state.
  public void update(FetchProgress progress) {
    latest = progress;
    if (mode == ProgressMode.NONE) {
      return;
    }
    boolean beginsToWait = !waits && progress.leftMillis() >= WAIT_WORTH_MILLIS;
    waits = progress.state() == FetchProgress.State.WAIT && (waits || beginsToWait);
    if (beginsToWait || progress.elapsedNanos() - shownNanos >= intervalNanos()) {
      show(progress);
    }
  }

  private long intervalNanos() {
    return switch (mode) {
      case AUTO, BAR -> BAR_INTERVAL_NANOS;
      case PLAIN -> PlainProgress.INTERVAL_NANOS;
      case JSON -> JsonProgress.INTERVAL_NANOS;
      case NONE -> 0;
    };
  }

  private void show(FetchProgress progress) {
    shownNanos = progress.elapsedNanos();
    switch (mode) {
      case AUTO, BAR -> {
        String line = line(progress);
        talk.print(
            ERASE_LINE + Printable.line(line.substring(0, Math.min(line.length(), widthColumns))));
        lineIsOpen = true;
      }
      case PLAIN -> talk.println(Printable.line(line(progress)));
      case JSON -> talk.println(json(progress));
      case NONE -> {
        return;
      }
    }
    talk.flush();
  }

  /// Shows the last state.
  public void finish() {
    FetchProgress last = latest;
    if (last != null) {
      show(last);
    }
  }

  @Override
  public void close() {
    if (lineIsOpen) {
      lineIsOpen = false;
      talk.println();
      talk.flush();
    }
  }

  /// `fetch 61 % 7.5 of 12.3 MB page 3 of 17 35 s to wait: …`.
  static String line(FetchProgress progress) {
    List<String> parts = new ArrayList<>();
    long total = progress.bytesTotal();
    if (total > 0 && progress.partsTotal() == 0) {
      parts.add(
          String.format(Locale.ROOT, "%3d %%", Math.min(100, 100 * progress.bytes() / total)));
      parts.add(
          String.format(
              Locale.ROOT,
              "%,.1f of %,.1f MB",
              progress.bytes() / BYTES_PER_MEGABYTE,
              total / BYTES_PER_MEGABYTE));
    } else {
      parts.add(String.format(Locale.ROOT, "%,.1f MB", progress.bytes() / BYTES_PER_MEGABYTE));
    }
    if (progress.partsTotal() > 0) {
      parts.add(
          String.format(Locale.ROOT, "%,d of %,d pages", progress.parts(), progress.partsTotal()));
    }
    if (progress.state() == FetchProgress.State.WAIT) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d s to wait: %s",
              Math.ceilDiv(progress.leftMillis(), 1_000),
              progress.why()));
    }
    return "fetch   " + String.join("  ", parts);
  }

  private static String json(FetchProgress progress) {
    return String.format(
        Locale.ROOT,
        "{\"phase\":\"fetch\",\"state\":\"%s\",\"bytes\":%d,\"bytesTotal\":%s,\"pages\":%d,"
            + "\"pagesTotal\":%d,\"leftMillis\":%d,\"why\":\"%s\",\"elapsedMillis\":%d}",
        progress.state().name().toLowerCase(Locale.ROOT),
        progress.bytes(),
        progress.bytesTotal() < 0 ? "null" : Long.toString(progress.bytesTotal()),
        progress.parts(),
        progress.partsTotal(),
        progress.leftMillis(),
        Printable.line(progress.why()).replace("\\", "\\\\").replace("\"", "\\\""),
        progress.elapsedNanos() / NANOS_PER_MILLI);
  }
}
