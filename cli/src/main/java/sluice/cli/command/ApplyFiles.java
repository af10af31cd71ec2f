package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.ApplyRequest;
import sluice.MetricsJson;
import sluice.RunReport;
import sluice.emit.OutputFile;
import sluice.fetch.FileKey;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.report.Report;
import sluice.report.page.ReportPage;

/// The files of one `apply`.
final class ApplyFiles implements AutoCloseable {
  private final Invocation invocation;
  private final InputDocument document;
  private final boolean inPlace;
  private final boolean dryRun;
  private final @Nullable ProductPlace output;
  private final @Nullable ProductPlace changes;
  private final @Nullable ProductPlace metrics;
  private final @Nullable ProductPlace report;
  private final @Nullable OutputFile metricsFile;
  private final @Nullable OutputFile reportFile;

  /// What the run looks like, told by a thread of the run before it is over.
  private final AtomicReference<Report> picture = new AtomicReference<>();

  ApplyFiles(
      Invocation invocation,
      String document,
      RemoteDocument remote,
      ApplyCommand.Destination destination,
      @Nullable String changes,
      @Nullable String metrics,
      @Nullable String report) {
    boolean fromStream = document.equals(StandardInput.NAME);
    if (document.isEmpty()) {
      throw invalid("DOCUMENT is empty", "give a file, or - for standard input");
    }
    if (fromStream && destination.inPlace()) {
      throw invalid("standard input cannot be replaced", "give -o OUT instead of --in-place");
    }
    FileKey key = FileKey.isMeantBy(document) ? FileKey.parse(document) : null;
    if (key != null && destination.inPlace()) {
      throw invalid("a file at Figma cannot be replaced", "give -o OUT instead of --in-place");
    }
    this.invocation = invocation;
    this.inPlace = destination.inPlace();
    this.dryRun = destination.dryRun();
    String named = destination.output();
    this.output = place(named == null && !dryRun ? besideNothing(fromStream, key) : named);
    this.changes = place(changes);
    this.metrics = place(metrics);
    this.report = place(report);
    if (Stream.of(this.output, this.changes, this.metrics, this.report)
            .filter(place -> place != null && place.isStandard())
            .count()
        > 1) {
      throw invalid(
          "only one thing can go to standard output",
          "give a file to all but one of -o, --changes, --metrics and --report");
    }
    if (key != null && output != null && !dryRun) {
      // Known before a long download.
      OutputFile.at(output.file()).close();
    }
    this.document = InputDocument.of(document, remote, invocation);
    this.metricsFile = this.metrics == null ? null : openMetrics(this.metrics.file());
    this.reportFile = this.report == null ? null : openReport(this.report.file());
  }

  /// Where the output goes when the input is no file it could be beside.
  private static @Nullable String besideNothing(boolean fromStream, @Nullable FileKey key) {
    if (key != null) {
      return key.text() + ".applied.json";
    }
    return fromStream ? StandardInput.NAME : null;
  }

  private @Nullable ProductPlace place(@Nullable String given) {
    return given == null ? null : ProductPlace.of(given, invocation.stop());
  }

  private OutputFile openMetrics(Path file) {
    refuseOthers(file, "the metrics file", "--metrics");
    return OutputFile.at(file);
  }

  private OutputFile openReport(Path file) {
    try {
      refuseOthers(file, "the report", "--report");
      if (metrics != null) {
        refuseSame(file, metrics.file(), "the report is the metrics file", "--report");
      }
      return OutputFile.at(file);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Refuses a file that something else of the run is read from or written to.
  private void refuseOthers(Path file, String what, String option) {
    refuseSame(file, document.file(), what + " is the input", option);
    if (output != null) {
      refuseSame(file, output.file(), what + " is the output", option);
    }
    if (changes != null) {
      refuseSame(file, changes.file(), what + " is the change set", option);
    }
  }

  private static void refuseSame(Path one, Path other, String what, String option) {
    try {
      if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other))) {
        throw invalid(what, "name another file for " + option);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }

  /// The document as a file.
  Path document() {
    return document.file();
  }

  /// What the person calls the document.
  String documentName() {
    return document.name();
  }

  /// Tells a run where its outputs go.
  void direct(ApplyRequest request) {
    if (inPlace) {
      request.inPlace();
    } else if (dryRun) {
      request.dryRun();
    } else if (output != null) {
      request.output(output.file());
    }
    if (changes != null) {
      request.changes(changes.file());
    }
    if (report != null) {
      request.report(picture::set);
    }
  }

  /// Hands on what waits for the end of a run that succeeded.
  void deliver(RunReport report) {
    try {
      writeWhatTellsOf(report);
    } catch (SluiceException e) {
      throw report.output().isEmpty() ? e : butForThe(report.output().get(), e);
    }
    invocation.stop().delivering();
    Stream.of(output, changes, metrics, this.report)
        .forEach(place -> {
          if (place != null) {
            place.deliver(invocation.console());
          }
        });
  }

  /// The same problem, when the document is there already.
  private static SluiceException butForThe(Path written, SluiceException e) {
    return new SluiceException(
        e.problem().advising("make room there; the document is complete: " + written), e);
  }

  private void writeWhatTellsOf(RunReport report) {
    if (metricsFile != null) {
      try {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(MetricsJson.of(report));
        while (bytes.hasRemaining()) {
          metricsFile.channel().write(bytes);
        }
      } catch (IOException e) {
        throw OutputFile.unwritable(metricsFile.place(), e);
      }
    }
    if (reportFile != null) {
      writeReport(reportFile, outputName(report));
    }
    if (metricsFile != null) {
      metricsFile.commit();
    }
    if (reportFile != null) {
      reportFile.commit();
    }
  }

  private void writeReport(OutputFile file, String outputName) {
    Report told = picture.get();
    if (told == null) {
      throw new IllegalStateException("the run told nothing of itself");
    }
    try {
      // Flushed, not closed: the channel belongs to the file.
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel()));
      ReportPage.write(dryRun ? told : told.writtenTo(outputName), out);
      out.flush();
    } catch (IOException e) {
      throw OutputFile.unwritable(file.place(), e);
    }
  }

  /// Where the document went, for the summary.
  String outputName(RunReport report) {
    return output == null
        ? report.output().map(Path::toString).orElse("none, --dry-run")
        : output.name();
  }

  @Override
  public void close() {
    if (metricsFile != null) {
      metricsFile.close();
    }
    if (reportFile != null) {
      reportFile.close();
    }
  }
}
