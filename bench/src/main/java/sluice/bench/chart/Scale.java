package sluice.bench.chart;

import java.util.ArrayList;
import java.util.List;

/// One axis: from values to places between 0 and 1, and where its ticks are.
///
/// @param from value at 0
/// @param to value at 1
/// @param logarithmic whether equal factors, not equal differences, are equally far apart
/// @param ticks values that are marked, ascending
record Scale(double from, double to, boolean logarithmic, List<Double> ticks) {
  private static final int LINEAR_TICKS = 5;
  private static final double[] STEPS = {1, 2, 5, 10};

  /// Few enough decades for marks at 2 and 5 as well.
  private static final double DECADES_WITH_STEPS = 2.6;

  Scale {
    ticks = List.copyOf(ticks);
  }

  /// A logarithmic axis that begins and ends at or beyond the values, on a mark where `whole`.
  static Scale logarithmic(double min, double max, boolean whole) {
    boolean steps = whole && Math.log10(max / min) < DECADES_WITH_STEPS;
    List<Double> marks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(min)) - 1; Math.pow(10, power) <= max; power++) {
      for (double step : steps ? new double[] {1, 2, 5} : new double[] {1}) {
        marks.add(step * Math.pow(10, power));
      }
    }
    marks.add(10 * Math.pow(10, Math.floor(Math.log10(max))));
    if (!whole) {
      marks.removeIf(mark -> mark < min * 0.999 || mark > max * 1.001);
      return new Scale(min, max, true, marks);
    }
    double from = marks.stream().filter(mark -> mark <= min).reduce((_, last) -> last).orElse(min);
    double to = marks.stream().filter(mark -> mark >= max).findFirst().orElse(max);
    marks.removeIf(mark -> mark < from || mark > to);
    return new Scale(from, to, true, marks);
  }

  /// A linear axis from 0.
  static Scale linear(double max, boolean whole) {
    double rough = max / LINEAR_TICKS;
    double unit = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = STEPS[STEPS.length - 1] * unit;
    for (double candidate : STEPS) {
      if (candidate * unit >= rough) {
        step = candidate * unit;
        break;
      }
    }
    double to = whole ? Math.ceil(max / step) * step : max;
    List<Double> marks = new ArrayList<>();
    for (int i = 0; i * step <= to * 1.0001; i++) {
      marks.add(i * step);
    }
    return new Scale(0, to, false, marks);
  }

  double place(double value) {
    return logarithmic
        ? Math.log(value / from) / Math.log(to / from)
        : (value - from) / (to - from);
  }
}
