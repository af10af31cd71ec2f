package sluice;

import java.util.Map;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.json.JsonText;
import sluice.problem.ProblemCode;

/// A run report as the JSON that `--metrics` writes. `docs/reference/metrics.md` has the fields.
public final class MetricsJson {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final StringBuilder out = new StringBuilder();
  private boolean first = true;
  private boolean inner;

  private MetricsJson() {}

  /// The report as one JSON object with a line end.
  public static String of(RunReport report) {
    MetricsJson json = new MetricsJson();
    json.write(report);
    return json.out.toString();
  }

  private void write(RunReport report) {
    RunCounts counts = report.counts();
    out.append("{\n");
    text("mode", report.mode().text());
    text("modeReason", report.modeReason());
    number("nodes", counts.nodes());
    number("nodesWithTokens", counts.nodesWithTokens());
    number("nodesChanged", counts.nodesChanged());
    number("nodesUnchanged", counts.nodesUnchanged());
    number("nodesSkipped", counts.nodesSkipped());
    number("nodesFailed", counts.nodesFailed());
    number("changes", counts.changes());
    number("combinations", counts.combinations());
    number("cacheHits", counts.cacheHits());
    number("cacheMisses", counts.cacheMisses());
    number("chunks", report.chunks());
    number("queuePeak", report.queuePeak());
    number("inFlightPeak", report.lookUps().inFlightPeak());
    number("lookUps", report.lookUps().asked());
    number("lookUpsFailed", report.lookUps().failed());
    number("heapPeakBytes", report.heapPeakBytes());
    number("rssPeakBytes", report.residentPeakBytes());
    number("workingSetBytes", report.workingSetBytes());
    number("bytesRead", report.bytesRead());
    number("bytesWritten", report.bytesWritten());
    number("spilledBytes", report.spilledBytes());
    report.archive().ifPresent(this::archive);
    begin("millis");
    RunReport.Times times = report.times();
    number("resolve", times.resolveNanos() / NANOS_PER_MILLI);
    number("discover", times.discoverNanos() / NANOS_PER_MILLI);
    number("apply", times.applyNanos() / NANOS_PER_MILLI);
    number("write", times.writeNanos() / NANOS_PER_MILLI);
    number("total", times.totalNanos() / NANOS_PER_MILLI);
    end();
    begin("problems");
    for (Map.Entry<ProblemCode, Long> entry : report.problems().counts().entrySet()) {
      number(entry.getKey().text(), entry.getValue());
    }
    end();
    out.append("\n}\n");
  }

  private void archive(ArchiveCounts counts) {
    begin("archive");
    number("entries", counts.entries());
    number("entriesReplaced", counts.entriesReplaced());
    number("nodesCarried", counts.nodesCarried());
    number("nodesPending", counts.nodesPending());
    number("pairs", counts.pairs());
    number("danglingPairs", counts.danglingPairs());
    number("danglingNames", counts.danglingNames());
    end();
  }

  private void begin(String key) {
    name(key);
    out.append('{');
    first = true;
    inner = true;
  }

  private void end() {
    out.append('}');
    first = false;
    inner = false;
  }

  private void number(String key, long value) {
    name(key);
    out.append(value);
  }

  private void text(String key, String value) {
    name(key);
    JsonText.quote(value, out);
  }

  private void name(String key) {
    out.append(first ? "" : inner ? ", " : ",\n");
    first = false;
    JsonText.quote(key, out);
    out.append(": ");
  }
}
