package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import sluice.report.RunGraph;

/// How the run went, for its template.
///
/// @param mode how wide the pipeline was, and why
/// @param memory the chart of memory
/// @param memoryWords the same in a sentence
/// @param rate the chart of nodes per second, no markup where there are too few moments for one
/// @param rateWords the same in a sentence
/// @param stages where the time went
/// @param total how long it took
record RunView(
    String mode,
    Markup memory,
    String memoryWords,
    Markup rate,
    String rateWords,
    List<Stage> stages,
    String total) {

  /// Moments that make a line worth looking at.
  private static final int RATES_MIN = 5;

  /// One stage.
  ///
  /// @param bar its share of the longest time, drawn
  record Stage(String name, String time, Markup bar) {}

  static RunView of(RunGraph run) {
    List<RunGraph.Sample> samples = run.samples();
    long end = samples.isEmpty() ? 0 : samples.getLast().nanos();
    List<Series.Point> rates = Series.nodesPerSecond(samples);
    String rateWords =
        rates.isEmpty()
            ? "The run was over before its rate could be measured."
            : "At most "
                + Figures.decimal(Series.peak(rates), 0)
                + " nodes per second between two moments.";
    return new RunView(
        Shown.sentence(run.mode()),
        memory(run, end),
        memoryWords(run),
        rates.size() < RATES_MIN ? Markup.NONE : rate(rates, end, rateWords),
        rateWords,
        stages(run.times()),
        Figures.seconds(run.times().totalNanos()));
  }

  private static Markup memory(RunGraph run, long end) {
    if (run.samples().size() < 2) {
      return Markup.NONE;
    }
    List<Series.Point> heap = Series.of(run.samples(), RunGraph.Sample::heapBytes);
    List<Series.Point> resident =
        Series.of(run.samples(), RunGraph.Sample::residentBytes).stream()
            .filter(point -> point.value() > 0)
            .toList();
    double limit = (double) run.limitBytes();
    double most = Math.max(Math.max(Series.peak(heap), Series.peak(resident)), limit);
    LineChart chart =
        new LineChart(
            "Memory over time. " + memoryWords(run), most, end, Figures::megabytesOfDouble);
    if (run.limitBytes() > 0) {
      chart.limit(limit, "limit " + Figures.megabytes(run.limitBytes()));
    }
    chart.line(heap, "heap in use", "second", 1);
    if (!resident.isEmpty()) {
      chart.line(resident, "resident memory", "first", 0);
    }
    return chart.done();
  }

  private static String memoryWords(RunGraph run) {
    StringBuilder words = new StringBuilder();
    if (run.residentPeakBytes() > 0) {
      words.append(Figures.megabytes(run.residentPeakBytes())).append(" at most");
      if (run.limitBytes() > 0) {
        words
            .append(run.residentPeakBytes() <= run.limitBytes() ? ", under" : ", over")
            .append(" the limit of ")
            .append(Figures.megabytes(run.limitBytes()));
      }
      words.append(". ");
    } else {
      words.append("This system does not tell how much memory a program has. ");
    }
    long heap = run.samples().stream().mapToLong(RunGraph.Sample::heapBytes).max().orElse(0);
    return words
        .append("Heap in use: ")
        .append(Figures.megabytes(heap))
        .append(" at most.")
        .toString();
  }

  private static Markup rate(List<Series.Point> rates, long end, String words) {
    LineChart chart =
        new LineChart(
            "Nodes per second over time. " + words,
            Series.peak(rates),
            end,
            value -> Figures.decimal(value, 0));
    chart.line(rates, "nodes per second", "first", 0);
    return chart.done();
  }

  private static List<Stage> stages(RunGraph.Times times) {
    long longest =
        Math.max(
            times.totalNanos(),
            Math.max(
                Math.max(times.resolveNanos(), times.discoverNanos()),
                Math.max(times.applyNanos(), times.writeNanos())));
    List<Stage> stages = new ArrayList<>();
    stages.add(stage("resolve", times.resolveNanos(), longest));
    stages.add(stage("discover", times.discoverNanos(), longest));
    stages.add(stage("apply", times.applyNanos(), longest));
    stages.add(stage("write", times.writeNanos(), longest));
    stages.add(stage("total", times.totalNanos(), longest));
    return stages;
  }

  private static Stage stage(String name, long nanos, long longest) {
    double share = longest <= 0 ? 0 : (double) nanos / longest;
    return new Stage(name, Figures.seconds(nanos), Bars.share(share));
  }
}
