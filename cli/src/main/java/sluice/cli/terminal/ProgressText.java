package sluice.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.Progress;
import sluice.pipeline.MemoryUse;

/// The words and numbers of a progress line.
final class ProgressText {
  private static final int BYTES_PER_MEGABYTE = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private ProgressText() {}

  /// `apply 61 % 612,004 of about 1,003,000 nodes 3 s left 125 MB/s, 118,000 nodes/s …`.
  static String line(Progress progress, Pace pace) {
    return head(progress, pace) + " " + String.join("  ", parts(progress, pace));
  }

  /// `apply 61 % `.
  static String head(Progress progress, Pace pace) {
    return String.format(Locale.ROOT, "%-7s %3d %% ", phase(progress), pace.percent());
  }

  /// What else there is to say, the most important first.
  static List<String> parts(Progress progress, Pace pace) {
    List<String> parts = new ArrayList<>();
    parts.add(nodes(progress));
    if (pace.leftNanos() >= 0 && pace.percent() < 100) {
      parts.add(time(pace.leftNanos()) + " left");
    }
    parts.add(String.format(Locale.ROOT, "%,d changed", progress.nodesChanged()));
    parts.add(String.format(Locale.ROOT, "%,d problems", progress.problems()));
    if (pace.bytesPerSecond() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d MB/s, %,d nodes/s",
              pace.bytesPerSecond() / BYTES_PER_MEGABYTE,
              pace.nodesPerSecond()));
    }
    if (progress.bytesTotal() >= BYTES_PER_MEGABYTE) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d MB read",
              progress.bytesDone() / BYTES_PER_MEGABYTE,
              progress.bytesTotal() / BYTES_PER_MEGABYTE));
    }
    String memory = memory();
    if (!memory.isEmpty()) {
      parts.add(memory);
    }
    return parts;
  }

  private static String nodes(Progress progress) {
    long total = progress.nodesTotal();
    if (total <= progress.nodes()) {
      return String.format(Locale.ROOT, "%,d nodes", progress.nodes());
    }
    if (progress.nodesTotalKnown()) {
      return String.format(Locale.ROOT, "%,d of %,d nodes", progress.nodes(), total);
    }
    long rounding = total < 10_000 ? 100 : 1_000;
    long rounded = Math.max(1, Math.round((double) total / rounding)) * rounding;
    return String.format(Locale.ROOT, "%,d of about %,d nodes", progress.nodes(), rounded);
  }

  private static String time(long nanos) {
    long seconds = Math.ceilDiv(nanos, NANOS_PER_SECOND);
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%,d min %d s", seconds / 60, seconds % 60);
  }

  static String phase(Progress progress) {
    return progress.phase().name().toLowerCase(Locale.ROOT);
  }

  private static String memory() {
    long bytes = MemoryUse.residentPeakBytes();
    return bytes == 0 ? "" : bytes / BYTES_PER_MEGABYTE + " MB";
  }
}
