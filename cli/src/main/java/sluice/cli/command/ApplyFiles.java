package sluice.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sluice.ApplyRequest;
import sluice.MetricsJson;
import sluice.RunReport;
import sluice.emit.OutputFile;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The files of one `apply`, where `-` stands for a standard stream.
///
/// A stream becomes a temporary file on the way in and on the way out: the engine reads a document
/// more than once, and nothing may reach standard output before the run has succeeded.
final class ApplyFiles implements AutoCloseable {
  private static final String STANDARD = "-";

  private final Session session;
  private final Path document;
  private final String documentName;
  private final boolean inPlace;
  private final boolean dryRun;
  private final @Nullable String output;
  private final @Nullable Path changes;
  private final @Nullable OutputFile metricsFile;
  private final boolean printsMetrics;
  private final @Nullable Path printed;

  ApplyFiles(
      Session session,
      String document,
      @Nullable String output,
      boolean inPlace,
      boolean dryRun,
      @Nullable String changes,
      @Nullable String metrics) {
    boolean fromStream = document.equals(STANDARD);
    if (document.isEmpty()) {
      throw invalid("DOCUMENT is empty", "give a file, or - for standard input");
    }
    if (fromStream && inPlace) {
      throw invalid("standard input cannot be replaced", "give -o OUT instead of --in-place");
    }
    this.session = session;
    this.inPlace = inPlace;
    this.dryRun = dryRun;
    this.output = output == null && fromStream && !dryRun ? STANDARD : output;
    boolean printsOutput = STANDARD.equals(this.output);
    boolean printsChanges = STANDARD.equals(changes);
    this.printsMetrics = STANDARD.equals(metrics);
    if (count(printsOutput) + count(printsChanges) + count(printsMetrics) > 1) {
      throw invalid(
          "only one thing can go to standard output",
          "give a file to all but one of -o, --changes and --metrics");
    }
    this.printed =
        printsOutput || printsChanges ? session.stop().newFolder().resolve("product") : null;
    this.changes = printsChanges ? printed : changes == null ? null : Path.of(changes);
    this.document = fromStream ? spool() : Path.of(document);
    this.documentName = fromStream ? "<stdin>" : document;
    this.metricsFile = metrics == null || printsMetrics ? null : openMetrics(Path.of(metrics));
  }

  private static int count(boolean flag) {
    return flag ? 1 : 0;
  }

  private Path spool() {
    Path file = session.stop().newFolder().resolve("stdin");
    try {
      Files.copy(session.console().in(), file);
      return file;
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "standard input cannot be read")
              .at(new Location.InWhole("<stdin>"))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  private OutputFile openMetrics(Path place) {
    refuseSame(place, document, "the metrics file is the input");
    if (output != null) {
      refuseSame(place, Path.of(output), "the metrics file is the output");
    }
    if (changes != null) {
      refuseSame(place, changes, "the metrics file is the change set");
    }
    return OutputFile.at(place);
  }

  private static void refuseSame(Path one, Path other, String what) {
    try {
      if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other))) {
        throw invalid(what, "name another file for --metrics");
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
    return document;
  }

  /// What the person calls the document.
  String documentName() {
    return documentName;
  }

  /// Tells a run where its outputs go.
  void direct(ApplyRequest request) {
    if (inPlace) {
      request.inPlace();
    } else if (dryRun) {
      request.dryRun();
    } else if (output != null) {
      request.output(printed != null && output.equals(STANDARD) ? printed : Path.of(output));
    }
    if (changes != null) {
      request.changes(changes);
    }
  }

  /// Hands on what waits for the end of a run that succeeded.
  void deliver(RunReport report) {
    byte[] json = MetricsJson.of(report).getBytes(StandardCharsets.UTF_8);
    if (printed != null) {
      Path product = printed;
      session.console().print(out -> Files.copy(product, out));
    }
    if (printsMetrics) {
      session.console().print(out -> out.write(json));
    }
    if (metricsFile != null) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(json);
        while (bytes.hasRemaining()) {
          metricsFile.channel().write(bytes);
        }
      } catch (IOException e) {
        throw OutputFile.unwritable(metricsFile.place(), e);
      }
      metricsFile.commit();
    }
  }

  /// Where the document went, for the summary.
  String outputName(RunReport report) {
    if (STANDARD.equals(output)) {
      return "<stdout>";
    }
    return report.output().map(Path::toString).orElse("none, --dry-run");
  }

  @Override
  public void close() {
    if (metricsFile != null) {
      metricsFile.close();
    }
  }
}
