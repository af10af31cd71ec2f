package sluice.cli.terminal;

import java.util.Locale;
import sluice.Progress;
import sluice.pipeline.MemoryUse;

/// The words and numbers of a progress line.
final class ProgressText {
  private static final int BYTES_PER_MEGABYTE = 1_000_000;

  private ProgressText() {}

  /// How much of the document is done, 0 to 100, rounded down.
  static int percent(Progress progress) {
    if (progress.bytesTotal() <= 0) {
      return 0;
    }
    double share = (double) progress.bytesDone() / progress.bytesTotal();
    return (int) Math.min(100, Math.floor(share * 100));
  }

  /// `apply 61 % 612,004 nodes 9,870 changed 41 MB 3 problems`.
  static String line(Progress progress) {
    return String.format(
        Locale.ROOT, "%-7s %3d %%  %s", phase(progress), percent(progress), counts(progress));
  }

  /// `612,004 nodes 9,870 changed 41 MB 3 problems`.
  static String counts(Progress progress) {
    return String.format(
        Locale.ROOT,
        "%,d nodes  %,d changed%s  %,d problems",
        progress.nodes(),
        progress.nodesChanged(),
        memory(),
        progress.problems());
  }

  static String phase(Progress progress) {
    return progress.phase().name().toLowerCase(Locale.ROOT);
  }

  private static String memory() {
    long bytes = MemoryUse.residentPeakBytes();
    return bytes == 0 ? "" : "  " + bytes / BYTES_PER_MEGABYTE + " MB";
  }
}
