package sluice.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import sluice.bench.process.Measurement;

/// Median and spread of some runs of one contender at one size.
///
/// @param runs those that wrote their output
record Figures(List<Measurement> runs) {
  Figures {
    runs = runs.stream().filter(Measurement::ok).toList();
  }

  boolean any() {
    return !runs.isEmpty();
  }

  double seconds() {
    return median(Measurement::wallMillis) / 1e3;
  }

  double megabytes() {
    return median(Measurement::peakResidentBytes) / 1e6;
  }

  /// `1.26 s (1.20–1.31, 5 runs)`.
  String time() {
    long[] sorted = sorted(Measurement::wallMillis);
    return runs.size() == 1
        ? seconds(seconds()) + " (1 run)"
        : "%s (%s–%s, %d runs)"
            .formatted(
                seconds(seconds()),
                bare(sorted[0] / 1e3),
                bare(sorted[sorted.length - 1] / 1e3),
                runs.size());
  }

  /// `76 MB`.
  String memory() {
    return megabytes(megabytes());
  }

  static String seconds(double value) {
    return bare(value) + " s";
  }

  static String megabytes(double value) {
    return String.format(Locale.ROOT, "%,.0f MB", value);
  }

  private static String bare(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f" : "%,.1f", seconds);
  }

  private double median(ToLongFunction<Measurement> value) {
    long[] sorted = sorted(value);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  private long[] sorted(ToLongFunction<Measurement> value) {
    long[] values = runs.stream().mapToLong(value).toArray();
    Arrays.sort(values);
    return values;
  }
}
