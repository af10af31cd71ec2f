package sluice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.report.Heading;
import sluice.report.Report;
import sluice.report.RunGraph;
import sluice.report.gather.Gathered;

/// A run as people are shown it.
final class RunPicture {
  private RunPicture() {}

  static Report of(ApplyRequest request, RunReport run, Gathered gathered, RunWatch watch) {
    TokenVersions versions = request.versions;
    Heading heading =
        new Heading(
            versions == null ? Heading.Kind.APPLY : Heading.Kind.IMPACT,
            List.of(run.document()),
            versions == null
                ? request.tokenPaths.stream().map(Path::toString).toList()
                : List.of(names(versions.older()), names(versions.newer())),
            run.themes(),
            run.output().map(Path::toString).orElse(""));
    return new Report(
        heading,
        run.counts(),
        Optional.empty(),
        gathered.board(),
        gathered.pages(),
        gathered.pagesOmitted(),
        gathered.pictures(),
        Optional.of(graph(run, watch)),
        run.problems());
  }

  private static String names(TokenChoice choice) {
    return choice.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
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
