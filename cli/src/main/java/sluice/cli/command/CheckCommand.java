package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.RunReport;
import sluice.TokenChoice;
import sluice.cli.terminal.ProgressMeter;
import sluice.cli.terminal.ProgressMode;
import sluice.cli.terminal.RunSummary;
import sluice.cli.terminal.TextFindings;
import sluice.document.Scope;
import sluice.emit.OutputFile;
import sluice.finding.report.Baseline;
import sluice.finding.report.FindingCounts;
import sluice.finding.report.FindingFormat;
import sluice.finding.report.FindingReport;
import sluice.finding.report.JUnitFindings;
import sluice.finding.report.JsonFindings;
import sluice.finding.report.SarifFindings;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// `sluice check`: where documents and their tokens differ.
final class CheckCommand implements Callable<Integer> {
  /// The values of `--format`.
  enum Format {
    TEXT,
    JSON,
    NDJSON,
    SARIF,
    JUNIT;

    FindingFormat writer() {
      return switch (this) {
        case TEXT -> new TextFindings();
        case JSON -> JsonFindings.object();
        case NDJSON -> JsonFindings.lines();
        case SARIF -> new SarifFindings(Version.number());
        case JUNIT -> new JUnitFindings();
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final DocumentArguments documents = new DocumentArguments(spec);
  private final TokenOptions tokens = new TokenOptions(spec);
  private final Given<Format> format = CommonOptions.format(spec, Format.TEXT);
  private final Given<Boolean> untokenised =
      Given.flag(
          spec,
          "Values without a token are findings too, with the nearest token.",
          "--untokenised");
  private final Given<Path> baseline =
      Given.optional(spec, Path.class, "FILE", "Findings in this file do not count.", "--baseline");
  private final Given<String> newBaseline =
      Given.optional(
          spec,
          String.class,
          "FILE",
          "Writes all findings as a baseline, and ends with 0; - for standard output.",
          "--write-baseline");
  private final Given<String> output = CommonOptions.output(spec);
  private final ScopeOptions scopeOptions = new ScopeOptions(spec);
  private final Given<String> fonts = CommonOptions.fonts(spec);
  private final FetchOptions fetch = new FetchOptions(spec);
  private final PipelineOptions pipeline = new PipelineOptions(spec);
  private final Given<ProgressMode> progress =
      CommonOptions.oneOf(spec, ProgressMode.AUTO, "HOW", "--progress");

  CheckCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage()
        .description(
            "Finds where documents and their tokens differ: values that apply would change, tokens"
                + " that cannot be resolved, and, if asked for, values without a token. Writes no"
                + " document.",
            "")
        .footer(
            "", "Ends with 1 if there are findings, 0 if there are none, 2 if it could not run.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    refuseWhatExcludes();
    TokenChoice choice = tokens.choice();
    Scope scope = scopeOptions.scope();
    Path known = baseline.orNull();
    Baseline accepted = known == null ? null : Baseline.read(known);
    String noted = newBaseline.orNull();
    Baseline found = noted == null ? null : new Baseline();
    Path folder = invocation.stop().newFolder();
    ProductPlace place = ProductPlace.of(output.value(), invocation.stop());
    ProductPlace notedPlace = noted == null ? null : ProductPlace.of(noted, invocation.stop());
    refuseInputs(choice, place, notedPlace);
    try (FindingReport report =
            new FindingReport(
                format.value().writer(), accepted, found, folder.resolve("findings"));
        OutputFile target = OutputFile.at(place.file());
        OutputFile notedTarget = notedPlace == null ? null : OutputFile.at(notedPlace.file())) {
      for (String document : documents.names()) {
        check(document, choice, scope, folder.resolve("lines"), report);
      }
      write(target, report::writeTo);
      if (notedTarget != null && found != null) {
        write(notedTarget, channel -> write(found, channel));
        notedTarget.commit();
      }
      target.commit();
      invocation.stop().delivering();
      place.deliver(invocation.console());
      if (notedPlace != null) {
        notedPlace.deliver(invocation.console());
      }
      return summarise(report.counts(), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseWhatExcludes() {
    documents.check();
    String noted = newBaseline.orNull();
    if (noted != null && noted.equals(output.value())) {
      throw invalid(
          "the baseline and the report would go to the same place",
          "name another file with -o or --write-baseline");
    }
  }

  private void refuseInputs(
      TokenChoice choice, ProductPlace place, @Nullable ProductPlace notedPlace) {
    List<Path> inputs = new ArrayList<>(choice.paths());
    inputs.addAll(documents.files());
    for (Path input : inputs) {
      place.refuse("the report", input);
      if (notedPlace != null) {
        notedPlace.refuse("the baseline", input);
      }
    }
    Path known = baseline.orNull();
    if (known != null) {
      place.refuse("the report", known);
    }
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }

  private void check(
      String argument, TokenChoice choice, Scope scope, Path lines, FindingReport report)
      throws InterruptedException, IOException {
    InputDocument document =
        InputDocument.of(
            argument, new RemoteDocument(invocation, fetch, progress.value()), invocation);
    try (ProgressMeter meter = new ProgressMeter(progress.value().view(invocation.console()))) {
      ApplyRequest request =
          DryRun.of(document, choice, scope)
              .findings(lines, untokenised.value())
              .onProgress(meter::update);
      FontList.into(request, fonts.orNull(), invocation.stop());
      pipeline.set(request);
      Run run = request.start();
      invocation.stop().watch(run);
      RunReport done = run.await();
      meter.finish(done);
      DocumentArguments.refuseNoDocument(done);
      new RunSummary(invocation.console()).showDocument(done);
    }
    report.add(document.name(), lines);
    Files.delete(lines);
  }

  /// What is written to a file under its temporary name.
  @FunctionalInterface
  private interface Content {
    void writeTo(FileChannel target) throws IOException;
  }

  private static void write(OutputFile target, Content content) {
    try {
      content.writeTo(target.channel());
    } catch (IOException e) {
      throw OutputFile.unwritable(target.place(), e);
    }
  }

  private static void write(Baseline found, FileChannel target) throws IOException {
    // Flushed, not closed: the channel belongs to the file.
    OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(target), BUFFER_SIZE_BYTES);
    found.write(out);
    out.flush();
  }

  private int summarise(FindingCounts counts, @Nullable Baseline found) {
    invocation.console().say("findings  " + counts);
    if (counts.known() > 0) {
      invocation.console().say("baseline  %,d findings are in it".formatted(counts.known()));
    }
    if (found != null) {
      invocation.console().say("baseline  %,d findings written".formatted(found.size()));
      return CommandLines.DONE;
    }
    return counts.all() > 0 ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}
