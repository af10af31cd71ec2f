package sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import sluice.bench.architecture.Architecture;
import sluice.bench.chart.LineChart;
import sluice.bench.process.ArchitectureBench;
import sluice.bench.process.ScalingBench;
import sluice.bench.process.Timeline;

/// The charts of a folder of results.
final class Charts {
  /// Memory against nodes, four architectures.
  static final String MEMORY = "memory.svg";

  /// Time against nodes, four architectures.
  static final String TIME = "time.svg";

  /// Memory over the time of one run, four architectures.
  static final String TIMELINE = "timeline.svg";

  /// Time of the product and of a copy against nodes.
  static final String SCALING = "scaling.svg";

  private static final LineChart.Axis NODES =
      new LineChart.Axis("nodes in the document", true, count -> Tables.nodes(Math.round(count)));
  private static final LineChart.Axis MEGABYTES =
      new LineChart.Axis("peak memory", true, Charts::megabytes);
  private static final LineChart.Axis SECONDS = new LineChart.Axis("time", true, Charts::seconds);

  private final Path folder;
  private final Tables tables;

  Charts(Path folder, Tables tables) {
    this.folder = folder;
    this.tables = tables;
  }

  /// Draws all for which there are numbers.
  void draw() throws IOException {
    if (!tables.sizes(ArchitectureBench.COMPARISON).isEmpty()) {
      write(
          MEMORY,
          new LineChart(
              "Memory against the size of the document",
              "Peak memory of the whole process, four architectures, equal outputs",
              NODES,
              MEGABYTES,
              architectures(Figures::megabytes)));
      write(
          TIME,
          new LineChart(
              "Time against the size of the document",
              "Start of the process to the end of the output, four architectures",
              NODES,
              SECONDS,
              architectures(Figures::seconds)));
    }
    List<Timeline> timelines = Timeline.readAll(folder);
    if (!timelines.isEmpty()) {
      write(TIMELINE, timeline(timelines));
    }
    if (!tables.sizes(ScalingBench.BENCHMARK).isEmpty()) {
      write(
          SCALING,
          new LineChart(
              "A whole run beside a plain copy",
              "sluice apply and cp of the same document, in turns",
              NODES,
              SECONDS,
              List.of(
                  scaling(ScalingBench.COPY, "cp", 2), scaling(ScalingBench.SLUICE, "sluice", 3))));
    }
  }

  private List<LineChart.Line> architectures(ToDoubleFunction<Figures> value) {
    List<LineChart.Line> lines = new ArrayList<>();
    List<Long> sizes = tables.sizes(ArchitectureBench.COMPARISON);
    for (Architecture architecture : Architecture.values()) {
      List<LineChart.Point> points = new ArrayList<>();
      String remark = "";
      for (long size : sizes) {
        Figures figures = tables.compared(architecture, size);
        if (figures.any()) {
          points.add(new LineChart.Point(size, value.applyAsDouble(figures)));
        } else if (!tables.failure(architecture, size).isEmpty()) {
          remark = "then " + tables.failure(architecture, size);
        }
      }
      if (!points.isEmpty()) {
        lines.add(
            new LineChart.Line(architecture.label(), remark, points, true, architecture.colour()));
      }
    }
    return lines;
  }

  private static LineChart timeline(List<Timeline> timelines) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (Timeline timeline : timelines) {
      Architecture architecture = Architecture.of(timeline.contender());
      List<LineChart.Point> points = new ArrayList<>();
      for (int i = 0; i < timeline.millis().size(); i++) {
        points.add(
            new LineChart.Point(
                timeline.millis().get(i) / 1e3, timeline.residentBytes().get(i) / 1e6));
      }
      if (!points.isEmpty()) {
        lines.add(
            new LineChart.Line(architecture.label(), "", points, false, architecture.colour()));
      }
    }
    return new LineChart(
        "Memory over the time of one run",
        "Resident memory, %s nodes, every 50 ms until the output is written"
            .formatted(Tables.nodes(timelines.getFirst().nodes())),
        new LineChart.Axis("seconds since the start", false, Charts::bare),
        new LineChart.Axis("memory", false, Charts::megabytes),
        lines);
  }

  private LineChart.Line scaling(String contender, String name, int colour) {
    List<LineChart.Point> points = new ArrayList<>();
    for (long size : tables.sizes(ScalingBench.BENCHMARK)) {
      Figures figures = tables.figures(ScalingBench.BENCHMARK, contender, size);
      if (figures.any()) {
        points.add(new LineChart.Point(size, Math.max(0.001, figures.seconds())));
      }
    }
    return new LineChart.Line(name, "", points, true, colour);
  }

  private static String megabytes(double value) {
    return value >= 10_000
        ? String.format(Locale.ROOT, "%,.0f GB", value / 1e3)
        : String.format(Locale.ROOT, "%,.0f MB", value);
  }

  private static String seconds(double value) {
    return value < 0.9995 ? String.format(Locale.ROOT, "%.0f ms", value * 1e3) : bare(value) + " s";
  }

  private static String bare(double value) {
    return value == Math.rint(value) || value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void write(String name, LineChart chart) throws IOException {
    Files.writeString(folder.resolve(name), chart.svg());
  }
}
