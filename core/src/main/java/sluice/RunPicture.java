package sluice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.report.Heading;
import sluice.report.Report;
import sluice.report.RunGraph;
import sluice.report.gather.Gathered;

/// A run as people are shown it.
final class RunPicture {
  private RunPicture() {}

  static Report of(ApplyRequest request, RunReport run, Gathered gathered, RunWatch watch) {
    Heading heading =
        new Heading(
            Heading.Kind.APPLY,
            List.of(run.document()),
            request.tokenPaths.stream().map(Path::toString).toList(),
            run.themes(),
            run.output().map(Path::toString).orElse(""));
    return new Report(
        heading,
        run.counts(),
        gathered.board(),
        gathered.pages(),
        gathered.pagesOmitted(),
        gathered.pictures(),
        Optional.of(graph(run, watch)),
        run.problems());
  }

  private static RunGraph graph(RunReport run, RunWatch watch) {
    RunReport.Times times = run.times();
    return new RunGraph(
        run.mode().text() + ", " + run.modeReason(),
        watch.samples(),
        watch.limitBytes(run.mode()),
        run.residentPeakBytes(),
        new RunGraph.Times(
            times.resolveNanos(),
            times.discoverNanos(),
            times.applyNanos(),
            times.writeNanos(),
            times.totalNanos()));
  }
}
