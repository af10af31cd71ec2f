package sluice.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.RunReport;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.ProgressMeter;
import sluice.cli.terminal.ProgressMode;
import sluice.cli.terminal.RunSummary;
import sluice.document.Scope;
import sluice.problem.Severity;

/// `sluice apply`: a document with the values of its tokens.
final class ApplyCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> document = new Given<>("");
  private final TokenOptions tokens = new TokenOptions(spec);
  private final Destination destination = new Destination(spec);
  private final ScopeOptions scopeOptions = new ScopeOptions(spec);
  private final FetchOptions fetch = new FetchOptions(spec);
  private final PipelineOptions pipeline = new PipelineOptions(spec);
  private final Given<String> changes =
      Given.optional(
          spec,
          String.class,
          "FILE",
          "Writes the change set, one JSON line for each changed node; - for standard output.",
          "--changes");
  private final Given<String> metrics =
      Given.optional(
          spec,
          String.class,
          "FILE",
          "Writes counts, times and memory as JSON; - for standard output.",
          "--metrics");
  private final Given<String> report =
      Given.optional(
          spec,
          String.class,
          "FILE",
          "Writes what changed as a page to look at, one HTML file; - for standard output.",
          "--report");
  private final Given<String> fonts =
      Given.optional(
          spec,
          String.class,
          "FILE|system",
          "The fonts there are: a JSON file {\"Inter\": [\"Regular\", \"Bold\"]}, or the system's; for"
              + " an archive the team's fonts with ids and variants. Left out: every font is assumed"
              + " to exist, and of an archive's fonts ids and variants are kept.",
          "--fonts");
  private final Given<Boolean> embedTokens =
      Given.flag(
          spec,
          "Puts the token library into the archive, with the chosen themes active, in place of its"
              + " own.",
          "--embed-tokens");
  private final Given<Boolean> strict =
      Given.flag(spec, "Ends with 1 if errors or warnings were found.", "--strict");
  private final Given<ProgressMode> progress =
      CommonOptions.oneOf(spec, ProgressMode.AUTO, "HOW", "--progress");
  private final Given<Boolean> noCache =
      Given.flag(
          spec, "Works out every node's values anew; slower, the same result.", "--no-cache");

  /// Where the document goes: at most one of three.
  static final class Destination {
    private final Given<String> output = new Given<>(null);
    private final Given<Boolean> inPlace = new Given<>(false);
    private final Given<Boolean> dryRun = new Given<>(false);

    Destination(CommandSpec command) {
      command.addArgGroup(
          ArgGroupSpec.builder()
              .exclusive(true)
              .addArg(
                  output
                      .described(
                          String.class,
                          "OUT",
                          "The file to write; - for standard output.",
                          "-o",
                          "--output")
                      .build())
              .addArg(inPlace.flag("Replaces the input, whole or not at all.", "--in-place"))
              .addArg(dryRun.flag("Writes no document.", "--dry-run"))
              .build());
    }

    @Nullable String output() {
      return output.orNull();
    }

    boolean inPlace() {
      return inPlace.value();
    }

    boolean dryRun() {
      return dryRun.value();
    }
  }

  ApplyCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("DOCUMENT")
            .description(
                "Figma REST file JSON, a /nodes response or a bare node, gzipped or not, or a .penpot"
                    + " archive; figma:FILEKEY or an address at figma.com for a file at Figma; - for"
                    + " standard input.")
            .getter(document)
            .setter(document)
            .build());
    spec.usageMessage()
        .description(
            "Applies tokens to a document: every property that carries a token gets the token's"
                + " value, every other byte stays as it is.",
            "")
        .footer(
            "",
            "Without --tokens the library embedded in the document is used. Without -o, --in-place"
                + " or --dry-run the output is NAME.applied.EXT beside the input.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    TokenChoice choice = tokens.choice();
    Scope scope = scopeOptions.scope();
    try (ApplyFiles files =
            new ApplyFiles(
                invocation,
                document.value(),
                new RemoteDocument(invocation, fetch, progress.value()),
                destination,
                changes.orNull(),
                metrics.orNull(),
                report.orNull());
        ProgressMeter meter = new ProgressMeter(progress.value().view(invocation.console()))) {
      ApplyRequest request =
          Sluice.apply(files.document())
              .documentName(files.documentName())
              .tokens(choice.paths().toArray(Path[]::new))
              .theme(choice.themes().toArray(String[]::new))
              .sets(choice.sets().toArray(String[]::new))
              .baseFontSize(choice.baseFontSize())
              .scope(scope)
              .embedTokens(embedTokens.value())
              .rememberCombinations(!noCache.value())
              .trimHeap(true)
              .measureWorkingSet(metrics.orNull() != null)
              .onProgress(meter::update);
      if (choice.dialect() != null) {
        request.dialect(choice.dialect());
      }
      FontList.into(request, fonts.orNull(), invocation.stop());
      pipeline.set(request);
      files.direct(request);
      Run run = request.start();
      invocation.stop().watch(run);
      RunReport report = run.await();
      meter.finish(report);
      files.deliver(report);
      return summarise(report, files.outputName(report));
    }
  }

  private int summarise(RunReport report, String output) {
    Console console = invocation.console();
    new RunSummary(console).show(report, output);
    boolean found =
        report.problems().count(Severity.ERROR) + report.problems().count(Severity.WARNING) > 0;
    return strict.value() && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}
