package sluice.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Applies tokens to a document: every property that carries a token gets the token's value,"
          + " every other byte stays as it is.",
      ""
    },
    footer = {
      "",
      "Without --tokens the library embedded in the document is used. Without -o, --in-place or"
          + " --dry-run the output is NAME.applied.EXT beside the input."
    })
final class ApplyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "DOCUMENT",
      description =
          "Figma REST file JSON, a /nodes response or a bare node, gzipped or not; - for standard"
              + " input.")
  private String document = "";

  @Mixin private TokenOptions tokens = new TokenOptions();

  @ArgGroup(exclusive = true)
  private @Nullable Destination destination;

  /// At most one of three.
  static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "OUT",
        description = "The file to write; - for standard output.")
    @Nullable String output;

    @Option(names = "--in-place", description = "Replaces the input, whole or not at all.")
    boolean inPlace;

    @Option(names = "--dry-run", description = "Writes no document.")
    boolean dryRun;
  }

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description =
          "Writes the change set, one JSON line for each changed node; - for standard" + " output.")
  private @Nullable String changes;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Writes counts, times and memory as JSON; - for standard output.")
  private @Nullable String metrics;

  @Mixin private ScopeOptions scopeOptions = new ScopeOptions();

  @Option(
      names = "--fonts",
      paramLabel = "FILE|system",
      description =
          "The fonts there are: a JSON file {\"Inter\": [\"Regular\", \"Bold\"]}, or the system's."
              + " Left out: every font is assumed to exist.")
  private @Nullable String fonts;

  @Option(names = "--strict", description = "Ends with 1 if errors or warnings were found.")
  private boolean strict;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ProgressMode progress = ProgressMode.AUTO;

  @Mixin private PipelineOptions pipeline = new PipelineOptions();

  @Option(
      names = "--no-cache",
      description = "Works out every node's values anew; slower, the same result.")
  private boolean noCache;

  ApplyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    TokenChoice choice = tokens.choice();
    Scope scope = scopeOptions.scope();
    Destination chosen = destination == null ? new Destination() : destination;
    try (ApplyFiles files = new ApplyFiles(invocation, document, chosen, changes, metrics);
        ProgressMeter meter = new ProgressMeter(progress.view(invocation.console()))) {
      ApplyRequest request =
          Sluice.apply(files.document())
              .documentName(files.documentName())
              .tokens(choice.paths().toArray(Path[]::new))
              .theme(choice.themes().toArray(String[]::new))
              .sets(choice.sets().toArray(String[]::new))
              .baseFontSize(choice.baseFontSize())
              .scope(scope)
              .rememberCombinations(!noCache)
              .trimHeap(true)
              .measureWorkingSet(metrics != null)
              .onProgress(meter::update);
      FontList.into(request, fonts, invocation.stop());
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
    return strict && found ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}
